using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Deals;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Customers.Board;

/// <summary>Which exits of a customer's way are shown by what happened: visits and calls, facts, offers that were shown, a signature.</summary>
static class StageEvidence
{
    /// <summary>These are never taken on somebody's word: the key person is met on a visit, and a contract is signed or not.</summary>
    public static bool MayBeSaid(ExitCondition condition) => condition is not (ExitCondition.KpMet or ExitCondition.ContractSigned);

    public static async Task<HashSet<ExitCondition>> DoneAsync(Db db, Guid orgId, Guid customer, CancellationToken stop = default)
    {
        var facts = await db.Facts.Of(orgId).Where(fact => fact.CustomerId == customer && fact.VisitId != null).Select(fact => fact.Kind).Distinct().ToListAsync(stop);
        var done = new HashSet<ExitCondition>();
        if (await db.Visits.Of(orgId).AnyAsync(visit => visit.CustomerId == customer && visit.EndedAt != null, stop)
            || await db.Calls.Of(orgId).AnyAsync(call => call.CustomerId == customer && (call.Outcome == CallOutcome.Reached || call.Outcome == CallOutcome.Appointment), stop)) done.Add(ExitCondition.ContactReached);
        if (facts.Contains(FactKind.Need)) done.Add(ExitCondition.NeedHypothesis);
        if (facts.Contains(FactKind.KpMet)) done.Add(ExitCondition.KpMet);
        if (facts.Contains(FactKind.KpMet) && facts.Contains(FactKind.Need)) done.Add(ExitCondition.NeedConfirmed);
        if (await (from showing in db.OfferShowings.Of(orgId) join deal in db.Deals.Of(orgId) on showing.DealId equals deal.Id where deal.CustomerId == customer select showing.Id).AnyAsync(stop))
            done.UnionWith([ExitCondition.PackageOffered, ExitCondition.PriceOffered]);
        if (await db.Deals.Of(orgId).AnyAsync(deal => deal.CustomerId == customer && deal.State == DealState.Won, stop)) done.Add(ExitCondition.ContractSigned);
        return done;
    }

    /// <summary>What is asked before it may stand at a stage: the exits of all stages in between, and for 签单 the contract. Nothing for a step back.</summary>
    public static IReadOnlyList<ExitCondition> Asked(Stage from, Stage to) =>
        to <= from ? [] : [.. Enum.GetValues<Stage>().Where(stage => stage >= from && stage < to).SelectMany(stage => StageExit.Of(stage)), .. (to is Stage.Sign ? StageExit.Of(Stage.Sign) : [])];
}
