using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vesper.Evenings;

/// <summary>
/// Ids that follow from what a thing is (UUID v8 of RFC 9562, from SHA-256): two hosts who open at once meet in one evening, and what was shown
/// before it was stored keeps its id afterwards.
/// </summary>
static class NamedId
{
    public static Guid OfEvening(Guid teamId, DateOnly day) => Of("evening", teamId, day);

    public static Guid Of(string kind, params ReadOnlySpan<object?> parts)
    {
        var name = new StringBuilder(kind);
        foreach (var part in parts)
            name.Append('|').Append(part switch
            {
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => Convert.ToString(part, CultureInfo.InvariantCulture),
            });

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString()), hash);
        return OfHash(hash);
    }

    /// <summary>The first 16 bytes, marked as version 8.</summary>
    public static Guid OfHash(ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        hash[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
