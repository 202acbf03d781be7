using System.Buffers;

namespace Vesper.Kit.Geo;

enum TileGrid { Wgs84, Gcj02 }

/// <summary>Whose map tiles lie under the sketches, when the operator names a server: none by default, for whoever draws the tiles learns where our customers are.</summary>
/// <param name="Url">With {z}, {x} and {y}, in Web Mercator as everyone cuts it.</param>
/// <param name="By">What the tiles' owner wants written on them.</param>
/// <param name="Grid">Maps sold in China are drawn in GCJ-02.</param>
sealed record TileServer(string Url, string By, TileGrid Grid)
{
    static readonly SearchValues<char> NotInAHost = SearchValues.Create("{};, '\"*@");

    /// <summary>Scheme, host and port: what a page may fetch pictures from besides us.</summary>
    public string Origin { get; } = new Uri(Url.Replace("{z}", "0", StringComparison.Ordinal).Replace("{x}", "0", StringComparison.Ordinal).Replace("{y}", "0", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority);

    /// <exception cref="InvalidOperationException">A key that cannot be meant so, told before anything starts.</exception>
    public static TileServer? Of(string? url, string? by, string? grid)
    {
        if (string.IsNullOrWhiteSpace(url)) return null;
        // The host is written out: a page that may fetch from any host of a pattern could be made to tell any host something.
        var rest = url.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? url[(at + 3)..] : "";
        var host = rest.Split('/')[0];
        var whole = rest.Contains("{z}", StringComparison.Ordinal) && rest.Contains("{x}", StringComparison.Ordinal) && rest.Contains("{y}", StringComparison.Ordinal);
        if (!whole || host.Length == 0 || host.AsSpan().ContainsAny(NotInAHost) || !Uri.TryCreate(url, UriKind.Absolute, out var read) || read.Scheme is not ("https" or "http"))
            throw new InvalidOperationException("VESPER_TILES is an http(s) address with {z}, {x} and {y} in it, its host written out: https://tiles.example.com/{z}/{x}/{y}.png");
        return new(url, by?.Trim() ?? "", grid?.Trim().ToUpperInvariant() switch
        {
            null or "" or "WGS84" or "WGS-84" => TileGrid.Wgs84,
            "GCJ02" or "GCJ-02" => TileGrid.Gcj02,
            _ => throw new InvalidOperationException("VESPER_TILES_GRID is wgs84 or gcj02."),
        });
    }
}
