using Vesper.Kit.Live;

namespace Vesper.Customers.Inventories;

/// <summary>To each who has it on a screen: another customer is up, something was decided, it has ended.</summary>
sealed record InventoryChanged(Guid InventoryId) : IEvent
{
    public string Type => "inventory.changed";
}

/// <summary>Somebody's assessment window closes: an inventory each week until then. Told by whoever keeps the windows, as often as it likes.</summary>
sealed record InventoryWanted(Guid MemberId, DateOnly Until) : IEvent
{
    public const string Name = "inventory.wanted";

    public string Type => Name;
}
