using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>Tonight's plan. Minutes never exceed Available. LeftOut shows what waits, and why, so that fairness can be seen.</summary>
sealed record Agenda(int Available, IReadOnlyList<AgendaLine> Items, IReadOnlyList<LeftOut> LeftOut)
{
    public int Minutes => Items.Sum(item => item.Minutes);
}

/// <summary>
/// One thing on the stage. More than one subject in a case or a story means small tables side by side: each subject is heard, in
/// parallel. Position counts from 1 through the whole evening. Optional: anyone may sit it out (倒垃圾).
/// </summary>
sealed record AgendaLine(int Position, Act Act, AgendaKind Kind, int Minutes, IReadOnlyList<Subject> Subjects, Reason Reason)
{
    public bool Optional => Act is Act.Relief;
    public bool SideBySide => Kind is AgendaKind.Case or AgendaKind.Story && Subjects.Count > 1;
    public IReadOnlyList<AdviserHint> Advisers { get; init; } = [];
}

/// <summary>Whom and what an item is about: ids to open, and the parts of a title in people's own words.</summary>
sealed record Subject(Guid? MemberId = null, string? Member = null)
{
    public Guid? CustomerId { get; init; }
    public string? Customer { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? VisitId { get; init; }
    public Guid? JournalId { get; init; }
    public Guid? DealId { get; init; }
    public Guid? OfferId { get; init; }
    public Guid? CommitmentId { get; init; }

    public Stage? Stage { get; init; }
    public bool? KpMet { get; init; }
    public string? BlockedBy { get; init; }
    public string? Wanted { get; init; }
    public string? Text { get; init; }
    public long? AmountFen { get; init; }
    public CommitmentState? Answer { get; init; }
}

sealed record LeftOut(Act Act, Subject Subject, Reason Reason);
