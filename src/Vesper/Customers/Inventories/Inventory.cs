using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers.Inventories;

/// <summary>盘点: a supervisor and a rep go through her customers, one at a time. Left half way it stays open; one at a time for each rep.</summary>
sealed class Inventory : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }

    /// <summary>The rep, and the unit she was in.</summary>
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }

    /// <summary>Who began it.</summary>
    public Guid HostId { get; init; }

    /// <summary>Everybody who has it on a screen: they hear of each change.</summary>
    public IReadOnlyList<Guid> PeopleIds { get; private set; } = [];
    public DateOnly Day { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The customer under their eyes, the same on all screens.</summary>
    public Guid? CustomerId { get; set; }

    /// <returns>False when she is there already.</returns>
    public bool Join(Guid member)
    {
        if (PeopleIds.Contains(member)) return false;
        PeopleIds = [.. PeopleIds, member];
        return true;
    }
}

/// <summary>One customer of an inventory, and what was decided for it. What stood when it was decided is kept, so that the next time can tell the difference.</summary>
sealed class InventoryLine : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid InventoryId { get; init; }
    public Guid CustomerId { get; init; }
    public int Position { get; init; }
    public Verdict? Verdict { get; set; }
    public string Reason { get; set; } = "";
    public string NextAction { get; set; } = "";
    public DateOnly? NextOn { get; set; }
    public Guid? JudgedById { get; set; }
    public DateTimeOffset? JudgedAt { get; set; }

    /// <summary>Two who decide at once: the second is told.</summary>
    public int Version { get; set; }

    public Grade Grade { get; set; }
    public DateOnly? KpMetOn { get; set; }

    /// <summary>What came of it at the end.</summary>
    public InventoryEffect? Effect { get; set; }
}

/// <summary>Somebody's window closes: an inventory each week until then. Id is the member's.</summary>
sealed class InventoryDue : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public DateOnly Until { get; set; }
}

sealed class InventoryMap : IEntityTypeConfiguration<Inventory>
{
    public void Configure(EntityTypeBuilder<Inventory> inventory)
    {
        inventory.ToTable("inventories").Property(i => i.PeopleIds).AsJsonIds();
        inventory.HasIndex(i => new { i.OrgId, i.MemberId }).IsUnique().HasFilter("ended_at is null");
        inventory.HasIndex(i => new { i.OrgId, i.MemberId, i.Day });
        inventory.HasIndex(i => new { i.OrgId, i.TeamId, i.StartedAt });
    }
}

sealed class InventoryLineMap : IEntityTypeConfiguration<InventoryLine>
{
    public void Configure(EntityTypeBuilder<InventoryLine> line)
    {
        line.ToTable("inventory_lines");
        line.Property(l => l.Reason).HasMaxLength(200);
        line.Property(l => l.NextAction).HasMaxLength(100);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.HasIndex(l => new { l.OrgId, l.InventoryId, l.CustomerId }).IsUnique();
        line.HasIndex(l => new { l.OrgId, l.CustomerId, l.JudgedAt });
    }
}

sealed class InventoryDueMap : IEntityTypeConfiguration<InventoryDue>
{
    public void Configure(EntityTypeBuilder<InventoryDue> due) => due.ToTable("inventory_dues");
}

static class InventorySets
{
    extension(Db db)
    {
        public DbSet<Inventory> Inventories => db.Set<Inventory>();
        public DbSet<InventoryLine> InventoryLines => db.Set<InventoryLine>();
        public DbSet<InventoryDue> InventoryDues => db.Set<InventoryDue>();
    }

    /// <summary>The rep's own, and those of the units she leads.</summary>
    public static IQueryable<Inventory> VisibleTo(this IQueryable<Inventory> inventories, Me me)
    {
        var sees = me.Sees;
        return inventories.Of(me).Where(inventory => inventory.MemberId == me.Id || sees.Contains(inventory.TeamId));
    }
}
