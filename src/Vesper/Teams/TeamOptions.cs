using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Teams;

/// <summary>The numbers of joining a team.</summary>
sealed record TeamOptions
{
    /// <summary>Days a team's join code is good for.</summary>
    [From(D)] public int JoinCodeDays { get; init; } = 7;

    /// <summary>Members who may wait for admission at once, a team; more is somebody playing with the code.</summary>
    [From(D)] public int MostWaiting { get; init; } = 50;

    /// <summary>Hours an invitation, or a new one-time password, is good for.</summary>
    [From(D)] public int WelcomeHours { get; init; } = 72;

    /// <summary>Days between telling the reps that supervisors will see the evidence level, and the first visit that shows it.</summary>
    [From(D)] public int AnnounceDays { get; init; } = 7;

    /// <summary>Wrong codes one address may try in a minute.</summary>
    [From(D)] public int WrongCodesAMinute { get; init; } = 20;
}
