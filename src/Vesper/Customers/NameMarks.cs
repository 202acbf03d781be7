using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>
/// By which words of the search index a company's name is found again among a million: no list is walked and no row compared that does not share one. Two cores that are nearly the same
/// have begun alike but for one letter, so each is marked by its beginning with every letter left out once, and by how it sounds. Each mark stands there with its city and without.
/// </summary>
static class NameMarks
{
    const int Beginning = 4, LatinBeginning = 8, Shortest = 3;

    /// <summary>What is written for a company.</summary>
    public static IEnumerable<string> Of(CompanyName name) =>
        Keys(name.Core).Prepend(Whole(name.Core)).SelectMany(key => (string[])[Search.Mark('n', $"{key}|{City(name)}"), Search.Mark('m', key)]);

    /// <summary>What is asked for: in its city and where no city is known; everywhere, when it says none itself.</summary>
    public static IReadOnlyList<string> OfSame(CompanyName name) => name.Core.Length == 0 ? [] : [.. Asked(name, Whole(name.Core))];

    public static IReadOnlyList<string> OfLike(CompanyName name) => [.. Keys(name.Core).SelectMany(key => Asked(name, key))];

    static IEnumerable<string> Asked(CompanyName name, string key) =>
        City(name) is { Length: > 0 } city ? [Search.Mark('n', $"{key}|{city}"), Search.Mark('n', $"{key}|")] : [Search.Mark('m', key)];

    static string City(CompanyName name) => Places.CityOf(name.Place.City);

    static string Whole(string core) => $"={core}";

    static IEnumerable<string> Keys(string core)
    {
        if (core.Length < Shortest) return [];
        var beginning = core[..Math.Min(core.Length, char.IsAscii(core[0]) ? LatinBeginning : Beginning)];
        // Three letters that are all there is are a beginning of others, too.
        var keys = beginning.Length == Shortest ? [beginning] : Enumerable.Range(0, beginning.Length).Select(i => beginning.Remove(i, 1));
        return (NameParts.Sound(core) is { } sound ? keys.Append($"~{sound}") : keys).Distinct();
    }
}
