namespace Vesper.Customers;

/// <summary>
/// One thing a visit showed, on that day. A fact that holds needs its visit: raising a grade needs evidence. One that no longer
/// holds (the budget is gone) needs none. DecisionDate belongs to <see cref="FactKind.Time"/>: the customer's own date.
/// </summary>
sealed record FactSeen(FactKind Kind, DateOnly SeenOn, Guid? VisitId, bool Holds = true, DateOnly? DecisionDate = null);

/// <summary>What is known of a deal: of each kind the newest fact speaks. Disqualified is the reason, if there is one.</summary>
sealed record Facts(IReadOnlyCollection<FactSeen> Seen, string? Disqualified = null)
{
    public bool KpMet => Newest(FactKind.KpMet) is not null;
    public bool Need => Newest(FactKind.Need) is not null;
    public bool Budget => Newest(FactKind.Budget) is not null;
    public DateOnly? DecisionDate => Newest(FactKind.Time)?.DecisionDate;

    /// <summary>The facts as they stand on a day, without those seen more than so many days before it.</summary>
    public Facts Fresh(DateOnly today, int days) =>
        this with { Seen = [.. Seen.Where(fact => fact.SeenOn <= today && today.DayNumber - fact.SeenOn.DayNumber <= days)] };

    // Two facts of one day: the one that takes something away is believed, lowering needs no evidence.
    FactSeen? Newest(FactKind kind) => Seen
        .Where(fact => fact.Kind == kind && (fact.VisitId is not null || !fact.Holds))
        .OrderByDescending(fact => fact.SeenOn).ThenBy(fact => fact.Holds)
        .ThenBy(fact => fact.DecisionDate).ThenBy(fact => fact.VisitId)
        .FirstOrDefault() is { Holds: true } newest ? newest : null;
}
