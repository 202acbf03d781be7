using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.JointVisits;

sealed record JointOptions
{
    /// <summary>Minutes between two check-ins at one customer that are still one visit together.</summary>
    [From(D)] public int TieMinutes { get; init; } = 60;

    /// <summary>Days beside the agreed one on which it may have taken place after all.</summary>
    [From(D)] public int TieDays { get; init; } = 3;

    /// <summary>Days before and after that are set beside each other.</summary>
    [From(S)] public int Beside { get; init; } = 30;

    /// <summary>With fewer visits than this on either side the numbers say that they are small.</summary>
    [From(D)] public int Few { get; init; } = 20;

    /// <summary>Planned this many days ahead, at most.</summary>
    [From(D)] public int Ahead { get; init; } = 60;
}
