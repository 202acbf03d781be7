using System.Text;

namespace Vesper.Kit.Text;

/// <summary>One form for what people type in many: full and half width, upper and lower case, any amount of space.</summary>
static class Fold
{
    /// <summary>NFKC, lower case by the invariant culture, spaces collapsed and trimmed. Folding twice changes nothing; no text throws.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";

        var lower = Normalizable(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', lower.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    // Half a surrogate pair (cut by some length limit) and U+FFFE make Normalize throw; they become the replacement character.
    static string Normalizable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE')) return text;

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return whole.ToString();
    }
}
