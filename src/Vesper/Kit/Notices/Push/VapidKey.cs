using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Vesper.Kit.Notices.Push;

/// <summary>Who this server is to push services (RFC 8292): a key pair, and a contact they may write to.</summary>
sealed class VapidKey : IDisposable
{
    static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    readonly ECDsa _key;

    VapidKey(ECDsa key, string contact) => (_key, Contact) = (key, contact);

    /// <summary>A mailto: or https: address.</summary>
    public string Contact { get; }

    /// <summary>What browsers subscribe with: base64url of the public point.</summary>
    public string Public => Base64Url.EncodeToString(PushMessage.Point(_key.ExportParameters(false)));

    /// <summary>base64url of the private number; whoever has it may push as this server.</summary>
    public string Private => Base64Url.EncodeToString(_key.ExportParameters(true).D);

    public static VapidKey Make(string contact) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), contact);

    /// <exception cref="FormatException">Not 32 bytes in base64url.</exception>
    public static VapidKey Of(string secret, string contact)
    {
        if (Base64Url.DecodeFromChars(secret) is not { Length: 32 } number) throw new FormatException("A VAPID key is 32 bytes in base64url.");
        var key = ECDsa.Create();
        key.ImportParameters(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = number, Q = PublicOf(number) });
        return new(key, contact);
    }

    /// <summary>The Authorization header for a push service.</summary>
    public string Token(Uri endpoint, DateTimeOffset now)
    {
        var claims = new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (now + Lasts).ToUnixTimeSeconds(), sub = Contact };
        var signed = $"{Part(new { typ = "JWT", alg = "ES256" })}.{Part(claims)}";
        var signature = _key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={Public}";
    }

    public void Dispose() => _key.Dispose();

    static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    // The system computes the public point from a private key given in PKCS#8 without one.
    static ECPoint PublicOf(byte[] number)
    {
        byte[] pkcs8 = [.. Convert.FromHexString("3041020100301306072A8648CE3D020106082A8648CE3D030107042730250201010420"), .. number];
        using var whole = ECDsa.Create();
        whole.ImportPkcs8PrivateKey(pkcs8, out _);
        return whole.ExportParameters(false).Q;
    }
}
