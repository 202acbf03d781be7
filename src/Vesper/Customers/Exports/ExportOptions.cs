using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Exports;

sealed record ExportOptions
{
    /// <summary>More customers than this never leave in one file.</summary>
    [From(D)] public int MostRows { get; init; } = 5000;

    /// <summary>Up to here nobody else is asked.</summary>
    [From(D)] public int Alone { get; init; } = 50;

    /// <summary>Files a member may ask for in 24 hours.</summary>
    [From(D)] public int MostADay { get; init; } = 5;

    [From(D)] public TimeSpan Kept { get; init; } = TimeSpan.FromDays(1);
}
