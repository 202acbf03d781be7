using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Handovers;

enum HandoverKind { Leaving, Transfer, Promotion, LongLeave }

/// <summary>Draft: proposed, nobody has lost anything. Confirmed: the customers have their new owners, and both sides sign. Done: all signed.</summary>
enum HandoverState { Draft, Confirmed, Done, Cancelled }

/// <summary>Somebody goes, and her customers go to others: with what was promised, what is owed, and who introduces whom.</summary>
sealed class Handover : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }

    /// <summary>Whose customers they were.</summary>
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }
    public HandoverKind Kind { get; init; }

    /// <summary>Her last day at it, if it is known; introductions come before.</summary>
    public DateOnly? LastDay { get; init; }
    public Guid StartedBy { get; init; }
    public HandoverState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>One of her customers in it; Id is the item's own. ToId null: the pool.</summary>
sealed class HandoverItem : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid HandoverId { get; init; }
    public Guid CustomerId { get; init; }
    public Guid? ToId { get; set; }

    /// <summary>Why the proposal named whom it named; empty once somebody chose otherwise.</summary>
    public IReadOnlyList<HandoverReason> Why { get; set; } = [];

    /// <summary>The day both go there together; for A and B.</summary>
    public DateOnly? IntroduceOn { get; set; }

    /// <summary>Until then both answer for it, and who had it can still look it up.</summary>
    public DateOnly? DualUntil { get; set; }

    /// <summary>It was not hers any more when the handover was confirmed, so it stayed where it was.</summary>
    public bool Gone { get; set; }
    public DateTimeOffset? MovedAt { get; set; }
    public DateTimeOffset? FromSignedAt { get; set; }
    public Guid? FromSignedBy { get; set; }
    public DateTimeOffset? ToSignedAt { get; set; }

    public bool Settled => Gone || (MovedAt is not null && (ToId is null || (FromSignedAt is not null && ToSignedAt is not null)));
}

sealed class HandoverMap : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.ToTable("handovers").HasIndex(h => new { h.OrgId, h.MemberId, h.CreatedAt });
        handover.HasIndex(h => new { h.OrgId, h.TeamId, h.CreatedAt });
    }
}

sealed class HandoverItemMap : IEntityTypeConfiguration<HandoverItem>
{
    public void Configure(EntityTypeBuilder<HandoverItem> item)
    {
        item.ToTable("handover_items").HasIndex(i => new { i.OrgId, i.HandoverId });
        item.HasIndex(i => new { i.OrgId, i.ToId });
        item.Ignore(i => i.Settled);
        item.Property(i => i.Why).AsJson();
        item.HasOne<Handover>().WithMany().HasForeignKey(i => new { i.OrgId, i.HandoverId }).OnDelete(DeleteBehavior.Cascade);
        item.HasOne<Customer>().WithMany().HasForeignKey(i => new { i.OrgId, i.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

static class HandoverSets
{
    extension(Db db)
    {
        public DbSet<Handover> Handovers => db.Set<Handover>();
        public DbSet<HandoverItem> HandoverItems => db.Set<HandoverItem>();
    }
}
