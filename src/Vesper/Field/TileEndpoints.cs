using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>Where the phone fetches the map under its sketches. Url: empty when no tile server is named; the sketches need none.</summary>
sealed record TilesView(string Url, string By, TileGrid Grid);

static class TileEndpoints
{
    public static void MapTiles(this IEndpointRouteBuilder api) =>
        api.MapGet("/map-tiles", GetMapTiles).WithName("getMapTiles").WithTags("Field").RequireMember();

    static Ok<TilesView> GetMapTiles(VesperOptions options) => TypedResults.Ok(options.Tiles is { } tiles ? new TilesView(tiles.Url, tiles.By, tiles.Grid) : new("", "", TileGrid.Wgs84));
}
