using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Deals;

/// <summary>Money that came in for a signed deal. The first is a fact of its own: a signature alone pays nobody.</summary>
sealed class Payment : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid DealId { get; init; }
    public long AmountFen { get; init; }
    public DateOnly PaidOn { get; init; }
    public Guid NotedBy { get; init; }
}

sealed class PaymentMap : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments").HasIndex(p => new { p.OrgId, p.DealId });
        payment.HasOne<Deal>().WithMany().HasForeignKey(p => new { p.OrgId, p.DealId }).OnDelete(DeleteBehavior.Cascade);
    }
}

static class DealSets
{
    extension(Db db)
    {
        public DbSet<Product> Products => db.Set<Product>();
        public DbSet<Offer> Offers => db.Set<Offer>();
        public DbSet<OfferShowing> OfferShowings => db.Set<OfferShowing>();
        public DbSet<Payment> Payments => db.Set<Payment>();
    }
}
