using System.ComponentModel.DataAnnotations;
using Vesper.Kit.Text;

namespace Vesper.Journals;

/// <summary>Her words as they stand on the phone, before anything is submitted.</summary>
sealed record Words(DateOnly Day, [property: MaxLength(300)] string? Win = null, [property: MaxLength(300)] string? Block = null, [property: MaxLength(300)] string? Support = null)
{
    public string All => $"{Win}\n{Block}\n{Support}";
}

/// <summary>Share: per cent of common pairs, 0 when nothing is alike. Day: of the journal it is alike to.</summary>
sealed record LikenessView(int Share, DateOnly? Day);

/// <summary>
/// How alike two texts are: pairs of letters and words they have in common, of all they have (Jaccard), in per cent. Only its writer is ever shown it, and
/// nothing follows from it (D).
/// </summary>
static class Likeness
{
    /// <summary>Below so many pairs every text is alike to some other.</summary>
    const int Least = 6;

    public static int Of(string one, string other)
    {
        var (some, more) = (Pairs(one), Pairs(other));
        if (some.Count < Least || more.Count < Least) return 0;
        var common = some.Count(more.Contains);
        return 100 * common / (some.Count + more.Count - common);
    }

    static HashSet<string> Pairs(string text) => [.. Bigrams.Index(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
