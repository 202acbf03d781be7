using Vesper.Kit;
using static Vesper.Kit.Source;

namespace Vesper.Customers.Inventories;

sealed record InventoryOptions
{
    /// <summary>Days after which a rep's customers are to be gone through again.</summary>
    [From(S)] public int Every { get; init; } = 7;

    /// <summary>Customers of one session, at most; the others come first the next time.</summary>
    [From(D)] public int Most { get; init; } = 150;
}
