using Microsoft.EntityFrameworkCore;
using Vesper.Customers.JointVisits;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>Only the end does what was decided: until then each verdict may be said anew, and a session left half way moves nothing.</summary>
static class InventoryEnding
{
    public static async Task EndAsync(Db db, Me me, Inventory inventory, DateTimeOffset now)
    {
        var lines = await db.InventoryLines.Of(me).Where(line => line.InventoryId == inventory.Id && line.Verdict != null).OrderBy(line => line.Position).ToListAsync();
        var ids = lines.ConvertAll(line => line.CustomerId);
        var customers = await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id) && customer.OwnerId == inventory.MemberId).ToDictionaryAsync(customer => customer.Id);
        var off = (await PoolTerms.OfAsync(db, me.OrgId)).Off;
        foreach (var line in lines)
            line.Effect = customers.TryGetValue(line.CustomerId, out var customer) ? await DoAsync(db, me, inventory, line, customer, off, now) : InventoryEffect.Gone;
        inventory.EndedAt = now;
        InventoryWrites.Tell(db, inventory);
    }

    static async Task<InventoryEffect> DoAsync(Db db, Me me, Inventory inventory, InventoryLine line, Customer customer, bool off, DateTimeOffset now)
    {
        (customer.NextStep, customer.NextOn, customer.UpdatedAt) = (line.NextAction, line.NextOn, now);
        if (line.Verdict is Verdict.Joint) return await JointAsync(db, me, inventory, line, customer, now) ? InventoryEffect.Joint : InventoryEffect.Planned;
        if (line.Verdict is not Verdict.Release) return InventoryEffect.Planned;
        if (off || await InventoryReads.SignedAsync(db, customer)) return InventoryEffect.Kept;
        await PoolKeeping.ReturnAsync(db, customer, me.Id, line.Reason, me.DayOf(now), now);
        return InventoryEffect.Released;
    }

    /// <summary>Whoever decided it goes along, or who began the session. One planned already takes the new day and goal.</summary>
    static async Task<bool> JointAsync(Db db, Me me, Inventory inventory, InventoryLine line, Customer customer, DateTimeOffset now)
    {
        if (await db.Members.Of(me).FindAsync(inventory.MemberId) is not { } owner) return false;
        var leaders = await Leaders.OfAsync(db, me.OrgId, owner);
        if ((leaders.FirstOrDefault(one => one.Id == line.JudgedById) ?? leaders.FirstOrDefault(one => one.Id == inventory.HostId) ?? leaders.FirstOrDefault(one => one.Id == me.Id)) is not { } companion) return false;
        var (today, day) = (me.DayOf(now), line.NextOn!.Value);
        var open = await db.JointVisits.Of(me).FirstOrDefaultAsync(one =>
            one.CustomerId == customer.Id && one.MemberId == owner.Id && one.CompanionId == companion.Id && one.TiedAt == null && one.DroppedAt == null && one.Day >= today);
        if (open is not null)
        {
            open.Goal = line.NextAction;
            if (open.Day != day) await JointPlanning.MoveAsync(db, open, day, null, me.Id, me.ShortName);
            return true;
        }
        var who = await db.Contacts.Of(me).Where(contact => contact.CustomerId == customer.Id && contact.Role == ContactRole.Kp1).OrderBy(contact => contact.Position).Select(contact => contact.Name).FirstOrDefaultAsync();
        var joint = new JointVisit
        {
            OrgId = me.OrgId, Id = Guid.CreateVersion7(now), CustomerId = customer.Id, MemberId = owner.Id, TeamId = owner.UnitId, CompanionId = companion.Id, Mode = JointMode.Coach, Day = day,
            Goal = line.NextAction, Who = who ?? "", CreatedAt = now,
        };
        await JointPlanning.PlanAsync(db, me, joint, owner, companion, customer.ShortName);
        return true;
    }
}
