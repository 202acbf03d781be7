using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>What a teammate says under a line of the feed; an answer is one to a call for help, and helps the asker at her customer.</summary>
sealed class Comment : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone, so that sending it again finds the first attempt.</summary>
    public Guid Id { get; init; }
    public Guid ItemId { get; init; }
    public Guid MemberId { get; init; }
    public string MemberName { get; init; } = "";
    public string Text { get; set; } = "";
    public IReadOnlyList<Guid> MentionIds { get; set; } = [];
    public bool IsAnswer { get; init; }

    /// <summary>The visit whose call for help it answers.</summary>
    public Guid? VisitId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Taken back by its writer: the place stays, the words do not.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>A member has seen an announcement. Its writer learns how many, never who.</summary>
sealed class FeedRead
{
    public Guid OrgId { get; init; }
    public Guid ItemId { get; init; }
    public Guid MemberId { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class CommentMap : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("feed_comments").HasIndex(c => new { c.OrgId, c.ItemId, c.At });
        comment.HasIndex(c => new { c.OrgId, c.VisitId }).HasFilter("visit_id IS NOT NULL");
        comment.Property(c => c.MemberName).HasMaxLength(20);
        comment.Property(c => c.Text).HasMaxLength(500);
        comment.Property(c => c.MentionIds).AsJsonIds();
        comment.HasOne<FeedItem>().WithMany().HasForeignKey(c => new { c.OrgId, c.ItemId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class FeedReadMap : IEntityTypeConfiguration<FeedRead>
{
    public void Configure(EntityTypeBuilder<FeedRead> read)
    {
        read.ToTable("feed_reads").HasKey(r => new { r.OrgId, r.ItemId, r.MemberId });
        read.HasOne<FeedItem>().WithMany().HasForeignKey(r => new { r.OrgId, r.ItemId }).OnDelete(DeleteBehavior.Cascade);
    }
}
