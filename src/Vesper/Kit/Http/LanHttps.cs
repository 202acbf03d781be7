using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using QRCoder;
using Vesper.Kit.Http.Lan;

namespace Vesper.Kit.Http;

/// <summary>Where the local network finds this server. <paramref name="Bind"/> is every address of the machine; tests keep to loopback.</summary>
sealed record LanPorts(IPAddress Bind, int Https, int Trust)
{
    public static readonly LanPorts Usual = new(IPAddress.Any, 5443, 5480);
}

/// <summary>
/// HTTPS for the phones of one office: without it a phone gives a page no position, no camera, no offline and no place on its home screen.
/// The certificate comes from a small authority of this data folder; /trust, on a port without HTTPS, explains how a phone comes to trust it.
/// </summary>
static class LanHttps
{
    public static void UseLanHttps(this WebApplicationBuilder builder, VesperOptions options, LanPorts? ports = null)
    {
        if (!options.Lan) return;

        var (bind, https, trust) = ports ??= LanPorts.Usual;
        var identity = new LanIdentity(options.Data, TimeProvider.System, LanAddresses.Here);
        builder.Services.AddSingleton(ports).AddSingleton(_ => identity);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(tls => tls.ServerCertificateSelector = (_, _) => identity.Leaf));

        var asked = builder.Configuration["urls"] ?? "http://localhost:5080";
        builder.WebHost.UseUrls($"{asked};https://{bind}:{https};http://{bind}:{trust}");
    }

    /// <summary>Serves the trust page and says in the terminal where phones go. The port without HTTPS serves nothing else: no password crosses the air unencrypted.</summary>
    public static void AnnounceLan(this WebApplication app)
    {
        if (app.Services.GetService<LanIdentity>() is not { } identity) return;

        var ports = app.Services.GetRequiredService<LanPorts>();
        app.Use((http, next) =>
        {
            if (http.Connection.LocalPort != ports.Trust && !http.Request.Path.StartsWithSegments("/trust", StringComparison.Ordinal)) return next(http);
            return TrustPage.AnswerAsync(http, identity, ports);
        });
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var listens = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (listens.Any(address => address.StartsWith("https:", StringComparison.Ordinal))) Console.WriteLine(Announcement(identity.Names, ports));
        });
    }

    public static string Announcement(LanNames names, LanPorts ports)
    {
        if (names.Addresses.Count == 0) return "  没有找到局域网地址：先连上 Wi-Fi 或网线。 / No address in a local network: join Wi-Fi or plug in first.";

        var page = $"http://{names.Addresses[0]}:{ports.Trust}/trust";
        using var code = QRCodeGenerator.GenerateQrCode(page, QRCodeGenerator.ECCLevel.L);
        using var drawn = new AsciiQRCode(code);
        return $"""

            {drawn.GetGraphicSmall()}
              手机扫码（同一个 Wi-Fi）：第一次按页面信任证书，以后直接进入。
              Scan with a phone in the same Wi-Fi: the first time the page shows how to trust the certificate, later it goes straight in.
              {page}  →  https://{names.Addresses[0]}:{ports.Https}

            """;
    }
}
