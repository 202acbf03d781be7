using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Archive;

/// <summary>A deal, on the day it was signed or lost; one that is open, on the day it began.</summary>
sealed class DealsTimeline() : TimelineSource(TimelineKind.Deal)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask)
    {
        var db = ask.Db;
        var rows = await db.Deals.Of(ask.Me).Where(deal => deal.CustomerId == ask.Customer.Id).AsNoTracking().Select(deal => new
        {
            Deal = deal,
            Owner = db.Set<Member>().Where(member => member.OrgId == deal.OrgId && member.Id == deal.OwnerId).Select(member => member.ShortName).FirstOrDefault() ?? "",
        }).ToListAsync(ask.Stop);
        return ask.Newest(rows.Select(row => (row, Day: row.Deal.ClosedOn ?? row.Deal.OpenedOn))
            .Select(one => new TimelineLine(TimelineKind.Deal, one.row.Deal.Id, ask.At(one.Day), one.Day, one.row.Owner) { Deal = DealView.Of(one.row.Deal) }));
    }
}

/// <summary>A step of the grade, with its reason.</summary>
sealed class GradesTimeline() : TimelineSource(TimelineKind.Grade)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask) =>
        (await ask.NewestByDay(ask.Db.GradeChanges.Of(ask.Me).Where(change => change.CustomerId == ask.Customer.Id), nameof(GradeChange.Day)).ToListAsync(ask.Stop))
            .ConvertAll(change => new TimelineLine(TimelineKind.Grade, change.Id, ask.At(change.Day), change.Day, "") { Grade = new(change.From, change.To, change.Day, change.Reason) });
}

/// <summary>The customer changed hands.</summary>
sealed class MovesTimeline() : TimelineSource(TimelineKind.Move)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask) =>
        (await ProtectionEndpoints.ViewsAsync(ask.Db, ask.Newest(ask.Db.PoolMoves.Of(ask.Me).Where(move => move.CustomerId == ask.Customer.Id), nameof(PoolMove.At)), ask.Stop))
            .ConvertAll(move => new TimelineLine(TimelineKind.Move, move.View.Id, move.At, move.View.Day, move.View.ByName) { Move = move.View });
}
