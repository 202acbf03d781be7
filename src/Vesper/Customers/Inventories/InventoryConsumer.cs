using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>A window that closes makes the weekly inventory a duty of who leads her; told once for each end, however often it is said.</summary>
sealed class InventoryConsumer() : Consumer("inventories")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { InventoryWanted.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        var wanted = happened.As<InventoryWanted>();
        if (await db.Members.Of(happened.OrgId).FindAsync(wanted.MemberId) is not { State: MemberState.Active } member) return;
        var due = await db.InventoryDues.Of(happened.OrgId).FindAsync(member.Id);
        if (due?.Until == wanted.Until) return;
        if (due is null) db.Add(due = new() { OrgId = happened.OrgId, Id = member.Id });
        due.Until = wanted.Until;
        foreach (var leader in await Leaders.NearestAsync(db, happened.OrgId, member)) db.Notify(leader, "inventory-due", "/inventories", ("who", member.ShortName));
    }
}
