using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Inventories;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.JointVisits;

/// <summary>A joint visit in both plans, inside a write.</summary>
static class JointPlanning
{
    /// <summary>Who may go along with the owner of a customer: who leads her, the nearest first.</summary>
    public static async Task<Member?> CompanionAsync(Db db, Me me, Member owner, Guid? wished)
    {
        var leaders = await Leaders.OfAsync(db, me.OrgId, owner);
        var one = wished ?? (me.Id == owner.Id ? leaders.Select(leader => leader.Id).FirstOrDefault() : me.Id);
        return leaders.FirstOrDefault(leader => leader.Id == one);
    }

    public static async Task PlanAsync(Db db, Me me, JointVisit joint, Member owner, Member companion, string customer)
    {
        db.Add(joint);
        await DayPlan.AddAsync(db, owner, joint.Day, joint.CustomerId, joint.Goal);
        await DayPlan.AddAsync(db, companion, joint.Day, joint.CustomerId, joint.Goal);
        foreach (var one in new[] { owner, companion }.Where(one => one.Id != me.Id)) db.Notify(one.Id, "joint-planned", Link(joint), ("who", me.ShortName), ("customer", customer));
        Tell(db, joint);
    }

    /// <summary>Another day, in both plans; whoever did not move it hears of it.</summary>
    public static async Task MoveAsync(Db db, JointVisit joint, DateOnly day, TimeOnly? at, Guid by, string byName)
    {
        var before = joint.Day;
        (joint.Day, joint.At) = (day, at);
        var customer = await NameAsync(db, joint);
        var people = await db.Members.Of(joint.OrgId).Where(one => one.Id == joint.MemberId || one.Id == joint.CompanionId).ToListAsync();
        if (before != day)
            foreach (var one in people)
            {
                await DayPlan.DropAsync(db, joint.OrgId, one.Id, before, joint.CustomerId);
                await DayPlan.AddAsync(db, one, day, joint.CustomerId, joint.Goal);
            }
        db.Notify(joint.Other(by), "joint-changed", Link(joint), ("who", byName), ("customer", customer));
        Tell(db, joint);
    }

    /// <summary>It stays in the rep's plan: she may go alone.</summary>
    public static async Task DropAsync(Db db, Me me, JointVisit joint, DateTimeOffset now)
    {
        joint.DroppedAt = now;
        await DayPlan.DropAsync(db, joint.OrgId, joint.CompanionId, joint.Day, joint.CustomerId);
        foreach (var one in new[] { joint.MemberId, joint.CompanionId }.Where(one => one != me.Id)) db.Notify(one, "joint-dropped", Link(joint), ("who", me.ShortName), ("customer", await NameAsync(db, joint)));
        Tell(db, joint);
    }

    public static Task<string> NameAsync(Db db, JointVisit joint) => db.Customers.Of(joint.OrgId).Where(customer => customer.Id == joint.CustomerId).Select(customer => customer.ShortName).FirstAsync();

    public static string Link(JointVisit joint) => $"/joint-visits/{joint.Id}";

    public static void Tell(Db db, JointVisit joint)
    {
        foreach (var one in new[] { joint.MemberId, joint.CompanionId }) db.Tell(Topic.Member(one), new JointVisitChanged(joint.Id, joint.CustomerId));
    }
}
