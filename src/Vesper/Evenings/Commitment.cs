using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Evenings;

/// <summary>Where it came from: an advice taken, a story tried, a duty of the supervisor, her own word, the reply to a journal, a review.</summary>
enum CommitmentOrigin { Advice, Story, Duty, Own, Journal, Review }

/// <summary>Done: 做了. NotYet: asked again the next evening. Changed: another way was taken.</summary>
enum CommitmentState { Open, Done, NotYet, Changed }

/// <summary>What somebody will do by a day; asked for the next day: 做了吗, 结果如何.</summary>
sealed class Commitment : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid TeamId { get; init; }
    public Guid MemberId { get; init; }
    public Guid? EveningId { get; init; }
    public CommitmentOrigin Origin { get; init; }

    /// <summary>The advice, story or case it came from.</summary>
    public Guid? OriginId { get; init; }
    public Guid? CustomerId { get; init; }
    public string CustomerName { get; init; } = "";
    public string Text { get; set; } = "";
    public DateOnly DueOn { get; set; }
    public CommitmentState State { get; set; }
    public string Result { get; set; } = "";
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateOnly Day { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A date that makes sense: today at the earliest, within a year.</summary>
    /// <exception cref="Refusal"><c>commitment.due</c></exception>
    public static DateOnly Due(DateOnly dueOn, DateOnly today) =>
        dueOn >= today && dueOn <= today.AddYears(1) ? dueOn : throw new Refusal("commitment.due", "Choose a day from today to a year ahead.");

    /// <summary>做了吗: from the next day on until answered; what was "not yet" again from its day on.</summary>
    public bool IsDue(Me me, DateOnly today) => State switch
    {
        CommitmentState.Open => Day < today,
        CommitmentState.NotYet => DueOn <= today && AnsweredAt is { } at && me.DayOf(at) < today,
        _ => false,
    };

    /// <exception cref="Refusal"><c>commitment.not-yours</c> · <c>commitment.answer</c>: open is no answer.</exception>
    public void Answer(Me me, CommitmentState state, string result, DateTimeOffset now)
    {
        if (MemberId != me.Id) throw new Refusal("commitment.not-yours", "Only who promised answers.");
        if (state is CommitmentState.Open) throw new Refusal("commitment.answer", "Done, not yet, or changed?");
        (State, Result, AnsweredAt) = (state, result.Trim(), now);
    }
}

sealed class CommitmentMap : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.ToTable("commitments");
        commitment.Property(c => c.CustomerName).HasMaxLength(40);
        commitment.Property(c => c.Text).HasMaxLength(300);
        commitment.Property(c => c.Result).HasMaxLength(300);
        commitment.HasIndex(c => new { c.OrgId, c.MemberId, c.State });
        commitment.HasIndex(c => new { c.OrgId, c.TeamId, c.Day });
        commitment.HasIndex(c => new { c.OrgId, c.OriginId });
    }
}
