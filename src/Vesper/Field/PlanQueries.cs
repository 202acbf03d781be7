using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.JointVisits;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

static class PlanQueries
{
    public static async Task<IReadOnlyList<PlannedVisitView>> ViewsAsync(Db db, Me me, IReadOnlyList<PlannedVisit> plan, DateOnly today, GradeOptions grades, CancellationToken stop)
    {
        var ids = plan.Select(planned => planned.CustomerId).Distinct().ToList();
        var customers = await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, stop);
        var facts = await FactsAsync(db, me, ids, stop);
        var joint = await JointAsync(db, me, plan, stop);
        return [.. plan.Where(planned => customers.ContainsKey(planned.CustomerId))
            .Select(planned => View(planned, customers[planned.CustomerId], facts, today, grades) with { Joint = joint.GetValueOrDefault((planned.CustomerId, planned.Day)) })];
    }

    static async Task<Dictionary<(Guid, DateOnly), JointStop>> JointAsync(Db db, Me me, IReadOnlyList<PlannedVisit> plan, CancellationToken stop)
    {
        if (plan.Count == 0) return [];
        var (first, last) = (plan.Min(planned => planned.Day), plan.Max(planned => planned.Day));
        return (await (
            from joint in db.JointVisits.Of(me)
            where (joint.MemberId == me.Id || joint.CompanionId == me.Id) && joint.DroppedAt == null && joint.Day >= first && joint.Day <= last
            join other in db.Members.Of(me) on joint.MemberId == me.Id ? joint.CompanionId : joint.MemberId equals other.Id
            select new { joint.CustomerId, joint.Day, Stop = new JointStop(joint.Id, other.ShortName, joint.Mode) }).ToListAsync(stop))
            .GroupBy(one => (one.CustomerId, one.Day)).ToDictionary(one => one.Key, one => one.First().Stop);
    }

    public static async Task<ILookup<Guid, Fact>> FactsAsync(Db db, Me me, IReadOnlyList<Guid> customers, CancellationToken stop) =>
        (await db.Facts.Of(me).Where(fact => customers.Contains(fact.CustomerId)).ToListAsync(stop)).ToLookup(fact => fact.CustomerId);

    public static PlannedVisitView View(PlannedVisit planned, Customer customer, ILookup<Guid, Fact> facts, DateOnly today, GradeOptions grades) => new(
        planned.Id, customer.Id, customer.ShortName, planned.Day, planned.Purpose, planned.Position, planned.VisitId,
        customer.Grade, customer.VisitsWithoutKp, customer.VisitsWithoutKp >= grades.KpUnseenVisits,
        Staleness.Next(facts[customer.Id].AsSeen(), today, grades) is { Notice: true } soon ? soon : null,
        Address.Of(customer.Latitude, customer.Longitude), AppointmentView.Of(planned));
}
