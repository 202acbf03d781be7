using Vesper.Customers;
using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>Today's list as it was planned, and the next workday's.</summary>
sealed class Plans(DemoRows rows, DemoDays days, Dice dice)
{
    public void Write(Cast cast, Road road, Scenes scenes)
    {
        foreach (var visits in rows.Visits.Where(visit => visit.Day == days.Today).GroupBy(visit => visit.MemberId))
            foreach (var (visit, position) in visits.OrderBy(visit => visit.CheckedInAt).Select((visit, position) => (visit, position)))
                Add(visit.MemberId, visit.TeamId, days.Today, visit.CustomerId, visit.Purpose, position, visit.Id);

        var lin = cast.Named("小林");
        Add(lin.Id, lin.UnitId, days.Today, scenes.Hengtai.Customer.Id, "确认预算，否则降为 C", 9, null);
        Add(lin.Id, lin.UnitId, days.Next, scenes.Hengtai.Customer.Id, "确认预算，否则降为 C", 0, null);
        foreach (var crew in cast.Crews)
            foreach (var rep in crew.Reps)
                foreach (var (life, position) in road.Choose(days.Next, road.Lives(rep, crew.Unit.Id), dice.Between(3, 5)).Select((life, position) => (life, position)))
                    Add(rep.Id, crew.Unit.Id, days.Next, life.Customer.Id, Purpose(life), position + 1, null);
    }

    string Purpose(Life life) => life.Customer is { NextStep.Length: > 0 } customer && customer.NextOn <= days.Next.AddDays(2) ? customer.NextStep : VisitWords.Purpose(dice, life.Customer.Stage);

    void Add(Guid memberId, Guid teamId, DateOnly day, Guid customerId, string purpose, int position, Guid? visitId) => rows.PlannedVisits.Add(new()
    {
        OrgId = rows.OrgId, Id = dice.Id(days.At(days.Ago(1), 18.5)), MemberId = memberId, TeamId = teamId, Day = day,
        CustomerId = customerId, Purpose = purpose, Position = position, VisitId = visitId,
    });
}
