using System.Net;
using System.Net.Sockets;

namespace Vesper.Kit.Notices.Push;

/// <summary>
/// A subscription's endpoint is an address a browser gave us, and we call it: only names of the public internet, decided when the connection is made,
/// so that a name which changes its mind between look-up and call reaches nothing inside.
/// </summary>
static class PublicAddress
{
    static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(net => IPNetwork.Parse(net)),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Closed.Any(net => net.Contains(plain));
    }

    /// <summary>An https address with a name, short enough to keep; loopback by http where tests allow it.</summary>
    public static bool MayBeCalled(string endpoint, bool loopbackToo) =>
        endpoint.Length <= 1000 && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && ((uri.Scheme == Uri.UriSchemeHttps && uri.HostNameType is UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal)) || (loopbackToo && uri.IsLoopback));

    public static SocketsHttpHandler Handler(Func<bool> loopbackToo) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false, // a proxy would do the looking-up
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, stop) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
            var allowed = addresses.Where(address => Is(address) || (loopbackToo() && IPAddress.IsLoopback(address))).ToArray();
            if (allowed.Length == 0) throw new HttpRequestException($"{context.DnsEndPoint.Host} is not on the public internet.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
