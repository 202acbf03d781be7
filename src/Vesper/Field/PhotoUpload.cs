using Vesper.Kit.Files;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>Takes a photo from a request: no more is read than it takes to say no.</summary>
static class PhotoUpload
{
    /// <param name="thumb">The phone's own small one lies behind the photo and has so many bytes; it is looked at like any picture, and left out where it is none.</param>
    /// <exception cref="Refusal"><c>photo.too-large</c> (413), <c>photo.not-an-image</c> (415), <c>photo.dimensions</c> (413).</exception>
    public static async Task<(Picture Whole, Picture? Small)> ReadAsync(HttpRequest request, int thumb, PhotoOptions options, CancellationToken stop)
    {
        if (request.ContentLength > options.MostBytes) throw TooLarge();

        using var read = new MemoryStream((int)(request.ContentLength ?? 64 * 1024));
        var chunk = new byte[16 * 1024];
        var known = false;
        while (await request.Body.ReadAsync(chunk, stop) is > 0 and var count)
        {
            read.Write(chunk, 0, count);
            if (read.Length > options.MostBytes) throw TooLarge();
            if (known || read.Length < Picture.SignatureLength) continue;
            known = Picture.TypeOf(read.GetBuffer().AsSpan(0, (int)read.Length)) is null ? throw NotAnImage() : true;
        }

        var bytes = read.GetBuffer().AsMemory(0, (int)read.Length);
        var behind = thumb > 0 && thumb <= options.MostThumbBytes && thumb < bytes.Length ? thumb : 0;
        var picture = Picture.Read(bytes[..^behind].Span) ?? throw NotAnImage();
        var small = behind > 0 && Picture.Read(bytes[^behind..].Span) is { } little && Math.Max(little.Width, little.Height) <= options.MostThumbPixels ? little : null;
        return picture.Pixels <= options.MostPixels ? (picture, small) : throw new Refusal("photo.dimensions", "The photo has too many pixels.", StatusCodes.Status413PayloadTooLarge);
    }

    static Refusal TooLarge() => new("photo.too-large", "A photo has 5 MB at most.", StatusCodes.Status413PayloadTooLarge);

    static Refusal NotAnImage() => new("photo.not-an-image", "Only whole JPEG, PNG or WebP pictures are taken.", StatusCodes.Status415UnsupportedMediaType);
}
