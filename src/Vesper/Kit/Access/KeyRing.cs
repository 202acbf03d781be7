using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Kit.Access;

/// <summary>Keys that seal the cookies, in the database so that every server opens what another has sealed.</summary>
sealed class KeyRing(DbFactory databases, Writer writer) : IXmlRepository
{
    /// <summary>The row of the key that pushes are signed with; it opens no cookie.</summary>
    public const string PushKey = "push";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.ForReading();
        return [.. db.Set<KeyRow>().Where(key => key.Name != PushKey).OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    // The framework asks in a synchronous call, once in 90 days; it comes from a thread of its own, never from a lane.
    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => writer.Run(Guid.Empty, db =>
    {
        db.Add(new KeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return Task.CompletedTask;
    })).GetAwaiter().GetResult();
}

sealed class KeyRow
{
    public string Name { get; init; } = "";
    public string Xml { get; init; } = "";
}

sealed class KeyRowMap : IEntityTypeConfiguration<KeyRow>
{
    public void Configure(EntityTypeBuilder<KeyRow> key)
    {
        key.ToTable("key_ring").HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(200);
    }
}
