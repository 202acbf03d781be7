using System.Buffers.Binary;
using System.Text;

namespace Vesper.Tests.Support;

/// <summary>Whole pictures of 24 × 16 pixels as a phone's canvas makes them, and what cameras and tools hang on them.</summary>
static class Pictures
{
    public const int Width = 24, Height = 16;

    /// <summary>Stands for all that a file may tell of place and person.</summary>
    public const string Secret = "GPS 30.274112 120.155187";

    public static byte[] Jpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAZEAADAAMAAAAAAAAAAAAAAAAAAxETImH/xAAWAQEBAQAAAAAAAAAAAAAAAAAEAgP/xAAZEQEAAgMAAAAAAAAAAAAAAAAAEmETIiP/2gAMAwEAAhEDEQA/AJObimtvQluW6ydDlZZtJwJViu1vA2sbK6ZKVABDZ//Z");

    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAAVUlEQVR4AeyQwQkAIAwDgxu4giu4iyM4nLM4gys4gv77aCnSPoqFPAqBJJdmr8dSCcYXMKDtAk5aogERaRFI/o9IIgR/RCMvcBIrE4P/AlLg+TVfcAEAAP//G6lQOgAAAAZJREFUAwDZFFGBzw5JcgAAAABJRU5ErkJggg==");

    public static byte[] Webp => Convert.FromBase64String("UklGRloAAABXRUJQVlA4IE4AAACQAwCdASoYABAAPxFysFAsJqSisAgBgCIJagCdMoJYBtgAKPIAAP7Fvf5bHyEz/p6iqS3LmeojAxEodOU+Zt+kWj7YrAQjDCa65vAPgAA=");

    /// <summary>With EXIF, IPTC, a maker's note, a comment, and a second file behind the end.</summary>
    public static byte[] TellingJpeg =>
        [.. Jpeg[..20], .. Segment(0xE1, $"Exif\0\0{Secret}"), .. Segment(0xED, Secret), .. Segment(0xE5, Secret), .. Segment(0xFE, Secret), .. Jpeg[20..], .. Encoding.ASCII.GetBytes(Secret)];

    public static byte[] TellingPng
    {
        get
        {
            byte[] texts = [.. PngChunk("tEXt", Secret), .. PngChunk("iTXt", Secret), .. PngChunk("zTXt", Secret), .. PngChunk("eXIf", Secret), .. PngChunk("tIME", Secret), .. PngChunk("prVt", Secret)];
            return [.. Png[..33], .. texts, .. Png[33..], .. Encoding.ASCII.GetBytes(Secret)];
        }
    }

    public static byte[] TellingWebp
    {
        get
        {
            byte[] head = [.. "VP8X"u8, 10, 0, 0, 0, 0x08 | 0x04, 0, 0, 0, Width - 1, 0, 0, Height - 1, 0, 0];
            byte[] body = [.. "WEBP"u8, .. head, .. Webp[12..], .. RiffChunk("EXIF", Secret), .. RiffChunk("XMP ", Secret)];
            return [.. "RIFF"u8, .. Little(body.Length), .. body, .. Encoding.ASCII.GetBytes(Secret)];
        }
    }

    /// <summary>A PNG that says it has these sides.</summary>
    public static byte[] PngOf(uint width, uint height)
    {
        var png = Png;
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    static byte[] Segment(byte marker, string text) => [0xFF, marker, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. Encoding.ASCII.GetBytes(text)];

    static byte[] PngChunk(string name, string text) => [0, 0, 0, (byte)text.Length, .. Encoding.ASCII.GetBytes(name + text), 1, 2, 3, 4];

    static byte[] RiffChunk(string name, string text) => [.. Encoding.ASCII.GetBytes(name), .. Little(text.Length), .. Encoding.ASCII.GetBytes(text)];

    static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
