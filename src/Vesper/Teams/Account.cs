using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vesper.Teams;

/// <summary>How a member signs in; one for one with a member, by the same id. The name is unique on the whole server, since nobody types an organisation.</summary>
sealed class Account : IdentityUser<Guid>
{
    public Guid OrgId { get; init; }
}

sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts").HasKey(a => a.Id);
        account.Property(a => a.UserName).HasMaxLength(40).IsRequired();
        account.Property(a => a.NormalizedUserName).HasMaxLength(40).IsRequired();
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        account.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrgId).OnDelete(DeleteBehavior.Cascade);
    }
}
