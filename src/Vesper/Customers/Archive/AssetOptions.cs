using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Archive;

/// <summary>The numbers of a customer's asset value; all of them are our own defaults.</summary>
sealed record AssetOptions
{
    /// <summary>What a customer is worth of whom everything is known, lately, the deciding key person met, at grade A.</summary>
    [From(D)] public double Whole { get; init; } = 100;

    /// <summary>Days without contact that cost nothing, and then the days in which half of it is gone.</summary>
    [From(D)] public int FreshDays { get; init; } = 14;
    [From(D)] public int HalfLifeDays { get; init; } = 45;

    /// <summary>By how near the key person is: nobody known, somebody, a key person by name, one met, one met who decides.</summary>
    [From(D)] public double Nobody { get; init; } = 0.2;
    [From(D)] public double Somebody { get; init; } = 0.4;
    [From(D)] public double KpKnown { get; init; } = 0.6;
    [From(D)] public double KpMet { get; init; } = 0.8;
    [From(D)] public double DeciderMet { get; init; } = 1;

    [From(D)] public double GradeA { get; init; } = 1;
    [From(D)] public double GradeB { get; init; } = 0.7;
    [From(D)] public double GradeC { get; init; } = 0.4;
    [From(D)] public double GradeD { get; init; } = 0.2;

    /// <summary>Who has signed weighs as much as an A, whatever the facts of the next deal say.</summary>
    [From(D)] public double Signed { get; init; } = 1;

    /// <summary>Days ahead for which the page says what is left if nobody does anything.</summary>
    [From(D)] public int AheadDays { get; init; } = 30;
}
