using System.Text;
using Vesper.Kit.Files;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Files;

public sealed class PictureTests
{
    static readonly byte[][] Clean = [Pictures.Jpeg, Pictures.Png, Pictures.Webp];
    static readonly byte[][] Telling = [Pictures.TellingJpeg, Pictures.TellingPng, Pictures.TellingWebp];

    [Fact]
    public void A_picture_of_the_canvas_stays_as_it_is()
    {
        foreach (var bytes in Clean)
        {
            var picture = Picture.Read(bytes).ShouldNotBeNull();
            (picture.Width, picture.Height).ShouldBe((Pictures.Width, Pictures.Height));
            picture.Bytes.ToArray().ShouldBe(bytes);
        }
    }

    [Fact]
    public void What_tells_of_place_and_person_is_left_out()
    {
        foreach (var (bytes, clean) in Telling.Zip(Clean))
        {
            Encoding.Latin1.GetString(bytes).ShouldContain(Pictures.Secret);

            var picture = Picture.Read(bytes).ShouldNotBeNull();

            Encoding.Latin1.GetString(picture.Bytes.Span).ShouldNotContain("GPS");
            (picture.Width, picture.Height).ShouldBe((Pictures.Width, Pictures.Height));
            if (picture.Type != "image/webp") picture.Bytes.ToArray().ShouldBe(clean); // a WebP keeps its extended head
            Picture.Read(picture.Bytes.Span)!.Bytes.ToArray().ShouldBe(picture.Bytes.ToArray());
        }
    }

    [Fact]
    public void A_webp_no_longer_announces_what_it_lost()
    {
        var picture = Picture.Read(Pictures.TellingWebp)!.Bytes.ToArray();
        picture[20].ShouldBe((byte)0);
        BitConverter.ToInt32(picture, 4).ShouldBe(picture.Length - 8);
    }

    [Fact]
    public void Jfif_loses_its_thumbnail_and_Adobe_stays()
    {
        byte[] thumbnail = [.. Pictures.Jpeg[..3], 0xE0, 0, 19, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0x47, 0x50, 0x53];
        byte[] adobe = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        Picture.Read([.. thumbnail, .. adobe, .. Pictures.Jpeg[20..]])!.Bytes.ToArray().ShouldBe([.. Pictures.Jpeg[..20], .. adobe, .. Pictures.Jpeg[20..]]);
    }

    public static TheoryData<byte[]> NoPictures =>
    [
        [],
        [0xFF, 0xD8, 0xFF],
        [.. "%PDF-1.7 a paper that is called photo.jpg"u8],
        [0, 0, 0, 24, .. "ftypheic a photo of another phone"u8],
        [.. "GIF89a moving"u8],
        [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8],
        [.. Pictures.Jpeg[..^2]],
        [.. Pictures.Jpeg[..2], .. Pictures.Jpeg[^20..]],
        [.. Pictures.Png[..^4]],
        [.. Pictures.Png[..8], .. Pictures.Png[33..]],
        [.. Pictures.Png[..33], .. Pictures.Png[8..]],
        [.. Pictures.Png[..33], .. Pictures.Png[^12..]],
        [.. Pictures.Webp[..^3]],
        [.. Pictures.Webp[..12], .. Pictures.Webp[12..], .. Pictures.Webp[12..]],
        Pictures.PngOf(0, 16),
        Pictures.PngOf(uint.MaxValue, 1),
    ];

    [Theory]
    [MemberData(nameof(NoPictures))]
    public void What_is_no_whole_picture_is_none(byte[] bytes)
    {
        if (bytes is [(byte)'R', ..] && bytes.Length > Pictures.Webp.Length) BitConverter.TryWriteBytes(bytes.AsSpan(4), bytes.Length - 8);
        Picture.Read(bytes).ShouldBeNull();
    }

    [Fact]
    public void The_size_is_the_headers_own() => Picture.Read(Pictures.PngOf(60_000, 60_000))!.Pixels.ShouldBe(3_600_000_000);

    /// <summary>Cut anywhere, flipped anywhere, filled with noise: never an exception, never more bytes than came (but a JFIF head), and always an end.</summary>
    [Fact]
    public void No_bytes_break_it()
    {
        var dice = new Random(20260305);
        foreach (var whole in Clean.Concat(Telling))
        {
            for (var cut = 0; cut < whole.Length; cut++) Read(whole[..cut]);
            for (var cut = 3; cut < whole.Length - 1; cut++) Read([.. whole[..cut], .. whole[(cut + 1)..]]);
            for (var round = 0; round < 4_000; round++)
            {
                var bytes = whole.ToArray();
                for (var flips = dice.Next(1, 8); flips > 0; flips--) bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
                Read(bytes);
            }
            for (var round = 0; round < 500; round++)
            {
                var bytes = new byte[dice.Next(4_000)];
                dice.NextBytes(bytes);
                whole.AsSpan(0, Math.Min(bytes.Length, dice.Next(4, 40))).CopyTo(bytes);
                Read(bytes);
            }
        }
        Read([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 100_000)]);
        Read([.. Pictures.Png[..33], .. Enumerable.Repeat((byte)0, 100_000)]);

        static void Read(byte[] bytes)
        {
            if (Picture.Read(bytes) is not { } picture) return;
            picture.Bytes.Length.ShouldBeLessThanOrEqualTo(bytes.Length + 1);
            Picture.Read(picture.Bytes.Span).ShouldNotBeNull().Bytes.ToArray().ShouldBe(picture.Bytes.ToArray()); // what was cleaned is clean
        }
    }
}
