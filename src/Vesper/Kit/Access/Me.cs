namespace Vesper.Kit.Access;

/// <summary>The member who asks, with her rights. Every query goes through her; it is read once and dropped when her rights change.</summary>
sealed record Me(
    Guid OrgId,
    Guid Id,
    string Name,
    Role Role,
    bool Admin,
    Guid TeamId,
    /// <summary>Units whose members' records she may read: the subtree for supervisors and managers, none for others.</summary>
    IReadOnlyList<Guid> Sees,
    TimeZoneInfo Zone,
    /// <summary>Changes when every session of hers is to end.</summary>
    string Stamp)
{
    /// <summary>Teams whose feed and evenings she takes part in.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];

    /// <summary>What teammates call her: 小林.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Her newest word on keeping positions; without it a point is dropped before anything is saved (L).</summary>
    public bool LocationConsent { get; init; }

    /// <summary>Her organisation's.</summary>
    public WorkHours Hours { get; init; } = WorkHours.Usual;

    /// <summary>The day of an instant in her organisation's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public bool Is(params ReadOnlySpan<Role> roles) => roles.Contains(Role);

    public bool Hears(Guid teamId) => Teams.Contains(teamId);

    /// <summary>The team's direct supervisor; a manager further up is none.</summary>
    public bool Supervises(Guid teamId) => Role is Role.Supervisor && Sees.Contains(teamId);

    /// <summary>Filled in by the gate before the handler runs.</summary>
    public static ValueTask<Me?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<Me>());
}

/// <summary>Reads a member's rights, or nothing when she is not active; given by the room that keeps members.</summary>
delegate Task<Me?> LoadMe(Guid memberId, CancellationToken stop);
