namespace Vesper.Ops.Crm;

/// <summary>Known slips of the pen in exports, set right and reported.</summary>
static class CrmRepair
{
    static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase) { ["technolgy"] = "technology", ["Philipines"] = "Philippines" };

    public static string Word(string text) => Words.GetValueOrDefault(text, text);

    /// <summary>GTXPro is GTX Pro: the product that is the same but for blanks and case. Null when there is none.</summary>
    public static string? Product(string text, IReadOnlyCollection<string> known) =>
        known.Contains(text) ? text : known.FirstOrDefault(product => string.Equals(Bare(product), Bare(text), StringComparison.OrdinalIgnoreCase));

    static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
