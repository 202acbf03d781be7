using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>What the screens of an inventory show.</summary>
sealed class InventoryReads(Db db, Me me, GradeOptions grades)
{
    public async Task<InventoryView?> ViewAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Inventories.VisibleTo(me).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } inventory) return null;
        var rows = await (
            from line in db.InventoryLines.Of(me)
            where line.InventoryId == id
            join customer in db.Customers.Of(me) on line.CustomerId equals customer.Id
            orderby line.Position
            select new
            {
                Line = line,
                customer.ShortName,
                customer.Grade,
                customer.VisitsWithoutKp,
                By = db.Set<Member>().Where(m => m.OrgId == me.OrgId && m.Id == line.JudgedById).Select(m => m.ShortName).FirstOrDefault(),
            }).ToListAsync(stop);
        var names = await NamesAsync([inventory.MemberId, inventory.HostId], stop);
        return new(inventory.Id, inventory.MemberId, names[inventory.MemberId], names[inventory.HostId], inventory.Day, inventory.EndedAt, inventory.CustomerId,
            me.Sees.Contains(inventory.TeamId), (await PoolTerms.OfAsync(db, me.OrgId, stop)).Off,
            [.. rows.Select(row => new InventoryLineView(
                row.Line.CustomerId, row.ShortName, row.Line.Effect is null ? row.Grade : row.Line.Grade, row.VisitsWithoutKp >= grades.KpUnseenVisits, row.Line.Verdict, row.Line.Reason, row.Line.NextAction, row.Line.NextOn, row.By ?? "",
                row.Line.Version, row.Line.Effect))]);
    }

    /// <summary>Null: it is not in this inventory.</summary>
    public async Task<InventoryCard?> CardAsync(Inventory inventory, Guid customerId, DateOnly today, FieldOptions field, CancellationToken stop)
    {
        if (!await db.InventoryLines.Of(me).AnyAsync(line => line.InventoryId == inventory.Id && line.CustomerId == customerId, stop)) return null;
        // Given to somebody else since, its facts are no longer theirs to see.
        if (await db.Customers.VisibleTo(me).FirstOrDefaultAsync(one => one.Id == customerId, stop) is not { } customer) return null;
        var people = await db.Contacts.Of(me).Where(contact => contact.CustomerId == customerId).OrderBy(contact => contact.Position).ThenBy(contact => contact.Id).Take(5)
            .Select(contact => new InventoryPerson(contact.Name, contact.Title, contact.Role, contact.Decides, contact.MetOn)).ToListAsync(stop);
        var terms = await PoolTerms.OfAsync(db, me.OrgId, stop);
        var kept = terms.Off || customer.OwnerId is null ? null : (await new PoolClock(db, me.OrgId, today, terms, field).OfAsync([customerId], stop)).SingleOrDefault()?.Now;
        return new(customer.Id, customer.Name, customer.ShortName, customer.Grade, customer.Stage, await SignedAsync(db, customer, stop), await KpMetOnAsync(db, customer, stop),
            customer.VisitsWithoutKp, customer.LastVisitAt is { } at ? me.DayOf(at) : null, customer.NextStep, customer.NextOn, kept?.Until, kept is null ? null : kept.Until.DayNumber - today.DayNumber,
            people, await BeforeAsync(inventory, customerId, stop));
    }

    public static Task<DateOnly?> KpMetOnAsync(Db db, Customer customer, CancellationToken stop = default) =>
        db.Facts.Of(customer.OrgId).Where(fact => fact.CustomerId == customer.Id && fact.Kind == FactKind.KpMet).MaxAsync(fact => (DateOnly?)fact.SeenOn, stop);

    public static async Task<bool> SignedAsync(Db db, Customer customer, CancellationToken stop = default) =>
        customer.Stage is Stage.Sign || await db.Deals.Of(customer.OrgId).AnyAsync(deal => deal.CustomerId == customer.Id && deal.State == DealState.Won, stop);

    /// <summary>The last decision about it in a session that ended before this one began.</summary>
    async Task<InventoryBefore?> BeforeAsync(Inventory inventory, Guid customerId, CancellationToken stop)
    {
        var last = await (
            from line in db.InventoryLines.Of(me)
            where line.CustomerId == customerId && line.Verdict != null && line.InventoryId != inventory.Id
            join session in db.Inventories.Of(me) on line.InventoryId equals session.Id
            where session.EndedAt != null && session.StartedAt < inventory.StartedAt
            orderby line.JudgedAt descending
            select new { Line = line, session.Day }).FirstOrDefaultAsync(stop);
        if (last is null) return null;
        var visits = await db.Visits.Of(me).CountAsync(visit => visit.CustomerId == customerId && visit.EndedAt != null && visit.DeviceAt > last.Line.JudgedAt, stop);
        return new(last.Day, last.Line.Verdict!.Value, last.Line.Reason, last.Line.NextAction, last.Line.NextOn, last.Line.Grade, last.Line.KpMetOn is not null, visits);
    }

    Task<Dictionary<Guid, string>> NamesAsync(Guid[] ids, CancellationToken stop) =>
        db.Members.Of(me).Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
}
