using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class TileTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_page_fetches_pictures_from_nobody_but_us_until_a_tile_server_is_named(Engine engine)
    {
        var (sources, referrer, tiles) = await Read(await vesper.On(engine));
        (sources, referrer).ShouldBe(("img-src 'self' data: blob:", "same-origin"));
        tiles.Body.GetProperty("url").GetString().ShouldBe("");
    }

    [EachEngine]
    public async Task A_named_tile_server_is_told_to_phones_and_only_its_host_is_let_in(Engine engine)
    {
        const string url = "https://tiles.example.com/{z}/{x}/{y}.png";
        await using var server = await vesper.AloneOn(engine, ("VESPER_TILES", url), ("VESPER_TILES_BY", "© somebody"), ("VESPER_TILES_GRID", "gcj02"));

        var (sources, referrer, tiles) = await Read(server);

        (sources, referrer).ShouldBe(("img-src 'self' data: blob: https://tiles.example.com", "strict-origin-when-cross-origin"));
        (tiles.Body.GetProperty("url").GetString(), tiles.Body.GetProperty("by").GetString(), tiles.Body.GetProperty("grid").GetString()).ShouldBe((url, "© somebody", "gcj02"));
    }

    static async Task<(string Sources, string Referrer, Answer Tiles)> Read(Server server)
    {
        var lin = (await Task.FromResult(server).ATeamOf(1)).Rep("lin");
        using var client = server.CreateClient();
        var headers = (await client.GetAsync("/health/live")).Headers;
        var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        return (policy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith("img-src", StringComparison.Ordinal)),
            headers.GetValues("Referrer-Policy").ShouldHaveSingleItem(), (await lin.Get("/api/map-tiles")).ShouldBeOk());
    }
}
