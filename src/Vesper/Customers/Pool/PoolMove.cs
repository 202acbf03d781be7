using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Pool;

/// <summary>Released by the clock · returned by hand · claimed out of the pool · assigned by a supervisor.</summary>
enum PoolMoveKind { Released, Returned, Claimed, Assigned }

/// <summary>A customer changed hands: who had it, who has it, and what explains it.</summary>
sealed class PoolMove : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public PoolMoveKind Kind { get; init; }

    /// <summary>Nobody: it lay in the pool.</summary>
    public Guid? FromId { get; init; }

    /// <summary>Nobody: it lies in the pool now.</summary>
    public Guid? ToId { get; init; }

    /// <summary>Whoever did it; nobody for the clock.</summary>
    public Guid? ById { get; init; }
    public Guid TeamId { get; init; }
    public DateOnly Day { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>In her own words, for what was done by hand.</summary>
    public string Reason { get; init; } = "";

    // What the clock went by.
    public PoolCause? Cause { get; init; }
    public Grade Grade { get; init; }
    public DateOnly? CountedFrom { get; init; }
    public int? Days { get; init; }
    public int? Stopped { get; init; }

    /// <summary>Which claim of her day it was, so that no two servers give her one too many.</summary>
    public int? Nth { get; init; }
}

/// <summary>The clock of a customer somebody looks after; Id is the customer's. Kept by <see cref="PoolClock"/>, all of it can be made anew.</summary>
sealed class PoolClockRow : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid OwnerId { get; set; }
    public DateOnly Since { get; set; }
    public DateOnly? FollowedOn { get; set; }
    public DateOnly Until { get; set; }

    /// <summary>The nearest reminder she had of this end: 7, 3 or 1.</summary>
    public int? Reminded { get; set; }
}

sealed class PoolMoveMap : IEntityTypeConfiguration<PoolMove>
{
    public void Configure(EntityTypeBuilder<PoolMove> move)
    {
        move.ToTable("pool_moves");
        move.Property(m => m.Reason).HasMaxLength(200);
        move.HasIndex(m => new { m.OrgId, m.CustomerId, m.Id });
        move.HasIndex(m => new { m.OrgId, m.FromId, m.At });
        move.HasIndex(m => new { m.OrgId, m.TeamId, m.At });
        move.HasIndex(m => new { m.OrgId, m.ToId, m.Day, m.Nth }).IsUnique().HasFilter("nth is not null");
    }
}

sealed class PoolClockMap : IEntityTypeConfiguration<PoolClockRow>
{
    public void Configure(EntityTypeBuilder<PoolClockRow> clock)
    {
        clock.ToTable("pool_clocks").HasIndex(c => new { c.OrgId, c.OwnerId, c.Until });
        clock.HasOne<Customer>().WithOne().HasForeignKey<PoolClockRow>(c => new { c.OrgId, c.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}

static class PoolSets
{
    extension(Db db)
    {
        public DbSet<PoolRules> PoolRules => db.Set<PoolRules>();
        public DbSet<PoolMove> PoolMoves => db.Set<PoolMove>();
        public DbSet<PoolClockRow> PoolClocks => db.Set<PoolClockRow>();
    }
}
