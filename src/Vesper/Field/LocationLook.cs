using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Her direct supervisor looked at the place of a check-in, and why. Written before he sees it, and shown to her.</summary>
sealed class LocationLook : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid VisitId { get; init; }

    /// <summary>Whose place it was.</summary>
    public Guid MemberId { get; init; }
    public Guid LookerId { get; init; }
    public string LookerName { get; init; } = "";
    public string CustomerName { get; init; } = "";
    public string Reason { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

sealed class LocationLookMap : IEntityTypeConfiguration<LocationLook>
{
    public void Configure(EntityTypeBuilder<LocationLook> look)
    {
        look.ToTable("location_looks").HasIndex(l => new { l.OrgId, l.MemberId, l.At });
        look.Property(l => l.LookerName).HasMaxLength(20);
        look.Property(l => l.CustomerName).HasMaxLength(40);
        look.Property(l => l.Reason).HasMaxLength(200);
    }
}

static class LocationLookSets
{
    extension(Db db)
    {
        public DbSet<LocationLook> LocationLooks => db.Set<LocationLook>();
    }
}

/// <summary>To the member herself: somebody looked at the place of one of her check-ins.</summary>
sealed record LocationLooked(Guid LookId, Guid VisitId) : IEvent
{
    public string Type => "location.looked";
}

/// <summary>To the member herself: the places of her check-ins are gone from the server.</summary>
sealed record PointsForgotten(int Count) : IEvent
{
    public string Type => "location.forgotten";
}
