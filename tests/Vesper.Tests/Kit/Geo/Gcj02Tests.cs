using Vesper.Kit.Geo;

namespace Vesper.Tests.Kit.Geo;

public sealed class Gcj02Tests
{
    // Published pairs of the common implementations: Shanghai, Shenzhen, Beijing.
    [Theory]
    [InlineData(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215)]
    [InlineData(22.543847, 113.912316, 22.540796131694766, 113.9171764808363)]
    [InlineData(39.911954, 116.377817, 39.91334545536069, 116.38404722455657)]
    public void Wgs84_becomes_the_point_of_the_map_and_back(double lat, double lng, double mapLat, double mapLng)
    {
        var map = Gcj02.FromWgs84(new Point(lat, lng));
        map.Latitude.ShouldBe(mapLat, 1e-9);
        map.Longitude.ShouldBe(mapLng, 1e-9);

        Gcj02.ToWgs84(new Point(mapLat, mapLng)).MetresTo(new Point(lat, lng)).ShouldBeLessThan(0.01);
    }

    [Theory]
    [InlineData(48.8566, 2.3522)]
    [InlineData(-33.8688, 151.2093)]
    public void Outside_China_nothing_moves(double lat, double lng)
    {
        Gcj02.FromWgs84(new Point(lat, lng)).ShouldBe(new Point(lat, lng));
        Gcj02.ToWgs84(new Point(lat, lng)).ShouldBe(new Point(lat, lng));
    }
}
