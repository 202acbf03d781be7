using System.Globalization;
using Vesper.Kit.Geo;

namespace Vesper.Customers;

/// <summary>Where to look around: <c>near=30.27,120.15</c>, WGS-84 degrees.</summary>
readonly record struct Near(Point Point)
{
    public static bool TryParse(string? text, IFormatProvider? _, out Near near)
    {
        near = default;
        var comma = text?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        if (comma < 0 || !Degrees(text.AsSpan(0, comma), out var latitude) || !Degrees(text.AsSpan(comma + 1), out var longitude)) return false;
        near = new(new(latitude, longitude));
        return near.Point.IsOnEarth;
    }

    static bool Degrees(ReadOnlySpan<char> text, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees);
}
