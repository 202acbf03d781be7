using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Journals;

/// <summary>Who keeps what was agreed in a reply: who answers, or who wrote the journal.</summary>
enum PromiseBy { Author, Writer }

/// <summary>A coaching note on a journal, between its writer and those who lead her. What is promised in it becomes a commitment of the evening.</summary>
sealed class JournalReply : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid JournalId { get; init; }
    public Guid AuthorId { get; init; }
    public string Text { get; init; } = "";
    public PromiseBy? PromisedBy { get; init; }
    public string Promise { get; init; } = "";
    public DateOnly? PromiseOn { get; init; }

    /// <summary>The day it was given, in the organisation's zone.</summary>
    public DateOnly Day { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class JournalReplyMap : IEntityTypeConfiguration<JournalReply>
{
    public void Configure(EntityTypeBuilder<JournalReply> reply)
    {
        reply.ToTable("journal_replies").HasIndex(r => new { r.OrgId, r.JournalId });
        reply.Property(r => r.Text).HasMaxLength(500);
        reply.Property(r => r.Promise).HasMaxLength(200);
        reply.HasOne<Journal>().WithMany().HasForeignKey(r => new { r.OrgId, r.JournalId }).OnDelete(DeleteBehavior.Cascade);
    }
}
