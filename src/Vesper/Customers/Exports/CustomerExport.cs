using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers.Exports;

enum ExportKind { Xlsx, Csv }

/// <summary>Asked: waits for a second person. Granted: is being made. Ready: may be fetched by who asked, for a day.</summary>
enum ExportState { Asked, Granted, Ready, Refused, Expired }

/// <summary>Customers that leave the house in a file: who wanted them and why, who agreed, and when it was fetched.</summary>
sealed class CustomerExport : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public string Reason { get; init; } = "";
    public ExportKind Kind { get; init; }
    public ExportState State { get; set; }
    public int Rows { get; set; }
    public Guid? FileId { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadyAt { get; set; }
    public DateTimeOffset? FetchedAt { get; set; }

    /// <summary>Stands in the file and in the log, so that a sheet that turns up somewhere says whose it was.</summary>
    public string Mark => $"{Id:N}"[^12..];

    /// <exception cref="Refusal"><c>export.own</c> · <c>export.decided</c></exception>
    public void Decide(Guid by, bool granted)
    {
        if (by == MemberId) throw new Refusal("export.own", "A second person decides.");
        if (State is not ExportState.Asked) throw new Refusal("export.decided", "It was decided already.");
        (State, DecidedBy) = (granted ? ExportState.Granted : ExportState.Refused, by);
    }
}

/// <summary>A step of an export, for the log: asked, granted, refused, ready, fetched. No phone hears it.</summary>
sealed record CustomersExported(Guid ExportId, Guid MemberId, string Step, string Reason, int Rows) : IEvent
{
    public string Type => "customers.exported";
}

/// <summary>To who asked: it is decided, or ready.</summary>
sealed record ExportMoved(Guid ExportId) : IEvent
{
    public string Type => "export.moved";
}

sealed class CustomerExportMap : IEntityTypeConfiguration<CustomerExport>
{
    public void Configure(EntityTypeBuilder<CustomerExport> export)
    {
        export.ToTable("customer_exports").HasIndex(e => new { e.OrgId, e.MemberId, e.CreatedAt });
        export.HasIndex(e => new { e.OrgId, e.State });
        export.Ignore(e => e.Mark);
        export.Property(e => e.Reason).HasMaxLength(200);
    }
}

static class ExportSets
{
    extension(Db db)
    {
        public DbSet<CustomerExport> CustomerExports => db.Set<CustomerExport>();
    }
}
