using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Kit.Notices;

/// <summary>What may ring on a member's phone, and when. The list in the app has everything always; a member without a row has the defaults.</summary>
sealed class NoticeSettings : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>The member's id.</summary>
    public Guid Id { get; init; }

    /// <summary>Kinds she wants in the list only.</summary>
    public IReadOnlyList<string> Silent { get; set; } = [];

    /// <summary>Quiet from here until there, in the organisation's zone; over midnight when the end is the earlier one, never quiet when they are the same.</summary>
    public TimeOnly QuietFrom { get; set; }
    public TimeOnly QuietUntil { get; set; }

    /// <summary>Also on days that are not worked, and on leave.</summary>
    public bool QuietOnDaysOff { get; set; } = true;
}

/// <summary>A browser that may be pushed to. The keys are the browser's: only it can open what is sent there.</summary>
sealed class PushSubscription : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public string Endpoint { get; init; } = "";

    /// <summary>SHA-256 of the endpoint: addresses are longer than an index likes.</summary>
    public string EndpointHash { get; init; } = "";

    /// <summary>Its public key and secret, base64url (RFC 8291).</summary>
    public string P256dh { get; set; } = "";
    public string Auth { get; set; } = "";
    public DateTimeOffset At { get; init; }
}

sealed class NoticeSettingsMap : IEntityTypeConfiguration<NoticeSettings>
{
    public void Configure(EntityTypeBuilder<NoticeSettings> settings)
    {
        settings.ToTable("notice_settings").Property(s => s.Silent).HasMaxLength(1000).HasConversion(
            kinds => JsonSerializer.Serialize(kinds, EventJson.Options),
            json => JsonSerializer.Deserialize<List<string>>(json, EventJson.Options)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), kinds => kinds.Count, kinds => kinds.ToList()));
    }
}

sealed class PushSubscriptionMap : IEntityTypeConfiguration<PushSubscription>
{
    public void Configure(EntityTypeBuilder<PushSubscription> subscription)
    {
        subscription.ToTable("push_subscriptions").HasIndex(s => new { s.OrgId, s.MemberId });
        subscription.HasIndex(s => s.EndpointHash);
        subscription.Property(s => s.Endpoint).HasMaxLength(1000);
        subscription.Property(s => s.EndpointHash).HasMaxLength(64);
        subscription.Property(s => s.P256dh).HasMaxLength(120);
        subscription.Property(s => s.Auth).HasMaxLength(40);
    }
}

static class NoticeSets
{
    extension(Db db)
    {
        public DbSet<NoticeSettings> NoticeSettings => db.Set<NoticeSettings>();
        public DbSet<PushSubscription> PushSubscriptions => db.Set<PushSubscription>();

        /// <summary>A member's list, settings and browsers, inside the write that ends her membership for good.</summary>
        public async Task ForgetNoticesAsync(Guid memberId)
        {
            await db.Notices.Of(db.WritesFor).Where(notice => notice.MemberId == memberId).ExecuteDeleteAsync();
            await db.NoticeSettings.Of(db.WritesFor).Where(settings => settings.Id == memberId).ExecuteDeleteAsync();
            await db.PushSubscriptions.Of(db.WritesFor).Where(browser => browser.MemberId == memberId).ExecuteDeleteAsync();
        }
    }
}
