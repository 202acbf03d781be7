using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>
/// The front door to a member's plan: tomorrow's visits are typed once, here or at the evening's checkout, and every screen shows this list.
/// Call it inside a write; the customer must have been loaded through VisibleTo.
/// </summary>
static class DayPlan
{
    /// <summary>Makes this customer the first visit of the day; one already planned moves to the front, with the new purpose.</summary>
    public static async Task<PlannedVisit> PutFirst(Db db, Me me, DateOnly day, Guid customerId, string purpose)
    {
        var plan = await Of(db, me, day);
        var first = plan.FirstOrDefault(planned => planned.CustomerId == customerId && planned.VisitId == null);
        if (first is null) db.Add(first = new() { OrgId = me.OrgId, Id = Guid.CreateVersion7(), MemberId = me.Id, TeamId = me.TeamId, Day = day, CustomerId = customerId });

        var position = 0;
        first.Position = position;
        if (purpose.Length > 0) first.Purpose = purpose;
        foreach (var other in plan.Where(planned => planned != first)) other.Position = ++position;
        db.Tell(Topic.Member(me.Id), new PlanChanged(day));
        return first;
    }

    /// <summary>Her visits of a day in the order she wants them.</summary>
    public static Task<List<PlannedVisit>> Of(Db db, Me me, DateOnly day) => db.PlannedVisits.Of(me)
        .Where(planned => planned.MemberId == me.Id && planned.Day == day)
        .OrderBy(planned => planned.Position).ThenBy(planned => planned.Id).ToListAsync();
}
