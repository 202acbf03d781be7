using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>Dropped: the host took it off the list. Carried: it had no place tonight, or was not reached.</summary>
enum ItemState { Waiting, Running, Done, Dropped, Carried }

/// <summary>One line of an evening's agenda with the reason why it is there. Kept also when it is off the list, so that fairness can be seen.</summary>
sealed class AgendaItem : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }
    public Act Act { get; init; }
    public AgendaKind Kind { get; init; }

    /// <summary>From 1; 0 is off the list.</summary>
    public int Position { get; set; }
    public int Minutes { get; set; }

    /// <summary>Whose item it is; nobody for what belongs to all. The first of its subjects.</summary>
    public Guid? MemberId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? StoryId { get; init; }
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string Reason { get; set; } = "";
    public string ReasonEn { get; set; } = "";
    public ItemState State { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whom and what it is about, more than one when small tables talk side by side.</summary>
    public List<AgendaSubject> Subjects { get; init; } = [];

    public void Start(DateTimeOffset now) => (State, StartedAt, EndedAt) = (ItemState.Running, now, null);

    public void End(DateTimeOffset now)
    {
        if (State is ItemState.Running) (State, EndedAt) = (ItemState.Done, now);
    }

    public void TakeOff(ItemState state) => (Position, State) = (0, state);
}

/// <summary>A member, case, story or commitment that an item is about.</summary>
sealed class AgendaSubject : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }
    public Guid ItemId { get; init; }
    public int Position { get; init; }
    public Act Act { get; init; }
    public Guid? MemberId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? StoryId { get; init; }
    public Guid? CommitmentId { get; init; }

    /// <summary>She was there and it was her turn: her case, her story, her answer. Whose turn comes next is seen by it.</summary>
    public bool Heard { get; set; }
}

static class AgendaItems
{
    public static IEnumerable<AgendaItem> OnList(this IEnumerable<AgendaItem> items) => items.Where(item => item.Position > 0).OrderBy(item => item.Position);
}

sealed class AgendaItemMap : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("agenda_items").HasIndex(i => new { i.OrgId, i.EveningId });
        item.Property(i => i.Title).HasMaxLength(300);
        item.Property(i => i.TitleEn).HasMaxLength(300);
        item.Property(i => i.Reason).HasMaxLength(400);
        item.Property(i => i.ReasonEn).HasMaxLength(400);
        item.HasOne<Evening>().WithMany().HasForeignKey(i => new { i.OrgId, i.EveningId }).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Subjects).WithOne().HasForeignKey(s => new { s.OrgId, s.ItemId }).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class AgendaSubjectMap : IEntityTypeConfiguration<AgendaSubject>
{
    public void Configure(EntityTypeBuilder<AgendaSubject> subject)
    {
        subject.ToTable("agenda_subjects").HasIndex(s => new { s.OrgId, s.EveningId, s.MemberId });
        subject.HasIndex(s => new { s.OrgId, s.ItemId });
    }
}
