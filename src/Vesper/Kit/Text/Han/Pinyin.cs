namespace Vesper.Kit.Text.Han;

/// <summary>
/// By which Latin words a Chinese text is found: 云顶家居 by yundingjiaju and ydjj, and since a search asks for the beginning of a word, by every part of either: dingjia, dj. A character with
/// several readings stands there with each (长: chang and zhang), as long as that stays few.
/// </summary>
static class Pinyin
{
    const int Longest = 40, LongestWord = 48, MostReadings = 4;

    public static IEnumerable<string> Words(string? text)
    {
        var run = new List<IReadOnlyList<string>>();
        foreach (var character in HanTables.Simplified(Fold.Of(text)).Take(Longest).Append(' '))
        {
            if (HanTables.ReadingsOf(character) is { Count: > 0 } readings)
            {
                run.Add(readings);
                continue;
            }
            foreach (var word in OfRun(run)) yield return word;
            run.Clear();
        }
    }

    static IEnumerable<string> OfRun(List<IReadOnlyList<string>> run)
    {
        // One syllable finds too much to be of use, unless it is all there is.
        for (var from = 0; from < Math.Max(run.Count - 1, Math.Min(run.Count, 1)); from++)
        {
            foreach (var word in Spoken(run, from, syllable => syllable)) yield return word[..Math.Min(word.Length, LongestWord)];
            if (run.Count - from > 1)
                foreach (var word in Spoken(run, from, syllable => syllable[..1])) yield return word;
        }
    }

    static List<string> Spoken(List<IReadOnlyList<string>> run, int from, Func<string, string> part)
    {
        var words = new List<string> { "" };
        foreach (var readings in run.Skip(from))
        {
            var parts = readings.Select(part).Distinct().ToList();
            words = words.Count * parts.Count <= MostReadings ? [.. words.SelectMany(word => parts.Select(more => word + more))] : words.ConvertAll(word => word + parts[0]);
        }
        return words;
    }
}
