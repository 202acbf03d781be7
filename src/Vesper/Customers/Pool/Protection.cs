namespace Vesper.Customers.Pool;

/// <summary>Why a customer goes back: nobody followed up, or all that following up has led to no deal.</summary>
enum PoolCause { FollowUp, NoDeal }

/// <summary>What the clock of a customer starts from. FollowedOn: her last visit that was effective, or call that reached somebody.</summary>
sealed record PoolStart(Grade Grade, DateOnly Since, DateOnly? FollowedOn);

/// <summary>The last day a customer is hers, and how it came to be: Days from From, not counting Stopped days of leave and holidays.</summary>
sealed record Protected(DateOnly Until, PoolCause Cause, DateOnly From, int Days, int Stopped);

/// <summary>
/// The protection clock (D). Weekends are within the number (14 days are two weeks); leave and holidays stop it, and it never ends on a day she does not work.
/// </summary>
static class Protection
{
    /// <summary>Longer than this nothing stops a clock: somebody away for a year hands over.</summary>
    const int MostStopped = 366;

    /// <param name="away">Her leave, and the organisation's holidays.</param>
    /// <param name="works">The day is worked, by her and the organisation.</param>
    public static Protected Of(PoolStart start, PoolRules rules, Func<DateOnly, bool> away, Func<DateOnly, bool> works)
    {
        var since = Later(start.Since, rules.EnabledOn);
        var followUp = Run(Later(since, start.FollowedOn), rules.DaysOf(start.Grade), PoolCause.FollowUp);
        var deal = Run(since, rules.DaysNoDeal, PoolCause.NoDeal);
        return deal.Until < followUp.Until ? deal : followUp;

        Protected Run(DateOnly from, int days, PoolCause cause)
        {
            var (day, counted, stopped) = (from, 0, 0);
            while (counted < days)
            {
                day = day.AddDays(1);
                if (stopped < MostStopped && away(day)) stopped++;
                else counted++;
            }
            for (var more = 0; more < MostStopped && !works(day); more++) day = day.AddDays(1);
            return new(day, cause, from, days, stopped);
        }
    }

    /// <summary>The reminder that is due with so many days left, or none.</summary>
    public static int? ReminderAt(int daysLeft) => daysLeft < 0 ? null : PoolRules.Reminders.Where(days => daysLeft <= days).Select(days => (int?)days).Min();

    static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}
