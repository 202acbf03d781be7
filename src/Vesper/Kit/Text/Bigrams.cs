using System.Globalization;
using System.Text;

namespace Vesper.Kit.Text;

/// <summary>One thing to search for: an exact pair of Chinese characters, or the beginning of a Latin word; or else Otherwise, the beginning of a word too.</summary>
readonly record struct SearchTerm(string Text, bool Prefix, string? Otherwise = null)
{
    public IReadOnlyList<string> Words => Otherwise is null ? [Text] : [Text, Otherwise];
}

/// <summary>
/// The words of a text for a full-text index that knows no Chinese: every two neighbouring characters of a Chinese run
/// (顾家家居 → 顾家 家家 家居), Latin words and numbers whole. Everything is folded first.
/// </summary>
static class Bigrams
{
    /// <summary>What to write into the index: words separated by one space, in the order of the text; empty if there is nothing to find.</summary>
    public static string Index(string? text) => string.Join(' ', Runs(text).SelectMany(run => run.Chinese ? Pairs(run.Text) : [run.Text]));

    /// <summary>
    /// What to ask the index for, all of it: pairs exactly, Latin words by their beginning. A single Chinese character asks
    /// for nothing (it would match half the archive), so an empty answer means "type one more".
    /// </summary>
    public static IReadOnlyList<SearchTerm> Query(string? text) =>
        [.. Runs(text).SelectMany(Terms).Distinct()];

    static IEnumerable<SearchTerm> Terms(Run run) => run switch
    {
        { Chinese: false } => [new SearchTerm(run.Text, Prefix: true)],
        _ when Runes(run.Text).Count < 2 => [],
        _ => Pairs(run.Text).Select(pair => new SearchTerm(pair, Prefix: false)),
    };

    static IEnumerable<string> Pairs(string run)
    {
        var runes = Runes(run);
        // A lone character is its own word, so that it is found when the neighbours are Latin (A厂).
        return runes.Count == 1 ? [run] : runes.Zip(runes.Skip(1), (first, second) => $"{first}{second}");
    }

    static List<Rune> Runes(string text) => [.. text.EnumerateRunes()];

    readonly record struct Run(string Text, bool Chinese);

    static List<Run> Runs(string? text)
    {
        var runs = new List<Run>();
        var run = new StringBuilder();
        var chinese = false;

        foreach (var rune in Fold.Of(text).EnumerateRunes())
        {
            var (word, isChinese) = (IsWord(rune), IsChinese(rune));
            if (run.Length > 0 && (!word || isChinese != chinese)) End();
            if (!word) continue;
            chinese = isChinese;
            run.Append(rune);
        }
        if (run.Length > 0) End();
        return runs;

        void End()
        {
            runs.Add(new Run(run.ToString(), chinese));
            run.Clear();
        }
    }

    // Marks belong to the letter before them; the selectors behind an emoji (U+FE0F) are marks too and belong to nothing.
    static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value < 0xFE00);

    // Scripts written without spaces: kana, Hangul, Han with its extensions.
    static bool IsChinese(Rune rune) => rune.Value is
        >= 0x3005 and <= 0x3007 or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
