using System.Buffers;
using System.Buffers.Binary;

namespace Vesper.Kit.Files;

/// <summary>
/// A JPEG is a row of segments, each a marker and mostly a length. Applications put what they like into APPn and COM: place, phone, a small picture of what was
/// cut away. Kept of these are JFIF's own and Adobe's, without which colours come out wrong.
/// </summary>
static class Jpeg
{
    const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App14 = 0xEE, AppLast = 0xEF, Comment = 0xFE, Temporary = 0x01;

    /// <summary>JFIF: name, version, density; the thumbnail that may follow is left out.</summary>
    const int JfifLength = 14;

    public static ReadOnlySpan<byte> Signature => [0xFF, Start, 0xFF];

    /// <summary>Copies what a decoder needs; null when it is no whole JPEG. What follows the end is left out too.</summary>
    public static PictureSize? Clean(ReadOnlySpan<byte> bytes, IBufferWriter<byte> kept)
    {
        PictureSize? size = null;
        var scans = 0;
        kept.Write(Signature[..2]);
        for (var at = 2; Marker(bytes, ref at) is { } marker;)
        {
            if (marker is End)
            {
                kept.Write<byte>([0xFF, End]);
                return scans > 0 ? size : null;
            }
            if (!BinaryPrimitives.TryReadUInt16BigEndian(bytes[at..], out var length) || length < 2 || length > bytes.Length - at || marker is Start or Temporary or 0 or (>= 0xD0 and <= 0xD7)) return null;

            var body = bytes.Slice(at + 2, length - 2);
            at += length;
            if (IsFrame(marker))
            {
                // A second frame header would let the first one lie about the size.
                if (size is not null || body.Length < 6) return null;
                size = new(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
            }

            if (marker is App0 && body.StartsWith("JFIF\0"u8) && body.Length >= JfifLength) Segment(kept, marker, [.. body[..(JfifLength - 2)], 0, 0]);
            else if (marker is App14 && body.StartsWith("Adobe"u8) || marker is not (Comment or (>= App0 and <= AppLast))) Segment(kept, marker, body);

            if (marker is not Scan) continue;
            if (size is null) return null;
            var coded = CodedLength(bytes[at..]);
            kept.Write(bytes.Slice(at, coded));
            at += coded;
            scans++;
        }
        return null;
    }

    /// <summary>The marker here, past any bytes that fill up; null where none stands.</summary>
    static byte? Marker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF) return null;
        while (at < bytes.Length && bytes[at] == 0xFF) at++;
        return at < bytes.Length ? bytes[at++] : null;
    }

    /// <summary>SOF0 to SOF15, without the three that are tables.</summary>
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Coded pixels run to the next marker; a stuffed zero and restart marks belong to them.</summary>
    static int CodedLength(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) return bytes.Length;
            at += next;
            if (bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))) return at;
            at += 2;
        }
        return bytes.Length;
    }

    static void Segment(IBufferWriter<byte> kept, byte marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        kept.Write<byte>([0xFF, marker, (byte)(length >> 8), (byte)length]);
        kept.Write(body);
    }
}
