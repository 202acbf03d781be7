using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Customers.Collisions;

/// <summary>Reads what each side of a dispute has to show, as it stood when it was raised: nothing that is done since makes a claim better.</summary>
sealed class DisputeClaims(Db db, FieldOptions field)
{
    public async Task<(DisputeClaim Owner, DisputeClaim Raiser)> OfAsync(Dispute dispute, CancellationToken stop = default)
    {
        var terms = await PoolTerms.OfAsync(db, dispute.OrgId, stop);
        Guid[] ids = [dispute.CustomerId, .. dispute.RaisersCustomerId is { } own ? [own] : Array.Empty<Guid>()];
        var day = terms.DayOf(dispute.RaisedAt);
        var clocks = terms.Off ? [] : await new PoolClock(db, dispute.OrgId, day, terms, field).OfAsync(ids, stop);
        var customers = await db.Customers.Of(dispute.OrgId).Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.CreatedAt }).ToDictionaryAsync(c => c.Id, c => c.CreatedAt, stop);
        Guid[] members = [dispute.OwnerId, dispute.RaiserId];
        var visits = (await db.Visits.Of(dispute.OrgId).AsNoTracking()
            .Where(v => ids.Contains(v.CustomerId) && members.Contains(v.MemberId) && v.KpMet == true && v.EndedAt != null && v.DeviceAt <= dispute.RaisedAt).ToListAsync(stop))
            .Where(visit => PoolClock.Counts(visit, field)).ToLookup(visit => visit.MemberId, visit => visit.DeviceAt);
        return (
            new(Protects(dispute.CustomerId, dispute.OwnerId), First(dispute.OwnerId), customers.GetValueOrDefault(dispute.CustomerId)),
            new(dispute.RaisersCustomerId is { } hers && Protects(hers, dispute.RaiserId), First(dispute.RaiserId),
                dispute.RaisersCustomerId is { } made && customers.TryGetValue(made, out var at) ? at : dispute.RaisedAt));

        DateTimeOffset? First(Guid member) => visits[member].Any() ? visits[member].Min() : null;

        bool Protects(Guid customer, Guid owner) => clocks.Any(clock => clock.Customer.Id == customer && clock.Customer.OwnerId == owner && clock.Now?.Until >= day);
    }
}
