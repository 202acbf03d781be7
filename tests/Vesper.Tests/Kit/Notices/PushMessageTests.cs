using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Vesper.Kit.Notices.Push;

namespace Vesper.Tests.Kit.Notices;

public sealed class PushMessageTests
{
    /// <summary>RFC 8291, Appendix A.</summary>
    [Fact]
    public void The_example_of_the_rfc_is_sealed_byte_by_byte()
    {
        var mine = Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var ours = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new() { X = mine[1..33], Y = mine[33..] },
        });

        var message = PushMessage.Seal(
            "When I grow up, I want to be a watermelon"u8,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Bytes("BTBZMqHH6r4Tts7J_aSIgg"), ours, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        Base64Url.EncodeToString(message).ShouldBe(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    [Fact]
    public void Each_message_has_a_key_and_a_salt_of_its_own_and_only_the_browser_opens_it()
    {
        using var browser = new FakeBrowser();
        var one = PushMessage.Seal("你好"u8, browser.Key, browser.Secret);
        var two = PushMessage.Seal("你好"u8, browser.Key, browser.Secret);

        one.ShouldNotBe(two);
        Encoding.UTF8.GetString(browser.Open(one)).ShouldBe("你好");
        using var other = new FakeBrowser();
        Should.Throw<CryptographicException>(() => other.Open(one));
    }

    [Fact]
    public void What_does_not_fit_one_push_or_is_no_key_is_refused()
    {
        using var browser = new FakeBrowser();
        PushMessage.Seal(new byte[PushMessage.LongestText], browser.Key, browser.Secret).Length.ShouldBe(4096);
        Should.Throw<ArgumentException>(() => PushMessage.Seal(new byte[PushMessage.LongestText + 1], browser.Key, browser.Secret));
        Should.Throw<CryptographicException>(() => PushMessage.Seal("x"u8, [4, .. new byte[64]], browser.Secret));
        Should.Throw<CryptographicException>(() => PushMessage.Seal("x"u8, new byte[33], browser.Secret));
    }

    [Fact]
    public void The_token_says_for_whom_until_when_and_from_whom_and_is_signed_with_the_key()
    {
        using var key = VapidKey.Make("mailto:admin@example.com");
        var now = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

        var header = VapidKey.Of(key.Private, key.Contact).Token(new Uri("https://push.example.net:8443/send/abc?x=1"), now);

        header.ShouldStartWith("vapid t=");
        var (token, k) = (header[8..].Split(", k=")[0], header.Split(", k=")[1]);
        k.ShouldBe(key.Public);
        FakePush.Verify(token, k).GetProperty("aud").GetString().ShouldBe("https://push.example.net:8443");
        FakePush.Verify(token, k).GetProperty("exp").GetInt64().ShouldBeInRange(now.ToUnixTimeSeconds() + 60, now.AddHours(24).ToUnixTimeSeconds());
        FakePush.Verify(token, k).GetProperty("sub").GetString().ShouldBe("mailto:admin@example.com");
    }

    static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
