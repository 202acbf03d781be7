namespace Vesper.Customers;

/// <summary>The day a grade will fall and to what, if no visit shows anything new until then.</summary>
sealed record StepDown(DateOnly On, Grade To, int DaysLeft, bool Notice);

static class Staleness
{
    /// <summary>Null for a grade that cannot fall: D has nothing to lose, E is out.</summary>
    public static StepDown? Next(Facts facts, DateOnly today, GradeOptions options)
    {
        var now = Grading.Of(facts, today, options);
        if (now >= Grade.D) return null;

        // Asking the rule day by day keeps it the only place that knows it; after the longest staleness nothing is left.
        var longest = Math.Max(options.StaleA, Math.Max(options.StaleB, options.StaleC)) + 1;
        return Enumerable.Range(1, longest)
            .Select(days => (days, on: today.AddDays(days)))
            .Select(day => new StepDown(day.on, Grading.Of(facts, day.on, options), day.days, day.days <= options.Notice))
            .FirstOrDefault(step => step.To > now);
    }
}
