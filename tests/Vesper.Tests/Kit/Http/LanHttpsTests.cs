using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Vesper.Kit;
using Vesper.Kit.Http;
using Vesper.Kit.Http.Lan;

namespace Vesper.Tests.Kit.Http;

public sealed class LanHttpsTests : IDisposable
{
    static readonly LanNames Office = new("office", [IPAddress.Parse("192.168.1.20")]);

    readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("vesper-lan");
    readonly Clock _clock = new();
    LanNames _here = Office;

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("192.168.1.20")]
    [InlineData("office.local")]
    [InlineData("localhost")]
    public void A_phone_that_trusts_the_authority_trusts_the_server_by_each_of_its_names(string name)
    {
        var identity = Identity();
        Trusts(identity.Authority, identity.Leaf).ShouldBeTrue();
        identity.Leaf.MatchesHostname(name).ShouldBeTrue();
    }

    [Fact]
    public void Another_data_folder_is_not_trusted()
    {
        var other = Directory.CreateTempSubdirectory("vesper-lan");
        Trusts(new LanIdentity(other.FullName, _clock, () => Office).Authority, Identity().Leaf).ShouldBeFalse();
        other.Delete(recursive: true);
    }

    [Theory]
    [InlineData("8.8.8.8", "office", false)]
    [InlineData("192.168.7.7", "office", true)]
    [InlineData("10.1.2.3", "office", true)]
    [InlineData("172.32.0.1", "office", false)]
    public void The_authority_vouches_for_private_networks_only(string address, string host, bool trusted)
    {
        var authority = LanCertificates.Authority(_clock.Now);
        Trusts(authority, LanCertificates.Leaf(authority, new(host, [IPAddress.Parse(address)]), _clock.Now)).ShouldBe(trusted);
    }

    [Fact]
    public void A_second_start_uses_the_same_certificates()
    {
        var first = Identity();
        var (authority, leaf) = (first.Authority.Thumbprint, first.Leaf.Thumbprint);
        (Identity().Authority.Thumbprint, Identity().Leaf.Thumbprint).ShouldBe((authority, leaf));
    }

    [Fact]
    public void A_new_address_gets_a_new_certificate_while_the_server_runs_and_phones_need_not_trust_again()
    {
        var identity = Identity();
        var (authority, leaf) = (identity.Authority.Thumbprint, identity.Leaf.Thumbprint);

        _here = new("office", [IPAddress.Parse("10.0.0.9")]);
        _clock.Now += TimeSpan.FromMinutes(2);

        identity.Leaf.Thumbprint.ShouldNotBe(leaf);
        identity.Leaf.MatchesHostname("10.0.0.9").ShouldBeTrue();
        identity.Authority.Thumbprint.ShouldBe(authority);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(367, false)]
    public void A_certificate_is_renewed_before_its_end(int days, bool same)
    {
        var leaf = Identity().Leaf;
        (leaf.NotAfter - leaf.NotBefore).TotalDays.ShouldBeLessThan(397);

        _clock.Now += TimeSpan.FromDays(days);
        (Identity().Leaf.Thumbprint == leaf.Thumbprint).ShouldBe(same);
    }

    [Fact]
    public void Nobody_else_on_the_machine_reads_the_keys()
    {
        if (OperatingSystem.IsWindows()) return;
        _ = Identity().Leaf;
        var lan = Path.Combine(_data.FullName, "lan");
        File.GetUnixFileMode(lan).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(lan, "authority.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.Combine(lan, "server.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_port_without_https_explains_trust_and_serves_nothing_else()
    {
        var ports = new LanPorts(IPAddress.Loopback, FreePort(), FreePort());
        await using var app = await StartAsync(ports);
        using var unsure = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{ports.Trust}") };

        var page = await unsure.GetAsync("/trust");
        (await page.Content.ReadAsStringAsync()).ShouldContain($"https://127.0.0.1:{ports.Https}/");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        (await unsure.GetAsync("/secret")).Headers.Location!.ToString().ShouldBe("/trust");

        var file = await unsure.GetAsync("/trust/vesper.crt");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-x509-ca-cert");
        using var authority = X509CertificateLoader.LoadCertificate(await file.Content.ReadAsByteArrayAsync());
        authority.HasPrivateKey.ShouldBeFalse();

        using var trusting = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = Policy(authority) } });
        (await trusting.GetStringAsync($"https://127.0.0.1:{ports.Https}/secret")).ShouldBe("for members");
    }

    [Fact]
    public void The_terminal_shows_where_to_go()
    {
        var said = LanHttps.Announcement(Office, LanPorts.Usual);
        said.ShouldContain("http://192.168.1.20:5480/trust");
        said.ShouldContain("https://192.168.1.20:5443");
        LanHttps.Announcement(new("office", []), LanPorts.Usual).ShouldContain("Wi-Fi");
    }

    LanIdentity Identity() => new(_data.FullName, _clock, () => _here);

    async Task<WebApplication> StartAsync(LanPorts ports)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.UseLanHttps(new VesperOptions { Data = _data.FullName, Lan = true }, ports);
        var app = builder.Build();
        app.AnnounceLan();
        app.MapGet("/secret", () => "for members");
        await app.StartAsync();
        return app;
    }

    bool Trusts(X509Certificate2 authority, X509Certificate2 leaf)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(authority) };
        return chain.Build(leaf);
    }

    X509ChainPolicy Policy(X509Certificate2 authority) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { authority },
        RevocationMode = X509RevocationMode.NoCheck,
        VerificationTime = _clock.Now.UtcDateTime,
    };

    static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
