using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Handovers;

sealed record HandoverOptions
{
    /// <summary>Days both answer for a customer.</summary>
    [From(D)] public int DualDays { get; init; } = 30;

    /// <summary>A draft keeps the customers of somebody who has left from the pool for so long; then they go there by themselves.</summary>
    [From(D)] public int DraftDays { get; init; } = 14;
}
