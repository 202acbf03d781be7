using static Vesper.Kit.Source;

namespace Vesper.Kit.Notices;

/// <summary>The numbers of notices.</summary>
sealed record NoticeOptions
{
    /// <summary>Nothing rings from here until there, in the organisation's zone, unless a member says otherwise.</summary>
    [From(D)] public TimeOnly QuietFrom { get; init; } = new(21, 0);
    [From(D)] public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>Browsers a member may be pushed to; the oldest gives way.</summary>
    [From(D)] public int MostBrowsers { get; init; } = 10;

    /// <summary>A notice stays in the list so many days; a quarter, as the points of check-ins (budgets: gone after 90 d).</summary>
    [From(D)] public int KeepDays { get; init; } = 90;

    /// <summary>Attempts to reach a push service that is away.</summary>
    [From(D)] public int MostTries { get; init; } = 6;

    /// <summary>For tests: a push service on this machine may be called too.</summary>
    public bool LoopbackToo { get; set; }
}

/// <summary>A moment in a member's working calendar; given by the room that keeps it.</summary>
sealed record WorkMoment(TimeOnly Local, /* her day off, or her leave: false */ bool Works, bool WithinHours);

delegate Task<WorkMoment> WorkingAt(Guid orgId, Guid memberId, DateTimeOffset at, CancellationToken stop);

/// <summary>Whether a notice may ring now (D). What is quiet stays in the list and does not ring later.</summary>
static class QuietHours
{
    public static bool Rings(string kind, NoticeSettings settings, WorkMoment now)
    {
        if (settings.Silent.Contains(kind, StringComparer.Ordinal)) return false;

        // 火力支持 in working hours passes: a teammate is standing at a customer's. Outside them it is as quiet as everything.
        if (NoticeKinds.All.GetValueOrDefault(kind) && now is { Works: true, WithinHours: true }) return true;
        if (settings.QuietOnDaysOff && !now.Works) return false;
        return !Within(settings.QuietFrom, settings.QuietUntil, now.Local);
    }

    /// <summary>Over midnight when the end is the earlier one; the same twice is never.</summary>
    static bool Within(TimeOnly from, TimeOnly until, TimeOnly at) =>
        from <= until ? at >= from && at < until : at >= from || at < until;

    public static NoticeSettings Usual(NoticeOptions options, Guid orgId, Guid memberId) =>
        new() { OrgId = orgId, Id = memberId, QuietFrom = options.QuietFrom, QuietUntil = options.QuietUntil };
}
