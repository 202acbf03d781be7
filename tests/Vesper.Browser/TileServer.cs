using System.Collections.Concurrent;
using System.Net;

namespace Vesper.Browser;

/// <summary>A tile server as they are everywhere: /z/x/y.png, a 256-pixel picture each, nothing for who does not say whose page it is for.</summary>
sealed class TileServer : IAsyncDisposable
{
    // One grey pixel, scaled by the page as any tile is.
    static readonly byte[] Tile = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFggKAYl0PmwAAAABJRU5ErkJggg==");

    readonly HttpListener _listener = new();
    readonly Task _serving;

    public TileServer()
    {
        // HttpListener cannot choose a free port itself.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Origin = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Origin { get; }

    public ConcurrentQueue<(int Z, int X, int Y)> Asked { get; } = [];

    /// <summary>What the pages said they were.</summary>
    public ConcurrentQueue<string?> Referrers { get; } = [];

    public bool Fails { get; set; }

    async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext http;
            try { http = await _listener.GetContextAsync(); }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException) { return; }

            var parts = http.Request.Url!.AbsolutePath.Trim('/').Replace(".png", "", StringComparison.Ordinal).Split('/');
            Referrers.Enqueue(http.Request.UrlReferrer?.ToString());
            http.Response.StatusCode = Fails ? 503 : http.Request.UrlReferrer is null ? 403 : 200;
            if (http.Response.StatusCode == 200)
            {
                Asked.Enqueue((int.Parse(parts[0]), int.Parse(parts[1]), int.Parse(parts[2])));
                http.Response.ContentType = "image/png";
                await http.Response.OutputStream.WriteAsync(Tile);
            }
            http.Response.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }
}
