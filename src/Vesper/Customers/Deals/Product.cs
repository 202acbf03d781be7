using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Deals;

/// <summary>A line of the price list. An offer keeps the price it was made with, so a new price changes no offer.</summary>
sealed class Product : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public string Name { get; set; } = "";

    /// <summary>What one of it is: 年, 套, 场.</summary>
    public string Unit { get; set; } = "";
    public long PriceFen { get; set; }

    /// <summary>No longer offered; old offers still name it.</summary>
    public bool Retired { get; set; }
    public int Position { get; set; }
}

sealed class ProductMap : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products");
        product.Property(p => p.Name).HasMaxLength(80);
        product.Property(p => p.Unit).HasMaxLength(10);
    }
}
