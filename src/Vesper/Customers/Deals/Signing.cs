using Vesper.Customers.Board;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers.Deals;

/// <summary>A deal becomes a signed one, or is lost; by whichever door.</summary>
static class Signing
{
    /// <exception cref="Refusal">The day lies before the deal began, or has not come yet.</exception>
    public static DateOnly Day(Deal deal, DateOnly? said, DateOnly today)
    {
        var day = said ?? today;
        if (day < deal.OpenedOn) throw new Refusal("deal.before-it-began", "Nothing is signed before it began.");
        return day <= today ? day : throw new Refusal("deal.ahead", "This day has not come yet.");
    }

    public static async Task SignAsync(Db db, Deal deal, Customer customer, DateOnly on, DateTimeOffset now)
    {
        (deal.State, deal.Stage, deal.ClosedOn, deal.LostReason) = (DealState.Won, Stage.Sign, on, "");
        customer.UpdatedAt = now;
        await StageMoving.TakeAsync(db, customer, Stage.Sign, on);
        db.Tell(Topic.Team(deal.TeamId), new DealSigned(deal.Id, customer.Id, deal.OwnerId, on));
    }

    /// <summary>The customer begins anew, unless she has signed something or another deal goes on.</summary>
    public static async Task LoseAsync(Db db, Deal deal, Customer customer, bool othersGoOn, string reason, DateOnly on, DateTimeOffset now)
    {
        (deal.State, deal.ClosedOn, deal.LostReason, customer.UpdatedAt) = (DealState.Lost, on, reason, now);
        if (!othersGoOn && customer.Stage is not Stage.Sign) await StageMoving.TakeAsync(db, customer, Stage.Develop, on);
        db.Tell(Topic.Team(deal.TeamId), new DealLost(deal.Id, customer.Id, deal.OwnerId, on));
    }
}
