using Vesper.Kit.Geo;

namespace Vesper.Kit.Http;

/// <summary>What every answer tells the browser to refuse: foreign scripts, foreign frames, guesses about types.</summary>
static class Headers
{
    /// <summary>Neither scripts nor styles inside a page: a text somebody typed can never become either. Frames of our own only, for the evening shown side by side.</summary>
    static string Policy(TileServer? tiles) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{(tiles is null ? "" : " " + tiles.Origin)}; font-src 'self'; connect-src 'self'; media-src 'self' blob:; " +
        "worker-src 'self'; manifest-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    public static void UseSafeHeaders(this WebApplication app)
    {
        var tiles = app.Services.GetRequiredService<VesperOptions>().Tiles;
        var policy = Policy(tiles);
        // Who draws tiles wants to know for whom (OpenStreetMap turns away who does not say): our address, never the page's.
        var referrer = tiles is null ? "same-origin" : "strict-origin-when-cross-origin";

        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = referrer;
            headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";

            // What a member may see is nobody else's: no proxy or shared phone keeps it, unless the endpoint says otherwise.
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) headers.CacheControl = "no-store";
            return next(http);
        });
    }
}
