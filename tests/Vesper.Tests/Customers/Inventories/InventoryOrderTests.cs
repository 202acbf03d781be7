using Vesper.Customers;
using Vesper.Customers.Inventories;

namespace Vesper.Tests.Customers.Inventories;

public sealed class InventoryOrderTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_left_out_comes_first_then_by_grade_unmet_before_met_and_the_longest_unvisited()
    {
        var left = new Counted(Guid.CreateVersion7(), Grade.D, false, Now, Left: true);
        var ready = new Counted(Guid.CreateVersion7(), Grade.A, false, Now, Left: false);
        var unmet = new Counted(Guid.CreateVersion7(), Grade.B, true, Now, Left: false);
        var never = new Counted(Guid.CreateVersion7(), Grade.B, false, null, Left: false);
        var old = new Counted(Guid.CreateVersion7(), Grade.B, false, Now.AddDays(-9), Left: false);

        InventoryOrder.Of([old, never, unmet, ready, left]).ShouldBe([left.CustomerId, ready.CustomerId, unmet.CustomerId, never.CustomerId, old.CustomerId]);
    }
}
