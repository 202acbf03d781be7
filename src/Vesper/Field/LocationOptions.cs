using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Field;

/// <summary>How long the place of a check-in is kept, and how exactly. The law asks for the shortest time that serves the purpose; the numbers are ours.</summary>
sealed record LocationOptions
{
    /// <summary>Within this time of the check-in an exact point becomes one of 3 decimals, a square of some 100 m.</summary>
    [From(D)] public TimeSpan RoundWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Within this many days nothing of it is left.</summary>
    [From(D)] public int DeleteWithinDays { get; init; } = 90;

    /// <summary>The hourly job begins so much earlier, so that the promise holds if one run fails.</summary>
    [From(D)] public TimeSpan Ahead { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Characters in which a supervisor says why he looks, at least.</summary>
    [From(D)] public int LeastReason { get; init; } = 5;

    /// <summary>Points from before this are to be rounded now.</summary>
    public DateTimeOffset RoundBefore(DateTimeOffset now) => now - (RoundWithin - Ahead);

    /// <summary>Points from before this are to be gone now.</summary>
    public DateTimeOffset DeleteBefore(DateTimeOffset now) => now - (TimeSpan.FromDays(DeleteWithinDays) - Ahead);
}
