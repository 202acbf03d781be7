namespace Vesper.Customers.Archive;

/// <summary>One thing an archive can know of a customer.</summary>
enum AssetPart { City, Industry, Employees, Address, Contact, Phone, Need, Budget, Time, Authority }

/// <summary>How near the team is to who decides.</summary>
enum KpDepth { Nobody, Somebody, KpKnown, KpMet, DeciderMet }

/// <summary>What the archive holds of one customer. LastOn: the last day of a visit, a call that reached somebody, or a fact; without any, the day it was made.</summary>
sealed record AssetKnown(IReadOnlySet<AssetPart> Parts, DateOnly LastOn, KpDepth Kp, Grade Grade, bool Signed);

/// <summary>客户资产 of one customer and how it comes to be: four shares, multiplied. Ahead: what is left in so many days if nobody does anything.</summary>
sealed record AssetView(
    double Points, double Completeness, double Freshness, double KpShare, double GradeShare, IReadOnlyList<AssetPart> Missing, DateOnly LastOn, int DaysAgo, KpDepth Kp, Grade Grade, bool Signed,
    double Ahead, int AheadDays);

/// <summary>
/// Asset value = completeness × freshness × depth at the key person × grade (D). Multiplied, because an archive nobody has opened for a year, or without the person who decides,
/// is worth little however full it is.
/// </summary>
static class AssetValue
{
    static readonly AssetPart[] All = Enum.GetValues<AssetPart>();

    public static AssetView Of(AssetKnown known, DateOnly today, AssetOptions options)
    {
        var days = Math.Max(0, today.DayNumber - known.LastOn.DayNumber);
        var (complete, fresh, kp, grade) = (Share(known.Parts.Count, All.Length), Freshness(days, options), Kp(known.Kp, options), Grade(known, options));
        return new(
            Points(fresh), complete, fresh, kp, grade, [.. All.Where(part => !known.Parts.Contains(part))], known.LastOn, days, known.Kp, known.Grade, known.Signed,
            Points(Freshness(days + options.AheadDays, options)), options.AheadDays);

        double Points(double freshness) => Math.Round(options.Whole * complete * freshness * kp * grade, 1, MidpointRounding.AwayFromZero);
    }

    static double Share(int some, int all) => (double)some / all;

    static double Freshness(int days, AssetOptions options) => days <= options.FreshDays ? 1 : Math.Pow(0.5, (double)(days - options.FreshDays) / options.HalfLifeDays);

    static double Kp(KpDepth depth, AssetOptions options) => depth switch
    {
        KpDepth.DeciderMet => options.DeciderMet,
        KpDepth.KpMet => options.KpMet,
        KpDepth.KpKnown => options.KpKnown,
        KpDepth.Somebody => options.Somebody,
        _ => options.Nobody,
    };

    static double Grade(AssetKnown known, AssetOptions options) => known.Signed && known.Grade is not Customers.Grade.E ? options.Signed : known.Grade switch
    {
        Customers.Grade.A => options.GradeA,
        Customers.Grade.B => options.GradeB,
        Customers.Grade.C => options.GradeC,
        Customers.Grade.D => options.GradeD,
        _ => 0,
    };
}
