using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Deals;

/// <summary>One line of a package: so many of a product, at the list price of that day, so many per cent off.</summary>
sealed record OfferLine(Guid? ProductId, string Name, string Unit, int Quantity, long PriceFen, int DiscountPercent)
{
    /// <summary>To the fen, half a fen up.</summary>
    public long TotalFen => ((Quantity * PriceFen * (100 - DiscountPercent)) + 50) / 100;
}

/// <summary>A package with its price, as it was put to the customer. A version is never changed: another price is the next version.</summary>
sealed class Offer : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid DealId { get; init; }

    /// <summary>1, 2, 3 … of its deal.</summary>
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public IReadOnlyList<OfferLine> Lines { get; init; } = [];
    public long ListFen { get; init; }
    public long TotalFen { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public Guid MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>The customer saw this version, then.</summary>
sealed class OfferShowing : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid OfferId { get; init; }
    public Guid DealId { get; init; }
    public Guid ShownBy { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class OfferMap : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("offers").HasIndex(o => new { o.OrgId, o.DealId, o.Version }).IsUnique();
        offer.Property(o => o.Name).HasMaxLength(120);
        offer.Property(o => o.Lines).AsJson();
        offer.HasOne<Deal>().WithMany().HasForeignKey(o => new { o.OrgId, o.DealId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class OfferShowingMap : IEntityTypeConfiguration<OfferShowing>
{
    public void Configure(EntityTypeBuilder<OfferShowing> showing)
    {
        showing.ToTable("offer_showings").HasIndex(s => new { s.OrgId, s.DealId });
        showing.HasOne<Offer>().WithMany().HasForeignKey(s => new { s.OrgId, s.OfferId }).OnDelete(DeleteBehavior.Cascade);
    }
}
