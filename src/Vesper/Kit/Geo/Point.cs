namespace Vesper.Kit.Geo;

/// <summary>A place on earth in degrees, WGS-84 unless its name says otherwise.</summary>
readonly record struct Point(double Latitude, double Longitude)
{
    const double EarthRadiusMetres = 6_371_008.8;

    public bool IsOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Great-circle distance (haversine) in metres; ±0.5 % for the earth is no sphere.</summary>
    public double MetresTo(Point other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = north * north + Math.Cos(from) * Math.Cos(to) * east * east;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>Three decimals, about 110 m: what is left of a check-in's point after 24 hours (L).</summary>
    public Point Rounded() => new(Math.Round(Latitude, 3), Math.Round(Longitude, 3));
}
