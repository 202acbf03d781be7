using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers;

/// <summary>The numbers of the grade, in days. R here is a secondary source; staleness is our own default.</summary>
sealed record GradeOptions
{
    /// <summary>Days to the customer's own decision date.</summary>
    [From(R)] public int A { get; init; } = 31;
    [From(R)] public int B { get; init; } = 92;
    [From(R)] public int C { get; init; } = 183;

    /// <summary>A fact older than this no longer carries the grade.</summary>
    [From(D)] public int StaleA { get; init; } = 30;
    [From(D)] public int StaleB { get; init; } = 45;
    [From(D)] public int StaleC { get; init; } = 60;

    /// <summary>The rep hears of a step down this many days before.</summary>
    [From(D)] public int Notice { get; init; } = 7;

    /// <summary>How long a supervisor's word stands against the rule.</summary>
    [From(D)] public int Override { get; init; } = 14;

    /// <summary>Visits without the key person that raise KP未见.</summary>
    [From(D)] public int KpUnseenVisits { get; init; } = 2;
}
