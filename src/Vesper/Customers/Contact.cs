using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers;

/// <summary>KP1 and KP2 decide or nearly so; the others lead there.</summary>
enum ContactRole { Kp1, Kp2, Influencer, User, Gatekeeper }

/// <summary>A person at a customer.</summary>
sealed class Contact : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid CustomerId { get; init; }
    public string Name { get; set; } = "";
    public string Title { get; set; } = "";
    public ContactRole Role { get; set; }
    public bool Decides { get; set; }
    public DateOnly? MetOn { get; set; }

    /// <summary>Shown masked; the reveal is logged.</summary>
    public string Phone
    {
        get;
        set => (field, PhoneKey) = (value, Customers.PhoneKey.Of(value));
    } = "";

    /// <summary>What of the phone identifies; see <see cref="Customers.PhoneKey"/>.</summary>
    public string PhoneKey { get; private set; } = "";

    /// <summary>Who or what the data came from (L).</summary>
    public string Source { get; set; } = "";
    public int Position { get; set; }

    /// <summary>How she stands to others there and to us: 董事长的儿子, 和采购同一个村.</summary>
    public string Relation { get; set; } = "";

    /// <summary>不再联系, since that day.</summary>
    public DateOnly? NoContactOn { get; set; }
    public string NoContactReason { get; set; } = "";
}

sealed class ContactMap : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts").HasIndex(c => new { c.OrgId, c.CustomerId });
        contact.Property(c => c.Name).HasMaxLength(40);
        contact.Property(c => c.Title).HasMaxLength(40);
        contact.Property(c => c.Phone).HasMaxLength(40);
        contact.Property(c => c.PhoneKey).HasMaxLength(40).HasDefaultValue("").ValueGeneratedNever();
        contact.HasIndex(c => new { c.OrgId, c.PhoneKey });
        contact.Property(c => c.Source).HasMaxLength(80);
        contact.Property(c => c.Relation).HasMaxLength(80).HasDefaultValue("").ValueGeneratedNever();
        contact.Property(c => c.NoContactReason).HasMaxLength(200).HasDefaultValue("").ValueGeneratedNever();
        contact.HasOne<Customer>().WithMany().HasForeignKey(c => new { c.OrgId, c.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
