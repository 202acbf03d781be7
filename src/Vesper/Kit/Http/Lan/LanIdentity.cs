using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vesper.Kit.Http.Lan;

/// <summary>
/// The authority of this data folder and the server's certificate from it, both in <c>lan/</c>, readable by nobody else. The authority stays for ten years, so a phone
/// trusts once; the server's certificate is made anew when the machine's addresses change or 30 days before its end.
/// </summary>
sealed class LanIdentity(string data, TimeProvider time, Func<LanNames> here)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    static readonly TimeSpan Ahead = TimeSpan.FromDays(30), Glance = TimeSpan.FromMinutes(1);

    readonly Lock _one = new();
    readonly string _folder = Path.Combine(data, "lan");
    X509Certificate2? _authority, _leaf;
    DateTimeOffset _looked = DateTimeOffset.MinValue;
    LanNames? _names;

    public X509Certificate2 Authority
    {
        get
        {
            lock (_one) return _authority ??= Read("authority.pem") ?? Write("authority.pem", LanCertificates.Authority(time.GetUtcNow()));
        }
    }

    public LanNames Names
    {
        get
        {
            lock (_one)
            {
                // Wi-Fi changes while the server runs; a minute late is early enough.
                if (_names is null || time.GetUtcNow() - _looked > Glance) (_names, _looked) = (here(), time.GetUtcNow());
                return _names;
            }
        }
    }

    /// <summary>The server's certificate, for today's addresses.</summary>
    public X509Certificate2 Leaf
    {
        get
        {
            lock (_one)
            {
                var names = Names;
                _leaf ??= Read("server.pem");
                if (_leaf is null || !Serves(_leaf, names)) _leaf = Write("server.pem", LanCertificates.Leaf(Authority, names, time.GetUtcNow()));
                return _leaf;
            }
        }
    }

    bool Serves(X509Certificate2 leaf, LanNames names) =>
        leaf.NotAfter.ToUniversalTime() - Ahead > time.GetUtcNow().UtcDateTime
        && leaf.IssuerName.RawData.AsSpan().SequenceEqual(Authority.SubjectName.RawData)
        && leaf.MatchesHostname($"{names.Host}.local") && names.Addresses.All(address => leaf.MatchesHostname(address.ToString()));

    X509Certificate2? Read(string name)
    {
        var file = Path.Combine(_folder, name);
        return File.Exists(file) ? X509Certificate2.CreateFromPemFile(file) : null;
    }

    X509Certificate2 Write(string name, X509Certificate2 certificate)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, OwnerOnly | UnixFileMode.UserExecute);

        using var key = certificate.GetECDsaPrivateKey()!;
        var fresh = Path.Combine(_folder, $"{name}.new");
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new StreamWriter(fresh, options)) file.Write($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.Move(fresh, Path.Combine(_folder, name), overwrite: true);
        return certificate;
    }
}
