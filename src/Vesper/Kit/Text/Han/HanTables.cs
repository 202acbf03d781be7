using System.Collections.Frozen;
using System.Text;

namespace Vesper.Kit.Text.Han;

/// <summary>Chinese characters by Unicode's own tables (readings.txt, simplified.txt; make.py makes them from Unihan): how they are read, and their simplified form.</summary>
static class HanTables
{
    static readonly Lazy<FrozenDictionary<char, string[]>> Readings = new(ReadReadings);
    static readonly Lazy<FrozenDictionary<char, char>> Simple = new(() => Lines("simplified").First().Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]));

    /// <summary>Its syllables without tone, the commonest first; none for what is no Chinese character, or one nobody uses.</summary>
    public static IReadOnlyList<string> ReadingsOf(char character) => character >= 0x3400 && Readings.Value.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>雲頂傢俱 → 云顶傢俱: by single characters, so that the length stays.</summary>
    public static string Simplified(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u3400', '\u9fff')) return text;
        var simple = new StringBuilder(text);
        for (var i = 0; i < simple.Length; i++)
            if (Simple.Value.TryGetValue(simple[i], out var other)) simple[i] = other;
        return simple.ToString();
    }

    // Two passes, so that first readings stand first whatever the order of the syllables.
    static FrozenDictionary<char, string[]> ReadReadings()
    {
        var found = new Dictionary<char, List<string>>();
        var lines = Lines("readings").Select(line => line.Split(' ')).Select(parts => (Syllable: parts[0], Characters: parts[1].Split('+'))).ToList();
        foreach (var rank in (int[])[0, 1])
            foreach (var (syllable, characters) in lines.Where(line => line.Characters.Length > rank))
                foreach (var character in characters[rank])
                    if (found.TryGetValue(character, out var earlier)) earlier.Add(syllable);
                    else found[character] = [syllable];
        return found.ToFrozenDictionary(one => one.Key, one => one.Value.ToArray());
    }

    static IEnumerable<string> Lines(string name)
    {
        using var file = new StreamReader(typeof(HanTables).Assembly.GetManifestResourceStream($"Vesper.Kit.Text.Han.{name}.txt")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }
}
