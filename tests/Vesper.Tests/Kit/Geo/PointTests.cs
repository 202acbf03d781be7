using Vesper.Kit.Geo;

namespace Vesper.Tests.Kit.Geo;

public sealed class PointTests
{
    [Theory]
    [InlineData(30.0, 120.0, 30.0, 120.0, 0, 0.001)]
    [InlineData(0, 0, 0, 1, 111_195, 1)] // a degree at the equator
    [InlineData(0, 179.9, 0, -179.9, 22_239, 1)] // across the date line, not round the earth
    [InlineData(30.2741, 120.1551, 28.6564, 121.4208, 218_000, 1_000)] // Hangzhou to Taizhou
    [InlineData(90, 0, -90, 0, 20_015_115, 2)] // pole to pole
    public void Distance_is_the_great_circle(double fromLat, double fromLng, double toLat, double toLng, double metres, double tolerance)
    {
        var (from, to) = (new Point(fromLat, fromLng), new Point(toLat, toLng));

        from.MetresTo(to).ShouldBe(metres, tolerance);
        to.MetresTo(from).ShouldBe(from.MetresTo(to), 1e-6);
    }

    [Fact]
    public void A_rounded_point_keeps_three_decimals() => new Point(31.1774276, 121.5272106).Rounded().ShouldBe(new Point(31.177, 121.527));

    [Theory]
    [InlineData(90, 180, true)]
    [InlineData(90.1, 0, false)]
    [InlineData(0, -180.1, false)]
    [InlineData(double.NaN, 0, false)]
    public void A_point_is_on_earth_or_not(double latitude, double longitude, bool expected) =>
        new Point(latitude, longitude).IsOnEarth.ShouldBe(expected);
}
