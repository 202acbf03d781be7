using System.Buffers;
using System.Buffers.Binary;

namespace Vesper.Kit.Files;

/// <summary>
/// A WebP is a RIFF of chunks: name, length, body, a byte to make it even. Kept are the one picture, its transparency, and the head that announces them,
/// with the marks for EXIF, XMP and colour profile taken off. A moving picture is no photo.
/// </summary>
static class Webp
{
    const int Head = 8, RiffHead = 12, ExtendedLength = 10;
    const byte Alpha = 0x10, Moving = 0x02;

    /// <summary>Copies what a decoder needs; null when it is no whole, still WebP.</summary>
    public static PictureSize? Clean(ReadOnlySpan<byte> bytes, IBufferWriter<byte> kept)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length < 4 || length > bytes.Length - Head) return null;

        var body = new ArrayBufferWriter<byte>(bytes.Length);
        PictureSize? size = null, canvas = null;
        for (var rest = bytes.Slice(RiffHead, (int)length - 4); rest.Length > 0;)
        {
            if (rest.Length < Head || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var inside && inside > rest.Length - Head) return null;
            var name = rest[..4];
            var chunk = rest.Slice(Head, (int)inside);
            rest = rest[Math.Min(rest.Length, Head + (int)inside + (int)(inside & 1))..];

            if (name.SequenceEqual("VP8X"u8))
            {
                if (canvas is not null || size is not null || chunk.Length < ExtendedLength || (chunk[0] & Moving) != 0) return null;
                canvas = new(Three(chunk[4..]) + 1, Three(chunk[7..]) + 1);
                Chunk(body, name, [(byte)(chunk[0] & Alpha), 0, 0, 0, .. chunk[4..ExtendedLength]]);
            }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8))
            {
                if (size is not null || (name[3] == 'L' ? Lossless(chunk) : Lossy(chunk)) is not { } sides) return null;
                size = sides;
                Chunk(body, name, chunk);
            }
            else if (name.SequenceEqual("ALPH"u8)) Chunk(body, name, chunk);
            else if (name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8)) return null;
        }
        if (size is null || (canvas is not null && canvas != size)) return null;

        Span<byte> riff = stackalloc byte[RiffHead];
        bytes[..RiffHead].CopyTo(riff);
        BinaryPrimitives.WriteUInt32LittleEndian(riff[4..], (uint)body.WrittenCount + 4);
        kept.Write(riff);
        kept.Write(body.WrittenSpan);
        return size;
    }

    /// <summary>A key frame of VP8: three bytes, a start code, then 14 bits a side.</summary>
    static PictureSize? Lossy(ReadOnlySpan<byte> frame) =>
        frame.Length >= 10 && (frame[0] & 1) == 0 && frame[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A])
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3FFF)
            : null;

    static PictureSize? Lossless(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 5 || frame[0] != 0x2F) return null;
        var sides = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        return new((int)(sides & 0x3FFF) + 1, (int)(sides >> 14 & 0x3FFF) + 1);
    }

    static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    static void Chunk(IBufferWriter<byte> kept, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)body.Length);
        kept.Write(name);
        kept.Write(length);
        kept.Write(body);
        if ((body.Length & 1) != 0) kept.Write<byte>([0]);
    }
}
