using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder api) =>
        api.MapGet("/today", GetToday).WithName("getToday").WithTags("Field").RequireMember().WithSummary("My day: plan, visits, calls, refusals, and before the first visit a line of practice.");

    static async Task<Ok<TodayView>> GetToday(Me me, Db db, TimeProvider time, GradeOptions grades, FieldOptions field, CancellationToken stop)
    {
        var today = me.DayOf(time.GetUtcNow());
        var visits = await (
            from visit in db.Visits.Of(me)
            where visit.MemberId == me.Id && visit.Day == today
            join customer in db.Customers.Of(me) on visit.CustomerId equals customer.Id
            orderby visit.DeviceAt, visit.Id
            select new
            {
                visit,
                customer.ShortName,
                customer.Latitude,
                customer.Longitude,
                Contact = db.Set<Contact>().Where(c => c.OrgId == me.OrgId && c.Id == visit.ContactId).Select(c => c.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        var calls = await (
            from call in db.Calls.Of(me)
            where call.MemberId == me.Id && call.Day == today
            join customer in db.Customers.Of(me) on call.CustomerId equals customer.Id
            orderby call.DeviceAt, call.Id
            select new { call, customer.ShortName }).ToListAsync(stop);
        return TypedResults.Ok(new TodayView(today,
            (await WorkCalendar.OfAsync(db, me.OrgId)).Next(today),
            await PlanQueries.ViewsAsync(db, me, await DayPlan.Of(db, me, today), today, grades, stop),
            [.. visits.Select(row => new DayVisitView(VisitView.Of(row.visit, row.ShortName, field), row.Contact ?? "", Address.Of(row.Latitude, row.Longitude)))],
            [.. calls.Select(row => CallView.Of(row.call, row.ShortName))],
            visits.Count(row => Rejections.Counts(row.visit.Outcome)) + calls.Count(row => Rejections.Counts(row.call.Outcome)),
            visits.Count == 0 ? await Practice.ReadAsync(db, me, today, stop) : null));
    }
}
