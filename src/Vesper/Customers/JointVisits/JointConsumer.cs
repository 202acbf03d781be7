using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.JointVisits;

/// <summary>Two check-ins at one place and time tie themselves to the joint visit; an appointment the rep agreed with the customer gives it its day and time.</summary>
sealed class JointConsumer(JointOptions options) : Consumer("joint-visits")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { "check-in.created", "plan.changed" };

    public override Task ActAsync(Db db, EventRow happened) => happened.Type == "plan.changed" ? FollowAsync(db, happened, happened.As<PlanChanged>().Day) : TieAsync(db, happened);

    async Task TieAsync(Db db, EventRow happened)
    {
        if (await db.Visits.Of(happened.OrgId).FindAsync(happened.As<CheckInCreated>().VisitId) is not { } visit) return;
        var (from, until) = (visit.Day.AddDays(-options.TieDays), visit.Day.AddDays(options.TieDays));
        var open = await db.JointVisits.Of(happened.OrgId)
            .Where(one => one.CustomerId == visit.CustomerId && (one.MemberId == visit.MemberId || one.CompanionId == visit.MemberId) && one.TiedAt == null && one.DroppedAt == null && one.Day >= from && one.Day <= until).ToListAsync();
        foreach (var joint in open.OrderBy(one => Math.Abs(one.Day.DayNumber - visit.Day.DayNumber)).ThenBy(one => one.Id))
        {
            // What was over before they agreed to go together is not it.
            var earliest = joint.CreatedAt.AddMinutes(-options.TieMinutes);
            var visits = await db.Visits.Of(happened.OrgId).Where(one => one.CustomerId == visit.CustomerId && one.Day == visit.Day && one.DeviceAt >= earliest && (one.MemberId == joint.MemberId || one.MemberId == joint.CompanionId)).ToListAsync();
            if (JointPair.Of(visits.Where(one => one.MemberId == joint.MemberId), visits.FindAll(one => one.MemberId == joint.CompanionId), options) is not var (rep, companion)) continue;
            (joint.RepVisitId, joint.CompanionVisitId, joint.TiedAt, joint.Day) = (rep.Id, companion.Id, happened.At, visit.Day);
            var customer = await JointPlanning.NameAsync(db, joint);
            var names = await db.Members.Of(happened.OrgId).Where(one => one.Id == joint.MemberId || one.Id == joint.CompanionId).ToDictionaryAsync(one => one.Id, one => one.ShortName);
            foreach (var one in names.Keys) db.Notify(one, "joint-held", JointPlanning.Link(joint), ("who", names.GetValueOrDefault(joint.Other(one), "")), ("customer", customer));
            JointPlanning.Tell(db, joint);
            return;
        }
    }

    /// <summary>The newest appointment of the rep's with this customer is when it takes place.</summary>
    async Task FollowAsync(Db db, EventRow happened, DateOnly day)
    {
        var agreed = await (
            from joint in db.JointVisits.Of(happened.OrgId)
            where joint.TiedAt == null && joint.DroppedAt == null
            join planned in db.PlannedVisits.Of(happened.OrgId) on new { joint.MemberId, joint.CustomerId } equals new { planned.MemberId, planned.CustomerId }
            where planned.Day == day && planned.VisitId == null && planned.AppointmentAt != null && (joint.Day != day || joint.At != planned.AppointmentAt)
            select new { joint, planned.AppointmentAt }).ToListAsync();
        foreach (var one in agreed)
            if (await db.Members.Of(happened.OrgId).FindAsync(one.joint.MemberId) is { } rep && day >= one.joint.Day.AddDays(-options.Ahead) && day <= one.joint.Day.AddDays(options.Ahead))
                await JointPlanning.MoveAsync(db, one.joint, day, one.AppointmentAt, rep.Id, rep.ShortName);
    }
}
