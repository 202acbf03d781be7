using Vesper.Kit.Geo;

namespace Vesper.Kit;

/// <summary>How this server is set up: command line (--data) and VESPER_* variables; everything else is a setting inside.</summary>
sealed record VesperOptions
{
    /// <summary>Folder of the database, the keys and the files. VESPER_DATA</summary>
    public string Data { get; init; } = "data";

    /// <summary>A PostgreSQL connection string; empty for SQLite in the data folder. VESPER_DATABASE</summary>
    public string? Database { get; init; }

    /// <summary>Serves HTTPS on the local network. VESPER_LAN</summary>
    public bool Lan { get; init; }

    /// <summary>The private VAPID key pushes are signed with, base64url; empty for the one in the key ring, if any. VESPER_PUSH_KEY</summary>
    public string? PushKey { get; init; }

    /// <summary>Where push services may write to: mailto: or https:. VESPER_PUSH_CONTACT</summary>
    public string? PushContact { get; init; }

    /// <summary>Map tiles under the sketches; none unless named. VESPER_TILES, VESPER_TILES_BY, VESPER_TILES_GRID</summary>
    public TileServer? Tiles { get; init; }

    public static VesperOptions From(IConfiguration configuration) => new()
    {
        Data = Path.GetFullPath(configuration["data"] ?? configuration["VESPER_DATA"] ?? "data"),
        Database = configuration["database"] ?? configuration["VESPER_DATABASE"],
        PushKey = configuration["VESPER_PUSH_KEY"],
        PushContact = configuration["VESPER_PUSH_CONTACT"],
        Lan = configuration["lan"] is { } lan ? lan is "" or "true" : configuration["VESPER_LAN"] is "1" or "true",
        Tiles = TileServer.Of(configuration["VESPER_TILES"], configuration["VESPER_TILES_BY"], configuration["VESPER_TILES_GRID"]),
    };
}
