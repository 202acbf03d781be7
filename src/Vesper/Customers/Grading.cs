namespace Vesper.Customers;

/// <summary>
/// The grade of a deal, computed from facts seen on visits, never typed. A, B and C each ask for facts that are fresh enough for
/// them, so a grade steps down as its facts go stale and never vanishes at once.
/// </summary>
static class Grading
{
    public static Grade Of(Facts facts, DateOnly today, GradeOptions options)
    {
        if (facts.Disqualified is not null) return Grade.E;
        if (IsA(facts.Fresh(today, options.StaleA), today, options)) return Grade.A;
        if (IsB(facts.Fresh(today, options.StaleB), today, options)) return Grade.B;
        if (IsC(facts.Fresh(today, options.StaleC), today, options)) return Grade.C;
        return Grade.D;
    }

    static bool IsA(Facts facts, DateOnly today, GradeOptions options) =>
        facts is { KpMet: true, Need: true, Budget: true } && Within(options.A, facts, today);

    static bool IsB(Facts facts, DateOnly today, GradeOptions options) =>
        facts is { KpMet: true, Need: true } && Within(options.B, facts, today) ||
        facts is { Need: true, Budget: true } && Within(options.A, facts, today);

    static bool IsC(Facts facts, DateOnly today, GradeOptions options) => facts.Need && Within(options.C, facts, today);

    // A date that has passed counts as near: the decision is due. If nobody goes to ask, staleness takes the grade down.
    static bool Within(int days, Facts facts, DateOnly today) => facts.DecisionDate?.DayNumber - today.DayNumber <= days;
}

/// <summary>A supervisor's word against the rule. The rule's grade stands beside it all the time.</summary>
/// <exception cref="ArgumentException">There is no reason.</exception>
sealed record GradeOverride
{
    public GradeOverride(Grade grade, string reason, DateOnly since)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Grade, Reason, Since) = (grade, reason, since);
    }

    public Grade Grade { get; }
    public string Reason { get; }
    public DateOnly Since { get; }

    public bool InForce(DateOnly today, GradeOptions options) => today >= Since && today < Since.AddDays(options.Override);
}

/// <summary>What is shown: the grade that counts today, and the rule's own.</summary>
sealed record GradeToday(Grade Grade, Grade ByRule)
{
    public static GradeToday Of(Facts facts, GradeOverride? word, DateOnly today, GradeOptions options)
    {
        var byRule = Grading.Of(facts, today, options);
        return new GradeToday(word?.InForce(today, options) is true ? word.Grade : byRule, byRule);
    }
}
