using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers;

enum DealState { Open, Won, Lost }

/// <summary>A possible sale to a customer, from the first need to signed or lost.</summary>
sealed class Deal : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public Guid OwnerId { get; set; }
    public Guid TeamId { get; set; }

    /// <summary>The package offered or sold.</summary>
    public string Name { get; set; } = "";
    public Stage Stage { get; set; }
    public DealState State { get; set; }

    /// <summary>Expected, and once signed the contract's sum, in fen.</summary>
    public long AmountFen { get; set; }
    public DateOnly OpenedOn { get; init; }

    /// <summary>The day it was signed or lost.</summary>
    public DateOnly? ClosedOn { get; set; }
    public string LostReason { get; set; } = "";

    /// <summary>The version of the offer that was signed; null: it was signed without one.</summary>
    public Guid? SignedOfferId { get; set; }

    /// <summary>Its name in the system it came from; the same twice is the same deal.</summary>
    public string? ExternalRef { get; init; }
}

sealed class DealMap : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.ToTable("deals");
        deal.Property(d => d.Name).HasMaxLength(120);
        deal.Property(d => d.LostReason).HasMaxLength(200);
        deal.Property(d => d.ExternalRef).HasMaxLength(120);
        deal.HasIndex(d => new { d.OrgId, d.CustomerId });
        deal.HasIndex(d => new { d.OrgId, d.TeamId, d.ClosedOn });
        deal.HasIndex(d => new { d.OrgId, d.OwnerId, d.State });
        deal.HasIndex(d => new { d.OrgId, d.ExternalRef }).IsUnique();
        deal.HasOne<Customer>().WithMany().HasForeignKey(d => new { d.OrgId, d.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
