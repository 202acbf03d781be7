using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>A one-time password: it opens nothing but the page where the member chooses a password of her own. At most one a member.</summary>
sealed class Welcome : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>The member's.</summary>
    public Guid Id { get; init; }

    public string CodeHash { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Gives the member a new code, which is not kept, and makes the one before worthless.</summary>
    public static async Task<(string Code, DateTimeOffset ExpiresAt)> IssueAsync(Db db, Guid orgId, Guid memberId, DateTimeOffset now, TeamOptions options)
    {
        var code = OneTimeCode.New();
        var welcome = await db.Welcomes.Of(orgId).FindAsync(memberId);
        if (welcome is null) db.Add(welcome = new() { OrgId = orgId, Id = memberId });
        (welcome.CodeHash, welcome.ExpiresAt) = (OneTimeCode.Hash(code), now.AddHours(options.WelcomeHours));
        return (code, welcome.ExpiresAt);
    }

    public static Task<bool> IsForAsync(Db db, Account account, string code, DateTimeOffset now, CancellationToken stop)
    {
        var hash = OneTimeCode.Hash(code);
        return db.Welcomes.Of(account.OrgId).AnyAsync(welcome => welcome.Id == account.Id && welcome.CodeHash == hash && welcome.ExpiresAt > now, stop);
    }
}

sealed class WelcomeMap : IEntityTypeConfiguration<Welcome>
{
    public void Configure(EntityTypeBuilder<Welcome> welcome)
    {
        welcome.ToTable("welcomes").HasIndex(w => w.CodeHash).IsUnique();
        welcome.Property(w => w.CodeHash).HasMaxLength(64);
        welcome.HasOne<Member>().WithOne().HasForeignKey<Welcome>(w => new { w.OrgId, w.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
