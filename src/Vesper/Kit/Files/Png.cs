using System.Buffers;
using System.Buffers.Binary;

namespace Vesper.Kit.Files;

/// <summary>
/// A PNG is a row of chunks: length, name, body, checksum. Kept are those that draw the picture; texts, EXIF, hour, profiles, further frames of an animation
/// and anything unknown are left out. Checksums are the decoder's business.
/// </summary>
static class Png
{
    const int Head = 8, Checksum = 4, HeaderLength = 13;

    static readonly string[] Drawn = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Copies what a decoder needs; null when it is no whole PNG. What follows the end is left out too.</summary>
    public static PictureSize? Clean(ReadOnlySpan<byte> bytes, IBufferWriter<byte> kept)
    {
        PictureSize? size = null;
        var data = false;
        kept.Write(Signature);
        for (var rest = bytes[Signature.Length..]; rest.Length >= Head + Checksum;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Head - Checksum) return null;

            var chunk = rest[..(Head + (int)length + Checksum)];
            var name = chunk[4..Head];
            rest = rest[chunk.Length..];
            if (size is null != name.SequenceEqual("IHDR"u8)) return null; // first, and only once
            if (size is null)
            {
                if (length != HeaderLength || Sides(chunk[Head..]) is not { } sides) return null;
                size = sides;
            }

            if (IsDrawn(name)) kept.Write(chunk);
            data |= name.SequenceEqual("IDAT"u8);
            if (name.SequenceEqual("IEND"u8)) return data ? size : null;
        }
        return null;
    }

    static bool IsDrawn(ReadOnlySpan<byte> name)
    {
        foreach (var drawn in Drawn)
            if (System.Text.Ascii.Equals(name, drawn)) return true;
        return false;
    }

    static PictureSize? Sides(ReadOnlySpan<byte> header)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        return width <= int.MaxValue && height <= int.MaxValue ? new((int)width, (int)height) : null;
    }
}
