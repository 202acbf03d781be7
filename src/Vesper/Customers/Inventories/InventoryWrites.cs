using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>Beginning and deciding, inside a write.</summary>
static class InventoryWrites
{
    /// <summary>The one under way for this rep, or a new one. Null: nobody she leads.</summary>
    /// <exception cref="Refusal"><c>inventory.nothing</c>: she holds no customer. <c>inventory.myself</c></exception>
    public static async Task<Inventory?> BeginAsync(Db db, Me me, Guid id, Guid memberId, DateTimeOffset now, InventoryOptions options, GradeOptions grades)
    {
        var sees = me.Sees;
        if (await db.Members.Of(me).FirstOrDefaultAsync(one => one.Id == memberId && sees.Contains(one.UnitId) && one.State == MemberState.Active) is not { } member) return null;
        if (member.Id == me.Id) throw new Refusal("inventory.myself", "Somebody else goes through your customers with you.");
        var known = await db.Inventories.Of(me).FirstOrDefaultAsync(one => one.Id == id || (one.MemberId == memberId && one.EndedAt == null));
        if (known is not null)
        {
            if (known.Join(me.Id)) Tell(db, known);
            return known;
        }

        var customers = await CustomersAsync(db, me, memberId, options, grades);
        if (customers.Count == 0) throw new Refusal("inventory.nothing", "She looks after no customer that an inventory could go through.");
        var inventory = new Inventory { OrgId = me.OrgId, Id = id, MemberId = memberId, TeamId = member.UnitId, HostId = me.Id, Day = me.DayOf(now), StartedAt = now, CustomerId = customers[0] };
        inventory.Join(memberId);
        inventory.Join(me.Id);
        db.Add(inventory);
        db.AddRange(customers.Select((customer, position) => new InventoryLine { OrgId = me.OrgId, Id = Guid.CreateVersion7(now), InventoryId = id, CustomerId = customer, Position = position }));
        db.Notify(memberId, "inventory-started", $"/inventories/{id}", ("who", me.ShortName));
        Tell(db, inventory);
        return inventory;
    }

    static async Task<IReadOnlyList<Guid>> CustomersAsync(Db db, Me me, Guid memberId, InventoryOptions options, GradeOptions grades)
    {
        var held = await InventoryLists.Held(db.Customers.Of(me)).Where(customer => customer.OwnerId == memberId)
            .Select(customer => new { customer.Id, customer.Grade, customer.VisitsWithoutKp, customer.LastVisitAt }).ToListAsync();
        var last = await db.Inventories.Of(me).Where(one => one.MemberId == memberId && one.EndedAt != null).OrderByDescending(one => one.StartedAt).Select(one => (Guid?)one.Id).FirstOrDefaultAsync();
        var left = await db.InventoryLines.Of(me).Where(line => line.InventoryId == last && line.Verdict == null).Select(line => line.CustomerId).ToHashSetAsync();
        return [.. InventoryOrder.Of(held.Select(one => new Counted(one.Id, one.Grade, one.VisitsWithoutKp >= grades.KpUnseenVisits, one.LastVisitAt, left.Contains(one.Id)))).Take(options.Most)];
    }

    /// <summary>One she leads; the rep herself does not.</summary>
    public static async Task<Inventory?> LedAsync(Db db, Me me, Guid id) =>
        await db.Inventories.VisibleTo(me).FindAsync(id) is { } inventory && me.Sees.Contains(inventory.TeamId) && inventory.MemberId != me.Id ? inventory : null;

    /// <exception cref="Refusal"><c>inventory.ended</c> · <c>inventory.changed</c>: somebody decided otherwise meanwhile. <c>inventory.next</c> · <c>inventory.signed</c></exception>
    public static async Task JudgeAsync(Db db, Me me, Inventory inventory, InventoryLine line, Customer customer, NewInventoryVerdict said, DateTimeOffset now)
    {
        var action = said.Verdict is Verdict.Release ? "" : said.NextAction?.Trim() ?? "";
        DateOnly? on = said.Verdict is Verdict.Release ? null : said.NextOn;
        if ((line.Verdict, line.Reason, line.NextAction, line.NextOn) == (said.Verdict, said.Reason.Trim(), action, on)) return; // sent again
        if (inventory.EndedAt is not null) throw new Refusal("inventory.ended", "This inventory has ended.");
        if (line.Version != said.Version) throw new Refusal("inventory.changed", "Somebody decided this one meanwhile; look again.");
        Verdicts.Check(said, me.DayOf(now), await InventoryReads.SignedAsync(db, customer));

        (line.Verdict, line.Reason, line.NextAction, line.NextOn) = (said.Verdict, said.Reason.Trim(), action, on);
        (line.JudgedById, line.JudgedAt, line.Version) = (me.Id, now, line.Version + 1);
        (line.Grade, line.KpMetOn) = (customer.Grade, await InventoryReads.KpMetOnAsync(db, customer));
        inventory.Join(me.Id);
        Tell(db, inventory);
    }

    public static void Tell(Db db, Inventory inventory)
    {
        foreach (var person in inventory.PeopleIds) db.Tell(Topic.Member(person), new InventoryChanged(inventory.Id));
    }
}
