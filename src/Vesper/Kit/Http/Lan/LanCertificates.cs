using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vesper.Kit.Http.Lan;

/// <summary>Makes the two certificates. The authority is limited by name constraints to private networks and *.local: whoever stole its key could not pose as a bank.</summary>
static class LanCertificates
{
    /// <summary>Phones refuse a server's certificate that is valid for more than 398 days.</summary>
    public static readonly TimeSpan LeafLife = TimeSpan.FromDays(396), AuthorityLife = TimeSpan.FromDays(3650);

    // A phone's clock may be a little behind.
    static readonly TimeSpan Backdated = TimeSpan.FromHours(1);

    public static X509Certificate2 Authority(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // A name of its own for each: a phone that trusted two data folders must not mix them up.
        var request = new CertificateRequest($"CN=Vesper LAN {Convert.ToHexString(RandomNumberGenerator.GetBytes(3))}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(Constraints());
        return request.CreateSelfSigned(now - Backdated, now + AuthorityLife);
    }

    public static X509Certificate2 Leaf(X509Certificate2 authority, LanNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names.Host}.local", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddDnsName($"{names.Host}.local");
        alternatives.AddDnsName("localhost");
        foreach (var address in names.Addresses.Append(IPAddress.Loopback).Distinct()) alternatives.AddIpAddress(address);

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        var (end, last) = (now + LeafLife, new DateTimeOffset(authority.NotAfter));
        using var signed = request.Create(authority, now - Backdated, end < last ? end : last, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>RFC 5280, 4.2.1.10: permittedSubtrees [0] of dNSName [2] and iPAddress [7] (address and mask).</summary>
    static X509Extension Constraints()
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        using (der.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var name in (string[])["local", "localhost"])
                using (der.PushSequence()) der.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
            foreach (var network in LanAddresses.Private)
                using (der.PushSequence()) der.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. Mask(network.PrefixLength)], new Asn1Tag(TagClass.ContextSpecific, 7));
        }
        return new X509Extension("2.5.29.30", der.Encode(), critical: true);
    }

    static byte[] Mask(int bits) => [.. Enumerable.Range(0, 4).Select(index => (byte)(0xff00 >> Math.Clamp(bits - (8 * index), 0, 8)))];
}
