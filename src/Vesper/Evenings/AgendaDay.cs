using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>
/// All the composer knows: one team's day. Only present members are listed; what belongs to someone absent may be listed and waits.
/// The order of the lists means nothing.
/// </summary>
sealed record AgendaDay(string Team, DateOnly Day, int Minutes, IReadOnlyList<AgendaMember> Members)
{
    public IReadOnlyList<DealWon> Won { get; init; } = [];
    public IReadOnlyList<GradeStep> GradeSteps { get; init; } = [];
    public IReadOnlyList<OpenCase> Cases { get; init; } = [];
    public IReadOnlyList<HelpWanted> Help { get; init; } = [];
    public IReadOnlyList<JournalBlock> Blocks { get; init; } = [];
    public IReadOnlyList<KpNotMet> KpNotMet { get; init; } = [];
    public IReadOnlyList<CommitmentDue> Commitments { get; init; } = [];
    public IReadOnlyList<StoryOffer> Offers { get; init; } = [];
    public IReadOnlyList<Adviser> Advisers { get; init; } = [];
}

/// <summary>RejectionLoad: rejections by visits and calls, a number and nothing of what was said. It decides minutes, never a name.</summary>
sealed record AgendaMember(Guid Id, string Name, int Visits, int RejectionLoad, LastHeard Heard);

/// <summary>Sessions ago (1 is the last one) in which a member spoke there; null is never, or new here.</summary>
sealed record LastHeard(int? Nourish = null, int? Lift = null, int? ReliefRound = null)
{
    /// <summary>Sessions that have passed her over; someone never heard has waited longest of all.</summary>
    public int Waited => new[] { Nourish, Lift, ReliefRound }.Min() is { } ago ? Math.Max(0, ago - 1) : int.MaxValue;
}

sealed record DealWon(Guid DealId, Guid MemberId, string Member, Guid CustomerId, string Customer, long AmountFen);

sealed record GradeStep(Guid MemberId, string Member, Guid CustomerId, string Customer, Grade From, Grade To);

/// <summary>A case on its way: TimesCarried counts sessions with its owner present that did not take it. Since: the day it was raised.</summary>
sealed record OpenCase(
    Guid Id, Guid MemberId, string Member, Guid? CustomerId, string Customer, Stage Stage, bool KpMet,
    string BlockedBy, string Wanted, DateOnly Since, int TimesCarried, string? Industry = null);

/// <summary>"Help wanted" tapped on one of today's visits: the draft of a case. If it is left out, keep it as an open case, so that it waits its turn.</summary>
sealed record HelpWanted(Guid VisitId, Guid MemberId, string Member, Guid CustomerId, string Customer, Stage Stage, bool KpMet, string? Note = null, string? Industry = null);

/// <summary>What blocks a member, from today's journal: the draft of a case, kept as one if it is left out. Without a customer it is a question of its own.</summary>
sealed record JournalBlock(Guid JournalId, Guid MemberId, string Member, Guid? CustomerId, string Customer, Stage Stage, bool KpMet, string BlockedBy, string? Industry = null);

/// <summary>KP未见: visited so many times, the key person never met. A signal, not somebody's question: it fills a free place and waits for nothing.</summary>
sealed record KpNotMet(Guid MemberId, string Member, Guid CustomerId, string Customer, Stage Stage, int Visits, string? Industry = null);

/// <summary>Something agreed on an earlier evening and asked for today. Result: what came of it, in the member's words.</summary>
sealed record CommitmentDue(Guid Id, Guid MemberId, string Member, string Text, DateOnly Due, CommitmentState Answer, string? Result = null);

/// <summary>我想分享: anyone's own wish to tell. TimesCarried as for a case.</summary>
sealed record StoryOffer(Guid Id, Guid MemberId, string Member, string Text, DateOnly Since, int TimesCarried, Guid? CustomerId = null, string? Customer = null);
