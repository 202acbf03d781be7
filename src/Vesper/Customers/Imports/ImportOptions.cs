using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Imports;

sealed record ImportOptions
{
    [From(D)] public int MostBytes { get; init; } = 30_000_000;

    /// <summary>More than this is no list anybody works through; it comes in several files.</summary>
    [From(D)] public int MostRows { get; init; } = 100_000;

    /// <summary>Rows of one write. Others' writes wait no longer than for one.</summary>
    [From(D)] public int Batch { get; init; } = 250;

    /// <summary>Problems that are listed one by one; the rest is counted.</summary>
    [From(D)] public int MostIssues { get; init; } = 200;

    /// <summary>Names and numbers of people do not lie around longer than the undoing may need them.</summary>
    [From(D)] public TimeSpan FileKept { get; init; } = TimeSpan.FromDays(7);
}
