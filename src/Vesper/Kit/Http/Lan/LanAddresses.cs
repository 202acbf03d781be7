using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Vesper.Kit.Http.Lan;

/// <summary>What a phone may type to reach this machine. The first address is the one to show.</summary>
sealed record LanNames(string Host, IReadOnlyList<IPAddress> Addresses);

static class LanAddresses
{
    /// <summary>Private IPv4 networks (RFC 1918, 3927, 6598); the authority can vouch for nothing outside these.</summary>
    public static readonly IReadOnlyList<IPNetwork> Private =
        [.. new[] { "192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8" }.Select(network => IPNetwork.Parse(network))];

    public static LanNames Here()
    {
        var addresses =
            from card in NetworkInterface.GetAllNetworkInterfaces()
            where card.OperationalStatus is OperationalStatus.Up && card.NetworkInterfaceType is not NetworkInterfaceType.Loopback
            let properties = card.GetIPProperties()
            from unicast in properties.UnicastAddresses
            where unicast.Address.AddressFamily is AddressFamily.InterNetwork && Private.Any(network => network.Contains(unicast.Address))
            // The card with a way out is the one the phones share; bridges of containers have none.
            orderby properties.GatewayAddresses.Count == 0, card.Name
            select unicast.Address;
        return new(Label(Dns.GetHostName()), [.. addresses.Distinct()]);
    }

    /// <summary>The host name as a label of DNS: letters, digits and hyphens.</summary>
    static string Label(string host)
    {
        var label = new string([.. host.Split('.')[0].ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-')]).Trim('-');
        return label.Length is 0 or > 63 ? "vesper" : label;
    }
}
