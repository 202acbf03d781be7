namespace Vesper.Kit.Http;

/// <summary>
/// A choice in a path or query, spelled as everywhere on the wire (camelCase). The framework itself would take only the C# spelling, and numbers too.
/// </summary>
readonly record struct Word<T>(T Value) where T : struct, Enum
{
    public static bool TryParse(string? text, IFormatProvider? _, out Word<T> word)
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && char.IsAsciiLetterLower(text![0]) && Enum.IsDefined(value);
        word = new(value);
        return known;
    }
}
