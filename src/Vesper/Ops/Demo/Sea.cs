using Vesper.Customers;
using Vesper.Customers.Pool;

namespace Vesper.Ops.Demo;

/// <summary>公海: switched on a while ago; since then some came back by their clock and some by hand. Nobody the evening or tomorrow speaks of.</summary>
sealed class Sea(DemoRows rows, DemoDays days, Dice dice)
{
    static readonly string[] Reasons = ["搬去了外地，路太远", "跟不过来，先放一放", "换了老板，说不做外贸", "三个月没人接电话"];

    public void Write(IReadOnlyList<Life> lives)
    {
        rows.PoolRules.Add(new() { OrgId = rows.OrgId, Id = rows.OrgId, EnabledOn = days.Today.AddDays(-45) });
        var spoken = Spoken();
        var quiet = lives.Where(life => !life.Scripted && life.Customer.Stage is Stage.Develop or Stage.Follow && !spoken.Contains(life.Customer.Id))
            .OrderBy(life => life.Customer.LastVisitAt).Take(Math.Max(4, lives.Count / 20)).ToList();
        foreach (var life in quiet) Return(life.Customer, days.Ago(1 + dice.Below(4)));
    }

    /// <summary>Customers that tonight, tomorrow or an open promise names.</summary>
    HashSet<Guid> Spoken() =>
    [
        .. rows.PlannedVisits.Where(plan => plan.Day >= days.Today).Select(plan => plan.CustomerId), .. rows.Visits.Where(visit => visit.Day >= days.Ago(4)).Select(visit => visit.CustomerId),
        .. rows.Calls.Select(call => call.CustomerId), .. rows.Deals.Where(deal => deal.State is not DealState.Lost).Select(deal => deal.CustomerId), .. rows.Cases.Select(one => one.CustomerId).OfType<Guid>(),
        .. rows.Commitments.Select(one => one.CustomerId).OfType<Guid>(), .. rows.MissionStops.Select(stop => stop.CustomerId), .. rows.Reviews.Select(review => review.CustomerId),
    ];

    void Return(Customer customer, DateOnly day)
    {
        var at = days.At(day, 17.5);
        rows.PoolMoves.Add(new()
        {
            OrgId = rows.OrgId, Id = dice.Id(at), CustomerId = customer.Id, Kind = PoolMoveKind.Returned, FromId = customer.OwnerId, ById = customer.OwnerId, TeamId = customer.TeamId,
            Day = day, At = at, Reason = dice.Of(Reasons), Grade = customer.Grade,
        });
        (customer.OwnerId, customer.UpdatedAt, customer.NextStep, customer.NextOn) = (null, at, "", null);
    }
}
