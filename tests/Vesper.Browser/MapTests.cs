using Microsoft.Playwright;
using Vesper.Kit.Geo;

namespace Vesper.Browser;

public sealed class MapTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_chosen_map_lies_under_the_sketch_where_the_addresses_are_and_nothing_is_missing_when_it_fails()
    {
        await using var tiles = new TileServer();
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync,
            $"--VESPER_TILES={tiles.Origin}/{{z}}/{{x}}/{{y}}.png", "--VESPER_TILES_BY=© somebody who draws maps", "--VESPER_TILES_GRID=gcj02");
        await using var lin = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await lin.ReadyForOffline();
        await lin.Page.GotoAsync("/plan");

        await Assertions.Expect(lin.Page.Locator(".tiles image.there").First).ToBeVisibleAsync();
        await lin.Sees("© somebody who draws maps");
        await Assertions.Expect(lin.Page.Locator(".streets")).ToHaveCountAsync(0); // what the sketch draws where there is no map
        tiles.Referrers.ShouldAllBe(from => from == $"{vesper.Url}/"); // our address, not the page's
        var stops = await Stops(lin);
        stops.ShouldNotBeEmpty();
        foreach (var stop in stops) tiles.Asked.ShouldContain(tile => Holds(tile, Gcj02.FromWgs84(stop)), $"no tile shows {stop}");
        await lin.Shot("phone-plan-on-a-map");
        var drawn = await Sketch(lin);

        // It fails, then the network does: the same sketch without a map, and no word of it.
        tiles.Fails = true;
        foreach (var tile in tiles.Asked.Distinct()) lin.Expect(503, $"/{tile.Z}/{tile.X}/{tile.Y}.png");
        await lin.Page.ReloadAsync();
        await Assertions.Expect(lin.Page.Locator(".streets")).ToBeVisibleAsync();
        await Assertions.Expect(lin.Page.GetByText("© somebody who draws maps")).ToHaveCountAsync(0);
        (await Sketch(lin)).ShouldBe(drawn);
        await lin.GoOffline();
        await lin.Page.ReloadAsync();
        await Assertions.Expect(lin.Page.Locator(".stop")).ToHaveCountAsync(drawn.Count);
        await lin.GoOnline();
    }

    [Fact]
    public async Task A_mission_lies_on_the_map_too()
    {
        await using var tiles = new TileServer();
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync, $"--VESPER_TILES={tiles.Origin}/{{z}}/{{x}}/{{y}}.png");
        await using var lin = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await lin.Page.GotoAsync("/team");
        await lin.Tap(lin.Page.Locator("a.mission").First);

        await Assertions.Expect(lin.Page.Locator(".tiles image.there").First).ToBeVisibleAsync();
        await lin.Shot("phone-mission-on-a-map");
        (await lin.Page.Locator("circle.door").CountAsync()).ShouldBeGreaterThan(0);
    }

    /// <summary>As everyone cuts the world: 2ᶻ columns from the date line, 2ᶻ rows from the north.</summary>
    static bool Holds((int Z, int X, int Y) tile, Point at)
    {
        var (count, north) = (Math.Pow(2, tile.Z), double.DegreesToRadians(at.Latitude));
        var (x, y) = ((at.Longitude + 180) / 360 * count, (1 - (Math.Asinh(Math.Tan(north)) / Math.PI)) / 2 * count);
        return tile.X == (int)x && tile.Y == (int)y;
    }

    static async Task<List<Point>> Stops(Screen phone)
    {
        var plan = await phone.Page.EvaluateAsync<System.Text.Json.JsonElement>("fetch(`/api/planned-visits?day=${new Date(Date.now() + 8 * 36e5).toISOString().slice(0, 10)}`).then(answer => answer.json())");
        return [.. plan.EnumerateArray().Select(visit => visit.GetProperty("address")).Where(address => address.ValueKind is System.Text.Json.JsonValueKind.Object)
            .Select(address => new Point(address.GetProperty("latitude").GetDouble(), address.GetProperty("longitude").GetDouble()))];
    }

    static async Task<List<string>> Sketch(Screen phone) =>
        [.. await phone.Page.Locator(".stop").EvaluateAllAsync<string[]>("stops => stops.map(stop => stop.getAttribute('transform'))")];
}
