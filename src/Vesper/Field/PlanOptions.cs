using Vesper.Kit;
using Vesper.Kit.Http;
using Vesper.Teams.Settings;
using static Vesper.Kit.Source;

namespace Vesper.Field;

/// <summary>The numbers of a day's plan and of what is proposed for it.</summary>
sealed record PlanOptions
{
    /// <summary>Visits a day to aim at; shown as a plan, never as a ranking (R).</summary>
    [From(D)] public int Target { get; init; } = 6;

    /// <summary>The target as an organisation may set it for itself.</summary>
    public Adjustable Aim() => Adjustable.Of("planTarget", this, nameof(Target), 1, 20);

    /// <summary>Visits planned for one day, at most.</summary>
    [From(D)] public int Most { get; init; } = 20;

    /// <summary>A plan looks this many days ahead.</summary>
    [From(D)] public int Ahead { get; init; } = 60;

    /// <summary>Yesterday too: a phone may have been offline over midnight.</summary>
    /// <exception cref="Refusal"><c>plan.day</c></exception>
    public DateOnly Sensible(DateOnly day, DateOnly today) =>
        day >= today.AddDays(-1) && day <= today.AddDays(Ahead) ? day : throw new Refusal("plan.day", "A plan is for today or the coming weeks.");

    /// <summary>Proposals shown for one day, at most.</summary>
    [From(D)] public int Proposals { get; init; } = 8;

    /// <summary>A step or a commitment missed longer ago than this many days is no longer proposed.</summary>
    [From(D)] public int Overdue { get; init; } = 14;

    /// <summary>A grade that falls within this many days of the plan's day.</summary>
    [From(D)] public int Falling { get; init; } = 7;

    /// <summary>Days since the last visit before the key person is tried again.</summary>
    [From(D)] public int KpRest { get; init; } = 2;

    /// <summary>Metres, as the crow flies, to a stop already planned.</summary>
    [From(D)] public double NearMetres { get; init; } = 2_000;

    /// <summary>Days since the last visit before a customer is proposed only for being near.</summary>
    [From(D)] public int NearRest { get; init; } = 14;
}
