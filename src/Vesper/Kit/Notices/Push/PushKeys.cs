using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Kit.Notices.Push;

/// <summary>
/// The key pushes are signed with: VESPER_PUSH_KEY, else the one <c>vesper push-key</c> made and put into the key ring. Without one nothing is pushed:
/// Web Push passes through the browser makers' servers, so whoever keeps this server decides.
/// </summary>
sealed class PushKeys(VesperOptions options, DbFactory databases, Writer writer)
{
    const string Usual = "https://vesper.invalid/contact";
    VapidKey? _key;

    /// <summary>Null: not configured.</summary>
    public async ValueTask<VapidKey?> FindAsync(CancellationToken stop)
    {
        if (_key is not null) return _key;
        if (options.PushKey is { Length: > 0 } given) return _key = VapidKey.Of(given, options.PushContact ?? Usual);
        await using var db = databases.ForReading();
        var row = await db.Set<KeyRow>().FirstOrDefaultAsync(key => key.Name == KeyRing.PushKey, stop);
        return row is null ? null : _key = Read(row);
    }

    /// <summary>Makes a key once, and answers the one there is after that: subscriptions are bound to it.</summary>
    public Task<VapidKey> MakeAsync(string? contact) => writer.Run(Guid.Empty, async db =>
    {
        if (await db.Set<KeyRow>().FirstOrDefaultAsync(key => key.Name == KeyRing.PushKey) is { } known) return Read(known);
        var made = VapidKey.Make(contact ?? options.PushContact ?? Usual);
        db.Add(new KeyRow { Name = KeyRing.PushKey, Xml = new XElement("push", new XAttribute("key", made.Private), new XAttribute("contact", made.Contact)).ToString(SaveOptions.DisableFormatting) });
        return _key = made;
    });

    static VapidKey Read(KeyRow row)
    {
        var xml = XElement.Parse(row.Xml);
        return VapidKey.Of(xml.Attribute("key")!.Value, xml.Attribute("contact")!.Value);
    }
}
