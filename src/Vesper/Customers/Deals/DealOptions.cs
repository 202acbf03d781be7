using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Deals;

/// <summary>What an offer may hold.</summary>
sealed record DealOptions
{
    /// <summary>Per cent a line may go below the list price; a slip of the thumb is more often behind a larger one than a decision.</summary>
    [From(D)] public int MostDiscount { get; init; } = 30;

    /// <summary>The same where a supervisor or manager makes the offer.</summary>
    [From(D)] public int MostDiscountOfLeaders { get; init; } = 60;
}
