using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>
/// The front door to a day's load of refusals: visits with outcome rejected, and calls refused or hung up. A number for care (R) and for the
/// evening's agenda, never for a ranking.
/// </summary>
static class Rejections
{
    public static bool Counts(VisitOutcome? outcome) => outcome is VisitOutcome.Rejected;

    public static bool Counts(CallOutcome outcome) => outcome is CallOutcome.Refused or CallOutcome.HungUp;

    /// <summary>Refusals of each of these members on a day; who had none is not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> OfAsync(Db db, Guid orgId, IReadOnlyList<Guid> members, DateOnly day, CancellationToken stop = default)
    {
        var visits = db.Visits.Of(orgId)
            .Where(visit => members.Contains(visit.MemberId) && visit.Day == day && visit.Outcome == VisitOutcome.Rejected).Select(visit => visit.MemberId);
        var calls = db.Calls.Of(orgId)
            .Where(call => members.Contains(call.MemberId) && call.Day == day && (call.Outcome == CallOutcome.Refused || call.Outcome == CallOutcome.HungUp))
            .Select(call => call.MemberId);
        return (await visits.Concat(calls).ToListAsync(stop)).CountBy(member => member).ToDictionary();
    }
}
