using Vesper.Kit.Access;
using Vesper.Teams;

namespace Vesper.Customers.GradeWords;

/// <summary>Who may say a grade against the rule, and for how long.</summary>
static class GradeHold
{
    /// <summary>As long as the calendar goes for a word without an end; <see cref="DateOnly.MaxValue"/> is infinity to PostgreSQL.</summary>
    static readonly DateOnly NoEnd = new(9000, 1, 1);

    /// <summary>A supervisor or manager everywhere; in a small organisation also whoever looks after the customer.</summary>
    public static bool May(Me me, Customer customer, Preset preset) =>
        me.Is(Role.Supervisor, Role.Manager) || (preset is Preset.Squad && customer.OwnerId == me.Id);

    /// <summary>The last day of a word said today; null: it has no end.</summary>
    public static DateOnly? Until(Preset preset, DateOnly today, GradeOptions options) => preset is Preset.Squad ? null : today.AddDays(options.Override - 1);

    public static void Hold(Customer customer, DateOnly? until) => customer.GradeHeldUntil = until ?? NoEnd;

    /// <summary>The rule is silent on that day.</summary>
    public static bool Held(this Customer customer, DateOnly day) => customer.GradeHeldUntil >= day;
}
