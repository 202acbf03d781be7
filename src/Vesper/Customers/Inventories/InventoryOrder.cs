namespace Vesper.Customers.Inventories;

/// <summary>A customer as the order of an inventory sees it. Left: the last inventory did not get to it.</summary>
sealed record Counted(Guid CustomerId, Grade Grade, bool KpUnseen, DateTimeOffset? LastVisitAt, bool Left);

/// <summary>What comes first when the time may run out (D): what was left out last time, then by grade, unmet key persons before others, the longest unvisited before the rest.</summary>
static class InventoryOrder
{
    public static IReadOnlyList<Guid> Of(IEnumerable<Counted> customers) =>
        [.. customers.OrderByDescending(one => one.Left).ThenBy(one => one.Grade).ThenByDescending(one => one.KpUnseen)
            .ThenBy(one => one.LastVisitAt ?? DateTimeOffset.MinValue).ThenBy(one => one.CustomerId).Select(one => one.CustomerId)];
}
