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
            .WithSummary("Keeps a photo: the raw bytes of a JPEG, PNG or WebP as the body; its last thumb bytes are the small one. Sending it again changes nothing.");
        photos.MapGet("/", GetPhoto).WithName("getPhoto").WithSummary("The bytes of a photo; the small one where there is one and it is asked for.");
    }

    static async Task<Results<Ok<PhotoView>, Created<PhotoView>, NotFound>> PutPhoto(
        Guid id, Word<PhotoUse> use, HttpRequest request, Me me, Db db, Writer writer, FileStore files, PhotoOptions options, TimeProvider time, CancellationToken stop, int thumb = 0)
    {
        if (await db.Photos.Of(me).FindAsync(id) is { } earlier) return earlier.MemberId == me.Id ? TypedResults.Ok(PhotoView.Of(earlier)) : TypedResults.NotFound();

        var now = time.GetUtcNow();
        var since = now.AddDays(-1);
        if (await db.Photos.Of(me).CountAsync(photo => photo.MemberId == me.Id && photo.CreatedAt > since, stop) >= options.MostADay)
            throw new Refusal("photo.too-many", "So many photos a day are not taken.");

        var (picture, small) = await PhotoUpload.ReadAsync(request, thumb, options, stop);
        var photo = Of(id, use.Value, picture, small is null ? null : Guid.CreateVersion7(), me, now);
        await files.WriteAsync(me.OrgId, photo.FileId, picture.Bytes, stop);
        if (photo.ThumbId is { } named) await files.WriteAsync(me.OrgId, named, small!.Bytes, stop);
        var kept = await writer.Run(me.OrgId, async db =>
        {
            if (await db.Photos.Of(me).FindAsync(id) is { } first) return first;
            db.Add(photo);
            return photo;
        });
        if (kept == photo) return TypedResults.Created($"/api/photos/{id}", PhotoView.Of(photo));

        // Another attempt was quicker.
        files.Delete(me.OrgId, photo.FileId);
        if (photo.ThumbId is { } another) files.Delete(me.OrgId, another);
        return kept.MemberId == me.Id ? TypedResults.Ok(PhotoView.Of(kept)) : TypedResults.NotFound();
    }

    static async Task<Results<FileStreamHttpResult, NotFound>> GetPhoto(Guid id, Me me, Db db, FileStore files, HttpResponse response, bool small = false)
    {
        if (await db.Photos.Of(me).FindAsync(id) is not { } photo || !photo.ReadableBy(me)) return TypedResults.NotFound();
        var file = small && photo.ThumbId is { } thumb ? thumb : photo.FileId;
        if (files.Open(me.OrgId, file) is not { } bytes) return TypedResults.NotFound();
        var type = file == photo.FileId ? photo.Type : await TypeOfAsync(bytes);

        // It never changes; but the next member at this phone asks for herself.
        (response.Headers.CacheControl, response.Headers.Vary) = ("private, max-age=86400", "Cookie");
        return TypedResults.Stream(bytes, type, lastModified: photo.CreatedAt, entityTag: new EntityTagHeaderValue($"\"{file:N}\""));
    }

    /// <summary>The small one's, by its own first bytes: it need not be the photo's.</summary>
    static async Task<string> TypeOfAsync(Stream bytes)
    {
        var start = new byte[Picture.SignatureLength];
        var read = await bytes.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false);
        bytes.Position = 0;
        return Picture.TypeOf(start.AsSpan(0, read)) ?? "application/octet-stream";
    }

    static Photo Of(Guid id, PhotoUse use, Picture picture, Guid? thumb, Me me, DateTimeOffset now) => new()
    {
        OrgId = me.OrgId,
        Id = id,
        FileId = Guid.CreateVersion7(),
        ThumbId = thumb,
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
