using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>
/// Visit: a check-in, then its outcome. Win: signed. Grade: a deal came nearer (B→A, C→A). Post and Announcement are written by hand, Help is a call from a doorway;
/// Journal, Mission, Call and Review tell of a thing of that name which was shared with the team (<see cref="FeedItem.SubjectId"/>).
/// </summary>
enum FeedKind { Visit, Win, Grade, Post, Announcement, Journal, Mission, Call, Review, Help }

/// <summary>
/// One line of the team's feed, as teammates read it: names, result, help; there is no column for a place.
/// Written beside what it tells of, so that a page of the feed is one range of one index.
/// </summary>
sealed class FeedItem : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>The visit's id for a visit; a visit that signed the deal becomes the win.</summary>
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public Guid MemberId { get; init; }
    public string MemberName { get; init; } = "";
    public FeedKind Kind { get; set; }
    public Guid? CustomerId { get; set; }
    public string CustomerName { get; set; } = "";
    public VisitOutcome? Outcome { get; set; }
    public bool? KpMet { get; set; }
    public int? KpMinutes { get; set; }
    public bool HelpWanted { get; set; }

    /// <summary>What help is wanted, or what was signed, or which grade became which.</summary>
    public string Text { get; set; } = "";
    public string NextStep { get; set; } = "";
    public DateOnly? NextOn { get; set; }

    /// <summary>When it was; an outcome brings the item to the top again.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What somebody wrote for the team, ≤2000 characters; <see cref="Text"/> is what the system says.</summary>
    public string Body { get; set; } = "";

    /// <summary>Photos the team may see, ≤9, in their order.</summary>
    public IReadOnlyList<Guid> PhotoIds { get; set; } = [];

    /// <summary>Members named with @ in the body.</summary>
    public IReadOnlyList<Guid> MentionIds { get; set; } = [];

    /// <summary>The journal, mission, call or review it tells of; the visit for a call for help from its doorway.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The visit that wants help: its own line, or the one a call from the doorway names. A win was a visit before.</summary>
    public Guid? VisitOfHelp => Kind is FeedKind.Help ? SubjectId : Id;

    /// <summary>Comments not withdrawn, counted beside them so that a page of the feed need not.</summary>
    public int CommentCount { get; set; }
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Taken back by its writer: the line stays as a trace, what it said does not.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>火力支持: when the server heard the call, when the first answer came, when it went on to the manager.</summary>
    public DateTimeOffset? CalledAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? EscalatedAt { get; set; }

    public static FeedItem Of(Visit visit, Me me, Customer customer) => new()
    {
        OrgId = visit.OrgId,
        Id = visit.Id,
        TeamId = visit.TeamId,
        MemberId = visit.MemberId,
        MemberName = me.ShortName,
        Kind = FeedKind.Visit,
        CustomerId = customer.Id,
        CustomerName = customer.ShortName,
        At = visit.DeviceAt,
    };

    public static FeedItem Of(Call call, Me me, Customer customer) => new()
    {
        OrgId = call.OrgId,
        Id = call.Id,
        TeamId = call.TeamId,
        MemberId = call.MemberId,
        MemberName = me.ShortName,
        Kind = FeedKind.Call,
        CustomerId = customer.Id,
        CustomerName = customer.ShortName,
        SubjectId = call.Id,
        At = call.DeviceAt,
    };

    /// <summary>What the team reads of an outcome. A note and the facts stay with the visit.</summary>
    public void Take(Visit visit, DateTimeOffset now)
    {
        if (Outcome is null) At = now;
        (Outcome, KpMet, KpMinutes) = (visit.Outcome, visit.KpMet, visit.KpMinutes);
        (NextStep, NextOn) = (visit.NextStep, visit.NextOn);
        if (CalledAt is not null) return; // somebody may be on the way already
        HelpWanted = visit.HelpWanted;
        if (Kind is FeedKind.Visit) Text = visit.HelpText;
    }

    public static Refusal Withdrawn() => new("feed.withdrawn", "This was taken back.");
}

/// <summary>贺 · 挺 · 听到了.</summary>
enum ReactionKind { Congratulate, Encourage, Heard }

sealed class Reaction
{
    public Guid OrgId { get; init; }
    public Guid ItemId { get; init; }
    public Guid MemberId { get; init; }
    public ReactionKind Kind { get; init; }
}

sealed class FeedItemMap : IEntityTypeConfiguration<FeedItem>
{
    public void Configure(EntityTypeBuilder<FeedItem> item)
    {
        item.Ignore(i => i.VisitOfHelp);
        // With the id, a page comes out of the index in its order and nothing is sorted.
        item.ToTable("feed_items").HasIndex(i => new { i.OrgId, i.TeamId, i.At, i.Id });
        item.Property(i => i.MemberName).HasMaxLength(20);
        item.Property(i => i.CustomerName).HasMaxLength(40);
        item.Property(i => i.Text).HasMaxLength(300);
        item.Property(i => i.NextStep).HasMaxLength(200);
        item.Property(i => i.Body).HasMaxLength(2000).HasDefaultValue("").ValueGeneratedNever();
        item.Property(i => i.PhotoIds).AsJsonIds();
        item.Property(i => i.MentionIds).AsJsonIds();
        item.Property(i => i.CommentCount).HasDefaultValue(0).ValueGeneratedNever();
        item.HasIndex(i => new { i.OrgId, i.CalledAt }).HasFilter("called_at IS NOT NULL");
    }
}

sealed class ReactionMap : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("reactions").HasKey(r => new { r.OrgId, r.ItemId, r.MemberId, r.Kind });
        reaction.HasOne<FeedItem>().WithMany().HasForeignKey(r => new { r.OrgId, r.ItemId }).OnDelete(DeleteBehavior.Cascade);
    }
}
