using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Journals;

/// <summary>A member's day as the other rooms know it: visits and calls with their outcomes, deals, grades that moved. Read live until the journal is submitted.</summary>
static class DayLines
{
    public static async Task<IReadOnlyList<JournalLine>> OfAsync(Db db, Guid orgId, Guid memberId, DateOnly day, CancellationToken stop = default) =>
        [.. (await VisitsAsync(db, orgId, memberId, day, stop)).Concat(await CallsAsync(db, orgId, memberId, day, stop)).OrderBy(line => line.At),
            .. await DealsAsync(db, orgId, memberId, day, stop), .. await GradesAsync(db, orgId, memberId, day, stop)];

    static Task<List<JournalLine>> VisitsAsync(Db db, Guid orgId, Guid memberId, DateOnly day, CancellationToken stop) => (
        from visit in db.Visits.Of(orgId)
        where visit.MemberId == memberId && visit.Day == day
        join customer in db.Set<Customer>() on new { visit.OrgId, Id = visit.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby visit.DeviceAt, visit.Id
        select new JournalLine(JournalLineKind.Visit, visit.Id, customer.Id, customer.ShortName, visit.DeviceAt)
        {
            Outcome = visit.Outcome, KpMet = visit.KpMet, KpMinutes = visit.KpMinutes, HelpWanted = visit.HelpWanted, Text = visit.NextStep,
        }).ToListAsync(stop);

    static Task<List<JournalLine>> CallsAsync(Db db, Guid orgId, Guid memberId, DateOnly day, CancellationToken stop) => (
        from call in db.Calls.Of(orgId)
        where call.MemberId == memberId && call.Day == day
        join customer in db.Set<Customer>() on new { call.OrgId, Id = call.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby call.DeviceAt, call.Id
        select new JournalLine(JournalLineKind.Call, call.Id, customer.Id, customer.ShortName, call.DeviceAt) { Call = call.Outcome, Text = call.NextStep }).ToListAsync(stop);

    static Task<List<JournalLine>> DealsAsync(Db db, Guid orgId, Guid memberId, DateOnly day, CancellationToken stop) => (
        from deal in db.Deals.Of(orgId)
        where deal.OwnerId == memberId && deal.ClosedOn == day && deal.State == DealState.Won
        join customer in db.Set<Customer>() on new { deal.OrgId, Id = deal.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby deal.Id
        select new JournalLine(JournalLineKind.Deal, deal.Id, customer.Id, customer.ShortName, null) { Text = deal.Name, AmountFen = deal.AmountFen }).ToListAsync(stop);

    static Task<List<JournalLine>> GradesAsync(Db db, Guid orgId, Guid memberId, DateOnly day, CancellationToken stop) => (
        from change in db.GradeChanges.Of(orgId)
        where change.MemberId == memberId && change.Day == day
        join customer in db.Set<Customer>() on new { change.OrgId, Id = change.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby change.Id
        select new JournalLine(JournalLineKind.Grade, change.Id, customer.Id, customer.ShortName, null) { From = change.From, To = change.To }).ToListAsync(stop);
}
