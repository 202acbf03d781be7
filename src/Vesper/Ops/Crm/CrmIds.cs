using System.Security.Cryptography;
using System.Text;

namespace Vesper.Ops.Crm;

/// <summary>Ids that follow from the export's own names (UUID v8, from SHA-256): the same import twice meets itself.</summary>
sealed class CrmIds(string organisation)
{
    public Guid Organisation => Of("organisation", "");

    public Guid Of(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"crm|{organisation}|{kind}|{name}"));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes.AsSpan(0, 16), bigEndian: true);
    }
}
