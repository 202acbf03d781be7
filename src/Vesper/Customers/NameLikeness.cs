namespace Vesper.Customers;

/// <summary>How alike two cores of company names are, 0 to 1 (Jaro–Winkler): one wrong character of four in 云顶家居 leaves 0.88, and that is where the warning begins (product.md, D).</summary>
static class NameLikeness
{
    public const double Warns = 0.88;
    const double PerPrefix = 0.1;
    const int LongestPrefix = 4;

    public static double Of(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        var window = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        var (taken, matched) = (new bool[other.Length], new List<char>());
        for (var i = 0; i < one.Length; i++)
            for (var j = Math.Max(0, i - window); j <= Math.Min(other.Length - 1, i + window); j++)
            {
                if (taken[j] || one[i] != other[j]) continue;
                taken[j] = true;
                matched.Add(one[i]);
                break;
            }
        if (matched.Count == 0) return 0;

        var mirrored = other.Where((_, j) => taken[j]).ToList();
        var swapped = matched.Zip(mirrored).Count(pair => pair.First != pair.Second) / 2.0;
        double same = matched.Count;
        var jaro = ((same / one.Length) + (same / other.Length) + ((same - swapped) / same)) / 3;
        var prefix = one.Zip(other).Take(LongestPrefix).TakeWhile(pair => pair.First == pair.Second).Count();
        return jaro + (prefix * PerPrefix * (1 - jaro));
    }
}
