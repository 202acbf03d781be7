using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Pool;

/// <summary>A customer with an owner, the row of its clock (null: none yet), and what the clock says now (null: it has signed, or is out, and no clock runs).</summary>
sealed record Clocked(Customer Customer, PoolClockRow? Row, PoolStart? Start, Protected? Now);

/// <summary>Reads the clocks of customers as they stand on a day of the organisation's zone.</summary>
sealed class PoolClock(Db db, Guid orgId, DateOnly today, PoolTerms terms, FieldOptions field)
{
    public async Task<IReadOnlyList<Clocked>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        var customers = await db.Customers.Of(orgId).Where(c => ids.Contains(c.Id) && c.OwnerId != null).ToListAsync(stop);
        var rows = await db.PoolClocks.Of(orgId).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var signed = await db.Deals.Of(orgId).Where(deal => ids.Contains(deal.CustomerId) && deal.State == DealState.Won).Select(deal => deal.CustomerId).Distinct().ToListAsync(stop);
        var followed = await FollowedAsync([.. customers.Select(c => c.Id).Where(id => !rows.ContainsKey(id))], stop);
        var away = await AwayAsync([.. customers.Select(c => c.OwnerId!.Value).Distinct()], stop);
        return customers.ConvertAll(customer =>
        {
            var row = rows.GetValueOrDefault(customer.Id);
            if (customer.Grade is Grade.E || customer.Stage is Stage.Sign || signed.Contains(customer.Id)) return new Clocked(customer, row, null, null);
            var start = row is not null && row.OwnerId == customer.OwnerId
                ? new PoolStart(customer.Grade, row.Since, row.FollowedOn)
                : new(customer.Grade, row is null ? terms.DayOf(customer.CreatedAt) : today, followed.TryGetValue(customer.Id, out var last) ? last : null);
            var (calendar, leaves) = (away.Calendar, away.Leaves[customer.OwnerId!.Value]);
            return new(customer, row, start, Protection.Of(start, terms.Rules, day => calendar.Holiday(day) || OnLeave(day), day => calendar.Works(day) && !OnLeave(day)));

            bool OnLeave(DateOnly day) => leaves.Any(leave => leave.From <= day && leave.Until >= day);
        });
    }

    /// <summary>For customers that have no clock yet: their last effective visit or call that reached somebody, as far back as it can still count.</summary>
    async Task<Dictionary<Guid, DateOnly>> FollowedAsync(List<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var from = today.AddDays(-Math.Max(terms.Rules.DaysD, terms.Rules.DaysNoDeal));
        var visits = await db.Visits.Of(orgId).AsNoTracking().Where(v => ids.Contains(v.CustomerId) && v.Day >= from && v.EndedAt != null).ToListAsync(stop);
        var calls = await db.Calls.Of(orgId).Where(c => ids.Contains(c.CustomerId) && c.Day >= from && (c.Outcome == CallOutcome.Reached || c.Outcome == CallOutcome.Appointment))
            .Select(c => new { c.CustomerId, c.Day }).ToListAsync(stop);
        return visits.Where(visit => Counts(visit, field)).Select(visit => (visit.CustomerId, visit.Day)).Concat(calls.Select(call => (call.CustomerId, call.Day)))
            .GroupBy(one => one.CustomerId).ToDictionary(one => one.Key, one => one.Max(row => row.Day));
    }

    public static bool Counts(Visit visit, FieldOptions field) => Effective.Lacks(visit, field).Count == 0;

    public static bool Counts(Call call) => call.Outcome is CallOutcome.Reached or CallOutcome.Appointment;

    async Task<(WorkCalendar Calendar, ILookup<Guid, Leave> Leaves)> AwayAsync(List<Guid> owners, CancellationToken stop)
    {
        var from = today.AddDays(-366);
        var leaves = await db.Leaves.Of(orgId).AsNoTracking().Where(leave => owners.Contains(leave.MemberId) && leave.Until >= from).ToListAsync(stop);
        return (await WorkCalendar.OfAsync(db, orgId), leaves.ToLookup(leave => leave.MemberId));
    }
}
