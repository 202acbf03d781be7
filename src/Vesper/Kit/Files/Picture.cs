using System.Buffers;

namespace Vesper.Kit.Files;

/// <summary>
/// A picture as it may be kept: its true type, its size in pixels, and its bytes without anything that tells of the phone, the place or the hour.
/// Pixels are never decoded here; what a decoder needs is copied, everything else is left out.
/// </summary>
sealed record Picture(string Type, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes that tell a type: the longest of the three signatures.</summary>
    public const int SignatureLength = 12;

    public long Pixels => (long)Width * Height;

    /// <summary>The type by its first bytes, whatever the sender calls it; null for HEIC, PDF and all else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) =>
        start.StartsWith(Jpeg.Signature) ? "image/jpeg"
        : start.StartsWith(Png.Signature) ? "image/png"
        : start.Length >= SignatureLength && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The picture, or null for bytes that are none: of another type, cut off, or put together wrongly. No bytes make it throw.</summary>
    public static Picture? Read(ReadOnlySpan<byte> bytes)
    {
        var kept = new ArrayBufferWriter<byte>(Math.Max(1, bytes.Length));
        var type = TypeOf(bytes);
        var size = type switch
        {
            "image/jpeg" => Jpeg.Clean(bytes, kept),
            "image/png" => Png.Clean(bytes, kept),
            "image/webp" => Webp.Clean(bytes, kept),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } pixels ? new(type!, pixels.Width, pixels.Height, kept.WrittenMemory) : null;
    }
}

/// <summary>Pixels.</summary>
readonly record struct PictureSize(int Width, int Height);
