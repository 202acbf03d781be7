using System.Net;

namespace Vesper.Teams;

/// <summary>Who may set an empty server up: somebody at this machine, or whoever can read the code this server printed when it started.</summary>
sealed class SetupDoor
{
    public string Code { get; } = OneTimeCode.New();

    public bool Admits(HttpContext http, string? code) => IsAtThisMachine(http) || OneTimeCode.Same(Code, code);

    /// <summary>
    /// A proxy on this machine makes strangers look local. A usual one says so in a header or passes the name that was asked for; the browser's Origin gives it away too.
    /// </summary>
    public static bool IsAtThisMachine(HttpContext http)
    {
        var headers = http.Request.Headers;
        return http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase))
            && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("X-Real-IP") && headers.Via.Count == 0
            && IsLocal(http.Request.Host.Host)
            && (headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLocal(page.Host)));
    }

    static bool IsLocal(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
