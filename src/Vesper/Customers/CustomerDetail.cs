using Vesper.Field;

namespace Vesper.Customers;

/// <summary>Everything of one customer on one screen.</summary>
sealed record CustomerView(
    Guid Id, string Name, string ShortName, string Industry, int? Employees, string City, string Address, bool HasAddress, Stage Stage,
    Grade Grade, DateOnly GradeSince, int VisitsWithoutKp, bool KpUnseen, Guid? OwnerId, string OwnerName,
    DateTimeOffset? LastVisitAt, string NextStep, DateOnly? NextOn,
    IReadOnlyList<ContactView> Contacts, IReadOnlyList<FactView> Facts, IReadOnlyList<DealView> Deals,
    IReadOnlyList<VisitLine> Visits, IReadOnlyList<CallLine> Calls, IReadOnlyList<GradeStepView> GradeHistory, WhyView Why);

/// <summary>One of the last visits, by whoever of the team made it; with the help it asked for and what came.</summary>
sealed record VisitLine(
    Guid Id, string MemberName, DateOnly Day, DateTimeOffset At, string Purpose, VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, string ContactName, string NextStep, string Note, string HelpText)
{
    public IReadOnlyList<AnswerView> Answers { get; init; } = [];
}

/// <summary>One of the last phone calls, by whoever of the team made it.</summary>
sealed record CallLine(Guid Id, string MemberName, DateOnly Day, DateTimeOffset At, CallOutcome Outcome, string ContactName, string Note, string NextStep);

sealed record FactView(FactKind Kind, string Text, DateOnly? Date, long? AmountFen, Guid? VisitId, DateOnly SeenOn)
{
    public static FactView Of(Fact fact) => new(fact.Kind, fact.Text, fact.Date, fact.AmountFen, fact.VisitId, fact.SeenOn);
}

sealed record GradeStepView(Grade From, Grade To, DateOnly Day, string Reason);

/// <summary>
/// Why the grade is what it is: the newest fact of each kind, whether it still carries the grade, the customer's own decision date, and when the grade will fall
/// if no visit shows anything new. FreshDays: how old a fact may be for this grade.
/// </summary>
sealed record WhyView(Grade ByRule, IReadOnlyList<WhyFact> Facts, DateOnly? DecisionOn, int? DecisionDays, int? FreshDays, StepDown? StepsDown)
{
    public static WhyView Of(IReadOnlyList<Fact> facts, DateOnly today, GradeOptions options)
    {
        var seen = facts.AsSeen();
        var grade = Grading.Of(seen, today, options);
        int? fresh = grade switch { Grade.A => options.StaleA, Grade.B => options.StaleB, Grade.C => options.StaleC, _ => null };
        var newest = facts.GroupBy(fact => fact.Kind).Select(kind => kind.MaxBy(fact => (fact.SeenOn, fact.Id))!).OrderBy(fact => fact.Kind);
        return new(grade, [.. newest.Select(fact => WhyFact.Of(fact, today, fresh))],
            seen.DecisionDate, seen.DecisionDate?.DayNumber - today.DayNumber, fresh, Staleness.Next(seen, today, options));
    }
}

/// <summary>DaysAgo: since the visit that showed it. Counts: it has a visit behind it and is fresh enough for the grade.</summary>
sealed record WhyFact(FactKind Kind, DateOnly SeenOn, int DaysAgo, bool Counts)
{
    public static WhyFact Of(Fact fact, DateOnly today, int? fresh)
    {
        var ago = today.DayNumber - fact.SeenOn.DayNumber;
        return new(fact.Kind, fact.SeenOn, ago, fact.VisitId is not null && (fresh is null || ago <= fresh));
    }
}
