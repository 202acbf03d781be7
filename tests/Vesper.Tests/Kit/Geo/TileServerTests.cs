using Vesper.Kit.Geo;

namespace Vesper.Tests.Kit.Geo;

public sealed class TileServerTests
{
    [Theory]
    [InlineData("https://tiles.example.com/{z}/{x}/{y}.png", "https://tiles.example.com")]
    [InlineData("http://127.0.0.1:8080/t?z={z}&x={x}&y={y}", "http://127.0.0.1:8080")]
    public void A_page_may_fetch_from_exactly_its_host(string url, string origin)
    {
        var tiles = TileServer.Of(url, " © somebody ", "GCJ-02")!;
        tiles.ShouldBe(new(url, "© somebody", TileGrid.Gcj02));
        tiles.Origin.ShouldBe(origin);
    }

    [Theory]
    [InlineData("https://tiles.example.com/{z}/{x}.png")]
    [InlineData("tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("https://{x}.example.com/{z}/{x}/{y}.png")]
    [InlineData("https://*.example.com/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.example.com;script-src * /{z}/{x}/{y}.png")]
    [InlineData("https://somebody@tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("ftp://tiles.example.com/{z}/{x}/{y}.png")]
    public void What_cannot_be_a_tile_server_stops_the_start(string url) => Should.Throw<InvalidOperationException>(() => TileServer.Of(url, null, null)).Message.ShouldContain("VESPER_TILES");

    [Fact]
    public void Without_an_address_there_is_none_and_a_grid_nobody_draws_stops_the_start()
    {
        TileServer.Of(" ", "© somebody", "gcj02").ShouldBeNull();
        TileServer.Of("https://tiles.example.com/{z}/{x}/{y}.png", null, null)!.Grid.ShouldBe(TileGrid.Wgs84);
        Should.Throw<InvalidOperationException>(() => TileServer.Of("https://tiles.example.com/{z}/{x}/{y}.png", null, "bd09"));
    }
}
