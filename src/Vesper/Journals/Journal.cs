using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Journals;

/// <summary>
/// A member's day, filled by the system; her part is one win, one block and what support she needs. There is one a day; tomorrow's visits are the
/// day plan itself (Field) and never copied here.
/// </summary>
sealed class Journal : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone, so that sending it again finds the first attempt.</summary>
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid TeamId { get; init; }

    /// <summary>The day it tells of, in the organisation's zone.</summary>
    public DateOnly Day { get; init; }
    public string Win { get; set; } = "";
    public string Block { get; set; } = "";
    public Guid? BlockCustomerId { get; set; }
    public string BlockCustomerName { get; set; } = "";
    public string Support { get; set; } = "";

    /// <summary>The version of the template it was written with; null: no extra fields.</summary>
    public Guid? TemplateId { get; set; }
    public IReadOnlyList<FieldAnswer> Answers { get; set; } = [];

    /// <summary>What the system knew of the day when it was last submitted.</summary>
    public IReadOnlyList<JournalLine> Lines { get; set; } = [];

    /// <summary>What came to mind after the evening had begun.</summary>
    public string Addendum { get; set; } = "";
    public DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? SharedAt { get; set; }

    /// <summary>Grows with every amendment: a second phone that does not know the last one is told so.</summary>
    public int Version { get; set; }

    public static Journal Begin(Guid id, Me me, NewJournal said, DateTimeOffset now) =>
        new() { OrgId = me.OrgId, Id = id, MemberId = me.Id, TeamId = me.TeamId, Day = said.Day, SubmittedAt = now };

    /// <summary>True when this was said already: a retry on a bad network.</summary>
    public bool Says(NewJournal said) =>
        (Win, Block, BlockCustomerId, Support) == (said.Win.Plain(), said.Block.Plain(), said.BlockCustomerId, said.Support.Plain())
        && Answers.SequenceEqual(FieldAnswer.Given(said.Answers));

    /// <exception cref="Refusal"><c>journal.empty</c>: neither a win nor a block.</exception>
    public void Take(NewJournal said, Customer? blockedAt, JournalTemplate? template, IReadOnlyList<JournalLine> lines, DateTimeOffset now)
    {
        if (said.Win.Plain().Length + said.Block.Plain().Length == 0) throw new Refusal("journal.empty", "Say one thing that went well, or one that blocks you.");
        (Win, Block, Support) = (said.Win.Plain(), said.Block.Plain(), said.Support.Plain());
        (BlockCustomerId, BlockCustomerName) = (blockedAt?.Id, blockedAt?.ShortName ?? "");
        (TemplateId, Answers) = (template?.Id, FieldAnswer.Given(said.Answers));
        (Lines, ChangedAt) = (lines, now);
        Version++;
    }

    /// <summary>Everything she wrote, for the search.</summary>
    public IEnumerable<string> Texts => [Win, Block, BlockCustomerName, Support, Addendum, .. Answers.Select(answer => answer.Value)];
}

static class PlainText
{
    public static string Plain(this string? text) => text?.Trim() ?? "";
}

sealed class JournalMap : IEntityTypeConfiguration<Journal>
{
    public void Configure(EntityTypeBuilder<Journal> journal)
    {
        journal.ToTable("journals");
        journal.Property(j => j.Win).HasMaxLength(300);
        journal.Property(j => j.Block).HasMaxLength(300);
        journal.Property(j => j.BlockCustomerName).HasMaxLength(40);
        journal.Property(j => j.Support).HasMaxLength(300);
        journal.Property(j => j.Addendum).HasMaxLength(300);
        journal.Property(j => j.Answers).AsJson();
        journal.Property(j => j.Lines).AsJson();
        journal.Property(j => j.Version).IsConcurrencyToken();
        journal.HasIndex(j => new { j.OrgId, j.MemberId, j.Day }).IsUnique();
        journal.HasIndex(j => new { j.OrgId, j.TeamId, j.Day });
        journal.HasIndex(j => new { j.OrgId, j.BlockCustomerId });
    }
}

static class JournalSets
{
    extension(Db db)
    {
        public DbSet<Journal> Journals => db.Set<Journal>();
        public DbSet<JournalTemplate> JournalTemplates => db.Set<JournalTemplate>();
        public DbSet<JournalReply> JournalReplies => db.Set<JournalReply>();
        public DbSet<ProposalAnswer> ProposalAnswers => db.Set<ProposalAnswer>();
    }
}
