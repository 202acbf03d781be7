using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;

namespace Vesper.Field;

static class PhotoEndpoints
{
    public static void MapPhotos(this IEndpointRouteBuilder api)
    {
        var photos = api.MapGroup("/photos/{id:guid}").RequireMember().WithTags("Field");
        photos.MapPut("/", PutPhoto).WithName("putPhoto").ProducesProblem(409).ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Keeps a photo: the raw bytes of a JPEG, PNG or WebP as the body. Sending it again changes nothing.");
        photos.MapGet("/", GetPhoto).WithName("getPhoto").WithSummary("The bytes of a photo.");
    }

    static async Task<Results<Ok<PhotoView>, Created<PhotoView>, NotFound>> PutPhoto(
        Guid id, Word<PhotoUse> use, HttpRequest request, Me me, Db db, Writer writer, FileStore files, PhotoOptions options, TimeProvider time, CancellationToken stop)
    {
        if (await db.Photos.Of(me).FindAsync(id) is { } earlier) return earlier.MemberId == me.Id ? TypedResults.Ok(PhotoView.Of(earlier)) : TypedResults.NotFound();

        var now = time.GetUtcNow();
        var since = now.AddDays(-1);
        if (await db.Photos.Of(me).CountAsync(photo => photo.MemberId == me.Id && photo.CreatedAt > since, stop) >= options.MostADay)
            throw new Refusal("photo.too-many", "So many photos a day are not taken.");

        var picture = await PhotoUpload.ReadAsync(request, options, stop);
        var photo = Of(id, use.Value, picture, me, now);
        await files.WriteAsync(me.OrgId, photo.FileId, picture.Bytes, stop);
        var kept = await writer.Run(me.OrgId, async db =>
        {
            if (await db.Photos.Of(me).FindAsync(id) is { } first) return first;
            db.Add(photo);
            return photo;
        });
        if (kept == photo) return TypedResults.Created($"/api/photos/{id}", PhotoView.Of(photo));

        // Another attempt was quicker.
        files.Delete(me.OrgId, photo.FileId);
        return kept.MemberId == me.Id ? TypedResults.Ok(PhotoView.Of(kept)) : TypedResults.NotFound();
    }

    static async Task<Results<FileStreamHttpResult, NotFound>> GetPhoto(Guid id, Me me, Db db, FileStore files, HttpResponse response)
    {
        if (await db.Photos.Of(me).FindAsync(id) is not { } photo || !photo.ReadableBy(me) || files.Open(me.OrgId, photo.FileId) is not { } bytes) return TypedResults.NotFound();

        // It never changes; but the next member at this phone asks for herself.
        (response.Headers.CacheControl, response.Headers.Vary) = ("private, max-age=86400", "Cookie");
        return TypedResults.Stream(bytes, photo.Type, lastModified: photo.CreatedAt, entityTag: new EntityTagHeaderValue($"\"{photo.FileId:N}\""));
    }

    static Photo Of(Guid id, PhotoUse use, Picture picture, Me me, DateTimeOffset now) => new()
    {
        OrgId = me.OrgId,
        Id = id,
        FileId = Guid.CreateVersion7(),
        MemberId = me.Id,
        TeamId = me.TeamId,
        Use = use,
        Type = picture.Type,
        Width = picture.Width,
        Height = picture.Height,
        Bytes = picture.Bytes.Length,
        CreatedAt = now,
    };
}

/// <summary>Pixels and bytes as they are kept.</summary>
sealed record PhotoView(Guid Id, int Width, int Height, int Bytes, PhotoUse Use)
{
    public static PhotoView Of(Photo photo) => new(photo.Id, photo.Width, photo.Height, photo.Bytes, photo.Use);
}
