using System.Security.Cryptography;
using System.Text;

namespace Vesper.Teams;

/// <summary>A secret of 80 random bits that a person can read out and type: 7K3M-9QXA-… in Crockford's alphabet, which has no I, L, O, U.</summary>
static class OneTimeCode
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 16;

    public static string New() => Dashed(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>What was typed, as it was printed: case, dashes and blanks do not matter, O is 0, I and L are 1. Null if it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 60) return null;
        var letters = new StringBuilder(Length);
        foreach (var letter in typed.ToUpperInvariant())
            letters.Append(letter switch { '-' or ' ' => "", 'O' => "0", 'I' or 'L' => "1", _ => letter.ToString() });
        var code = letters.ToString();
        return code.Length == Length && code.All(Alphabet.Contains) ? Dashed(code) : null;
    }

    /// <summary>What the database keeps of a code that opens an account.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>Compares without telling by time how much was right.</summary>
    public static bool Same(string code, string? typed) =>
        Read(typed) is { } read && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(read));

    static string Dashed(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));
}
