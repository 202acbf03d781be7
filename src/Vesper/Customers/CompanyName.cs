using System.Text.RegularExpressions;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>
/// A company's name as far as it identifies: without width and case, brackets, place in front, and the words every company has behind (S: 撞单 is decided by name
/// and city). 杭州云顶家居（集团）有限公司 and 云顶家居 are one.
/// </summary>
static partial class CompanyName
{
    /// <summary>What is left; the whole folded name where nothing would be.</summary>
    public static string Core(string name, string city)
    {
        var folded = Fold.Of(name).Replace(" ", "", StringComparison.Ordinal);
        var core = Suffixes().Replace(Brackets().Replace(folded, ""), "");
        var place = Fold.Of(city).TrimEnd('市');
        if (place.Length >= 2 && core.StartsWith(place, StringComparison.Ordinal)) core = core[place.Length..].TrimStart('市');
        return core.Length >= 2 ? core : folded;
    }

    /// <summary>The same company: cores alike, and no two different cities.</summary>
    public static bool Same(string name, string city, string otherName, string otherCity) =>
        Core(name, city.Length > 0 ? city : otherCity) == Core(otherName, otherCity.Length > 0 ? otherCity : city)
        && OneCity(city, otherCity);

    /// <summary>So alike that somebody should look: another character, a missing one; never in two different cities.</summary>
    public static bool Similar(string name, string city, string otherName, string otherCity) =>
        OneCity(city, otherCity)
        && NameLikeness.Of(Core(name, city.Length > 0 ? city : otherCity), Core(otherName, otherCity.Length > 0 ? otherCity : city)) >= NameLikeness.Warns;

    static bool OneCity(string city, string otherCity) => city.Length == 0 || otherCity.Length == 0 || Fold.Of(city).TrimEnd('市') == Fold.Of(otherCity).TrimEnd('市');

    [GeneratedRegex(@"[(（【\[].*?[)）】\]]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:股份|有限|责任|集团|控股|公司|商行|co\.?,?ltd\.?|inc\.?|llc|[,.])+$")]
    private static partial Regex Suffixes();
}
