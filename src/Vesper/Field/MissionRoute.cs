using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>From which side of the meeting point a route comes.</summary>
enum Side { Middle, North, NorthEast, East, SouthEast, South, SouthWest, West, NorthWest }

/// <summary>One member's way through the area to the meeting point. The supervisor's is like the others'.</summary>
sealed class MissionRoute
{
    public Guid OrgId { get; init; }
    public Guid MissionId { get; init; }
    public Guid MemberId { get; init; }
    public Side Side { get; set; }
    public int Position { get; set; }

    /// <summary>Her own word that she is at the meeting point, by her phone's clock; no position is asked for.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>What she learned, in her words.</summary>
    public string Learned { get; set; } = "";

    public List<MissionStop> Stops { get; } = [];

    /// <summary>Said twice, the first time stays. A phone's clock ahead of ours means now.</summary>
    /// <exception cref="Refusal"><c>mission.arrival</c>: hours before it began, or longer ago than any phone waits.</exception>
    public bool Arrive(DateTimeOffset at, DateTimeOffset now, FieldOptions field)
    {
        if (ArrivedAt is not null) return false;
        if (at > now + field.ClockAhead || at < now - field.Oldest) throw new Refusal("mission.arrival", "The phone's clock is ahead, or this is too old.");
        ArrivedAt = at < now ? at : now;
        return true;
    }
}

/// <summary>A company on a route. Its id is also that of the planned visit it stands for in the member's day.</summary>
sealed class MissionStop : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MissionId { get; init; }
    public Guid MemberId { get; init; }
    public Guid CustomerId { get; init; }
    public int Position { get; set; }
}

sealed class MissionRouteMap : IEntityTypeConfiguration<MissionRoute>
{
    public void Configure(EntityTypeBuilder<MissionRoute> route)
    {
        route.ToTable("mission_routes").HasKey(r => new { r.OrgId, r.MissionId, r.MemberId });
        route.Property(r => r.Side).HasMaxLength(20);
        route.Property(r => r.Learned).HasMaxLength(300);
        route.HasMany(r => r.Stops).WithOne().HasForeignKey(s => new { s.OrgId, s.MissionId, s.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class MissionStopMap : IEntityTypeConfiguration<MissionStop>
{
    public void Configure(EntityTypeBuilder<MissionStop> stop)
    {
        stop.ToTable("mission_stops").HasIndex(s => new { s.OrgId, s.MissionId, s.MemberId });
        stop.HasIndex(s => new { s.OrgId, s.MemberId, s.CustomerId });
    }
}

static class MissionSets
{
    extension(Db db)
    {
        public DbSet<Mission> Missions => db.Set<Mission>();
        public DbSet<MissionStop> MissionStops => db.Set<MissionStop>();
    }
}
