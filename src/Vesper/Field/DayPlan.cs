using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

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

    /// <summary>A visit that somebody else's doing puts into her day, last in it; one to this customer already there stays as it is. A full day takes it too: it was agreed with others.</summary>
    public static async Task AddAsync(Db db, Member member, DateOnly day, Guid customerId, string purpose)
    {
        var plan = await db.PlannedVisits.Of(member.OrgId).Where(planned => planned.MemberId == member.Id && planned.Day == day).ToListAsync();
        if (plan.Exists(planned => planned.CustomerId == customerId && planned.VisitId == null)) return;
        var last = plan.Count == 0 ? 0 : plan.Max(planned => planned.Position) + 1;
        db.Add(new PlannedVisit { OrgId = member.OrgId, Id = Guid.CreateVersion7(), MemberId = member.Id, TeamId = member.UnitId, Day = day, CustomerId = customerId, Purpose = purpose, Position = last });
        db.Tell(Topic.Member(member.Id), new PlanChanged(day));
    }

    /// <summary>Takes out what <see cref="AddAsync"/> put in. An appointment she agreed with the customer stays.</summary>
    public static async Task DropAsync(Db db, Guid orgId, Guid memberId, DateOnly day, Guid customerId)
    {
        var planned = await db.PlannedVisits.Of(orgId)
            .Where(one => one.MemberId == memberId && one.Day == day && one.CustomerId == customerId && one.VisitId == null && one.AppointmentAt == null).ToListAsync();
        if (planned.Count == 0) return;
        db.RemoveRange(planned);
        db.Tell(Topic.Member(memberId), new PlanChanged(day));
    }

    /// <summary>Her visits of a day in the order she wants them.</summary>
    public static Task<List<PlannedVisit>> Of(Db db, Me me, DateOnly day) => db.PlannedVisits.Of(me)
        .Where(planned => planned.MemberId == me.Id && planned.Day == day)
        .OrderBy(planned => planned.Position).ThenBy(planned => planned.Id).ToListAsync();
}
