namespace Vesper.Kit.Geo;

/// <summary>
/// Browsers answer WGS-84, maps sold in China draw GCJ-02: up to 700 m apart. The forward formula is the published
/// approximation everyone uses; outside its box points stay as they are.
/// </summary>
static class Gcj02
{
    // Krasovsky's ellipsoid, not WGS-84's own: that is how the published formula has it.
    const double Axis = 6_378_245.0, Eccentricity2 = 0.00669342162296594323;

    public static Point FromWgs84(Point wgs) => Shifts(wgs) ? wgs.Plus(Offset(wgs)) : wgs;

    /// <summary>The inverse has no closed form: subtract the error until it is below a millimetre, ten rounds at most.</summary>
    public static Point ToWgs84(Point gcj)
    {
        if (!Shifts(gcj)) return gcj;

        var wgs = gcj;
        for (var round = 0; round < 10; round++)
        {
            var miss = FromWgs84(wgs);
            var (north, east) = (gcj.Latitude - miss.Latitude, gcj.Longitude - miss.Longitude);
            wgs = wgs.Plus((north, east));
            if (Math.Abs(north) + Math.Abs(east) < 1e-9) break;
        }
        return wgs;
    }

    static bool Shifts(Point p) => p is { Latitude: >= 0.8293 and <= 55.8271, Longitude: >= 72.004 and <= 137.8347 };

    static Point Plus(this Point p, (double North, double East) by) => new(p.Latitude + by.North, p.Longitude + by.East);

    static (double North, double East) Offset(Point p)
    {
        var (metresNorth, metresEast) = Waves(p.Longitude - 105, p.Latitude - 35);
        var latitude = double.DegreesToRadians(p.Latitude);
        var bend = 1 - Eccentricity2 * Math.Sin(latitude) * Math.Sin(latitude);
        var north = metresNorth * 180 / (Axis * (1 - Eccentricity2) / (bend * Math.Sqrt(bend)) * Math.PI);
        var east = metresEast * 180 / (Axis / Math.Sqrt(bend) * Math.Cos(latitude) * Math.PI);
        return (north, east);
    }

    static (double North, double East) Waves(double x, double y)
    {
        static double Sin(double turns) => Math.Sin(turns * Math.PI);

        var both = 20 * Sin(6 * x) + 20 * Sin(2 * x);
        var north = both + 20 * Sin(y) + 40 * Sin(y / 3) + 160 * Sin(y / 12) + 320 * Sin(y / 30);
        var east = both + 20 * Sin(x) + 40 * Sin(x / 3) + 150 * Sin(x / 12) + 300 * Sin(x / 30);
        var root = Math.Sqrt(Math.Abs(x));
        return (
            north * 2 / 3 - 100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root,
            east * 2 / 3 + 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root);
    }
}
