using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Relief;

enum TurnState { Waiting, Speaking, Done }

/// <summary>A hand raised for the spoken round (≤2 min each, D). Nothing of what is said is kept, and the hand itself only until the evening closes.</summary>
sealed class ReliefTurn : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }
    public Guid MemberId { get; init; }
    public TurnState State { get; set; }
    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>听到了: how many listeners tapped.</summary>
    public int Heard { get; set; }

    public void Speak(DateTimeOffset now)
    {
        if (State is TurnState.Speaking) return;
        (State, StartedAt) = (TurnState.Speaking, now);
    }

    /// <summary>She said the one step she controls: her turn ends with it.</summary>
    public void Step()
    {
        if (State is TurnState.Waiting) throw new Refusal("relief.not-speaking", "It is not your turn yet.");
        State = TurnState.Done;
    }
}

/// <summary>One listener's 听到了 for one turn, by an id nobody can read back; so that it counts once.</summary>
sealed class ReliefHeard : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid EveningId { get; init; }
}

sealed class ReliefTurnMap : IEntityTypeConfiguration<ReliefTurn>
{
    public void Configure(EntityTypeBuilder<ReliefTurn> turn)
    {
        turn.ToTable("relief_turns").HasIndex(t => new { t.OrgId, t.EveningId, t.MemberId }).IsUnique();
        turn.Property(t => t.State).HasConversion<int>(); // this room has no text columns
    }
}

sealed class ReliefHeardMap : IEntityTypeConfiguration<ReliefHeard>
{
    public void Configure(EntityTypeBuilder<ReliefHeard> heard) => heard.ToTable("relief_heard").HasIndex(h => new { h.OrgId, h.EveningId });
}
