using System.Text.RegularExpressions;
using Vesper.Kit.Text;
using Vesper.Kit.Text.Han;

namespace Vesper.Customers;

/// <summary>
/// A company's name as far as it identifies (S: 撞单 is decided by name and city). Core: without width, case and traditional forms, brackets, marks, the place in front and the words
/// every company has behind; 杭州雲頂家居（集团）有限公司 and 云顶家居 are one. Place: where it is, by its field, else by its own name.
/// </summary>
readonly partial record struct CompanyName(string Core, Place Place)
{
    /// <summary>The core is the whole folded name where nothing else would be left.</summary>
    public static CompanyName Of(string name, string city)
    {
        var folded = HanTables.Simplified(Fold.Of(name));
        var place = Places.Of(Bare(HanTables.Simplified(Fold.Of(city))));
        var text = Opened(folded, ref place);
        text = Bare(WithoutBranch(Bare(LatinForms().Replace(text, "")), ref place));
        text = WithoutPlace(Forms().Replace(text, ""), ref place);
        var nothing = text.Length < 2 || Places.At(text)?.Length == text.Length;
        return new(!nothing ? text : Bare(folded) is { Length: > 0 } bare ? bare : folded, place);
    }

    /// <summary>The same company: cores alike, and nothing says that they lie apart.</summary>
    public bool Same(CompanyName other) => Core.Length > 0 && Core == other.Core && Places.MayBeOne(Place, other.Place);

    /// <summary>So alike that somebody should look: another character, a missing one, one that sounds the same; never in two different cities.</summary>
    public bool Similar(CompanyName other) =>
        Core != other.Core && Places.MayBeOne(Place, other.Place) && !NameParts.Apart(Core, other.Core)
        && (NameParts.SoundsLike(Core, other.Core) || NameLikeness.Of(Core, other.Core) >= NameLikeness.Warns);

    /// <summary>A place in brackets is where it is; everything else in them (集团, 中国, 原名…) identifies nobody.</summary>
    static string Opened(string text, ref Place place)
    {
        foreach (Match found in Brackets().Matches(text))
            if (place.City.Length == 0 && Places.Of(found.Groups["within"].Value) is { City.Length: > 0 } within && Places.At(found.Groups["within"].Value) is not null) place = within;
        return Brackets().Replace(text, "") is { Length: > 0 } rest ? rest : text;
    }

    /// <summary>A branch is where it says it is: 杭州云顶家居有限公司宁波分公司 lies in 宁波. One that names no city is the company itself.</summary>
    static string WithoutBranch(string text, ref Place place)
    {
        if (Branch().Match(text) is not { Success: true } branch && (branch = BranchOfBrand().Match(text)) is not { Success: true }) return text;
        var where = branch.Groups["where"];
        if (Places.At(where.Value) is { Place: { City.Length: > 0 } there }) place = there;
        else if (!branch.Groups["of"].Success) return text;
        return text[..where.Index];
    }

    static string WithoutPlace(string text, ref Place place)
    {
        var rest = text;
        while (Places.At(rest) is { } at && Places.MayBeOne(at.Place, place) && NameParts.Identifies(rest[at.Length..]))
        {
            if (place.City.Length == 0) place = new(at.Place.Province.Length > 0 ? at.Place.Province : place.Province, at.Place.City);
            rest = rest[at.Length..];
            if (rest.Length < text.Length && District().Match(rest) is { Success: true } district && NameParts.Identifies(rest[district.Length..])) rest = rest[district.Length..];
        }
        // A town that is in no list is known by the field.
        if (place.City.Length >= 2 && rest.StartsWith(place.City, StringComparison.Ordinal) && NameParts.Identifies(rest[place.City.Length..])) rest = rest[place.City.Length..].TrimStart('市', '县');
        return rest;
    }

    static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"[(【\[〔《「](?<within>[^)】\]〕》」]*)[)】\]〕》」]?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:[\s.,&]*\b(?:co|ltd|limited|inc|llc|corp|corporation|company|group|holdings|gmbh|plc|pte|ag|sa)\b[\s.,]*)+$")]
    private static partial Regex LatinForms();

    [GeneratedRegex(@"(?:股份|有限|责任|集团|控股|合伙|企业|总公司|公司|商行|总部)+$")]
    private static partial Regex Forms();

    const string Branches = "(?:分公司|分厂|分店|分部|办事处|营业部|销售部)$";

    [GeneratedRegex(@"(?<of>公司|集团|厂)(?<where>\p{Lo}{0,10}?)" + Branches)]
    private static partial Regex Branch();

    // 云顶家居宁波分公司: only a place in front says where the name ends.
    [GeneratedRegex(@"(?<where>\p{Lo}{2})" + Branches)]
    private static partial Regex BranchOfBrand();

    [GeneratedRegex(@"^(?!小)\p{Lo}{2,3}?(?:区|县|镇)")]
    private static partial Regex District();
}
