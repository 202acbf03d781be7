using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Vesper.Kit.Notices.Push;

/// <summary>Seals a message so that only one browser can open it: RFC 8291 over aes128gcm (RFC 8188), in one record.</summary>
static class PushMessage
{
    /// <summary>What a push service carries at most, 4096 bytes, without header, padding mark and seal.</summary>
    public const int LongestText = 3993;
    const int Record = 4096, PointLength = 65;

    /// <param name="text">At most <see cref="LongestText"/> bytes.</param>
    /// <param name="theirKey">The browser's public key: an uncompressed P-256 point, 65 bytes.</param>
    /// <param name="theirSecret">The browser's authentication secret, 16 bytes.</param>
    /// <param name="ours">A key pair for this message alone; given by tests only.</param>
    /// <param name="salt">16 bytes; given by tests only.</param>
    /// <exception cref="CryptographicException">Their key is no point of the curve.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> text, byte[] theirKey, byte[] theirSecret, ECDiffieHellman? ours = null, byte[]? salt = null)
    {
        if (text.Length > LongestText) throw new ArgumentException("Too long for one push.", nameof(text));
        using var fresh = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var pair = ours ?? fresh;
        salt ??= RandomNumberGenerator.GetBytes(16);

        var ourKey = Point(pair.ExportParameters(false));
        using var them = ECDiffieHellman.Create(Parameters(theirKey));
        var shared = pair.DeriveRawSecretAgreement(them.PublicKey);
        var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, theirSecret, [.. "WebPush: info\0"u8, .. theirKey, .. ourKey]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt, [.. "Content-Encoding: aes128gcm\0"u8]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt, [.. "Content-Encoding: nonce\0"u8]);

        var message = new byte[16 + 4 + 1 + PointLength + text.Length + 1 + 16];
        salt.CopyTo(message, 0);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(16), Record);
        message[20] = PointLength;
        ourKey.CopyTo(message, 21);
        var body = message.AsSpan(21 + PointLength);
        Span<byte> padded = [.. text, 2]; // 2: the last record
        using var cipher = new AesGcm(key, 16);
        cipher.Encrypt(nonce, padded, body[..padded.Length], body[padded.Length..]);
        return message;
    }

    /// <exception cref="CryptographicException">It is no point of the curve.</exception>
    public static ECParameters Parameters(byte[] point)
    {
        if (point.Length != PointLength || point[0] != 4) throw new CryptographicException("Not an uncompressed point of P-256.");
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } };
        parameters.Validate();
        using var check = ECDiffieHellman.Create(parameters); // the system refuses a point beside the curve
        return parameters;
    }

    public static byte[] Point(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];
}
