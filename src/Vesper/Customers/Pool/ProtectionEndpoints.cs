using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Pool;

/// <summary>What explains a clock and a release: to the owner, who lost it, and who leads them.</summary>
static class ProtectionEndpoints
{
    const int PageSize = 30, Moves = 20, MostLeaving = 200;

    public static void MapProtection(this IEndpointRouteBuilder api)
    {
        api.MapGet("/customers/{id:guid}/protection", GetProtection).WithName("getProtection").WithTags("Customers").RequireMember()
            .WithSummary("How long it stays with its owner, by which count, and how it changed hands.");
        var pool = api.MapGroup("/pool").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager);
        pool.MapGet("/leaving", ListLeaving).WithName("listLeaving").WithSummary("Mine whose clock ends within seven days, the nearest first.");
        pool.MapGet("/moves", ListMoves).WithName("listPoolMoves").WithSummary("What left me or came to me, and what changed hands in the units I lead; newest first.");
    }

    static async Task<Results<Ok<ProtectionView>, NotFound>> GetProtection(Guid id, Me me, Db db, TimeProvider time, FieldOptions field, CancellationToken stop)
    {
        if (await db.Customers.VisibleTo(me).Where(c => c.Id == id).Select(c => new { c.OwnerId }).FirstOrDefaultAsync(stop) is not { } customer) return TypedResults.NotFound();
        var (terms, today) = (await PoolTerms.OfAsync(db, me.OrgId, stop), me.DayOf(time.GetUtcNow()));
        var now = terms.Off || customer.OwnerId is null ? null : (await new PoolClock(db, me.OrgId, today, terms, field).OfAsync([id], stop)).SingleOrDefault()?.Now;
        var moves = await ViewsAsync(db, db.PoolMoves.Of(me).Where(move => move.CustomerId == id).OrderByDescending(move => move.Id).Take(Moves), stop);
        return TypedResults.Ok(new ProtectionView(
            customer.OwnerId is null, now?.Until, now is null ? null : now.Until.DayNumber - today.DayNumber, now?.Cause, now?.From, now?.Days, now?.Stopped, [.. moves.Select(move => move.View)]));
    }

    static async Task<Ok<IReadOnlyList<LeavingView>>> ListLeaving(Me me, Db db, TimeProvider time, CancellationToken stop)
    {
        var today = me.DayOf(time.GetUtcNow());
        var end = today.AddDays(PoolRules.Reminders.Max());
        if ((await PoolTerms.OfAsync(db, me.OrgId, stop)).Off) return TypedResults.Ok<IReadOnlyList<LeavingView>>([]);
        var rows = await (
            from clock in db.PoolClocks.Of(me)
            join customer in db.Customers.Of(me) on clock.Id equals customer.Id
            where clock.OwnerId == me.Id && customer.OwnerId == me.Id && clock.Until <= end
            orderby clock.Until, clock.Id
            select new { customer.Id, customer.ShortName, customer.Grade, clock.Until }).Take(MostLeaving).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<LeavingView>>(rows.ConvertAll(row => new LeavingView(row.Id, row.ShortName, row.Grade, row.Until, row.Until.DayNumber - today.DayNumber)));
    }

    static async Task<Ok<Page<PoolMoveView>>> ListMoves(Me me, Db db, CancellationToken stop, string? after = null)
    {
        var sees = me.Sees;
        var moves = db.PoolMoves.Of(me).Where(move => move.FromId == me.Id || move.ToId == me.Id || sees.Contains(move.TeamId));
        if (PageCursor.Of(after) is { } place) moves = moves.Where(move => move.At < place.At || (move.At == place.At && move.Id.CompareTo(place.Id) < 0));
        var rows = await ViewsAsync(db, moves.OrderByDescending(move => move.At).ThenByDescending(move => move.Id).Take(PageSize + 1), stop);
        var page = rows.ToPage(PageSize, row => new PageCursor(row.At, row.View.Id));
        return TypedResults.Ok(new Page<PoolMoveView>([.. page.Items.Select(row => row.View)], page.Next));
    }

    public static async Task<List<(DateTimeOffset At, PoolMoveView View)>> ViewsAsync(Db db, IQueryable<PoolMove> moves, CancellationToken stop)
    {
        var rows = await moves.Select(move => new
        {
            Move = move,
            Customer = db.Set<Customer>().Where(c => c.OrgId == move.OrgId && c.Id == move.CustomerId).Select(c => c.ShortName).FirstOrDefault(),
            From = db.Set<Teams.Member>().Where(m => m.OrgId == move.OrgId && m.Id == move.FromId).Select(m => m.ShortName).FirstOrDefault(),
            To = db.Set<Teams.Member>().Where(m => m.OrgId == move.OrgId && m.Id == move.ToId).Select(m => m.ShortName).FirstOrDefault(),
            By = db.Set<Teams.Member>().Where(m => m.OrgId == move.OrgId && m.Id == move.ById).Select(m => m.ShortName).FirstOrDefault(),
        }).AsNoTracking().ToListAsync(stop);
        return rows.ConvertAll(row => (row.Move.At, new PoolMoveView(
            row.Move.Id, row.Move.CustomerId, row.Customer ?? "", row.Move.Kind, row.Move.Day, row.From ?? "", row.To ?? "", row.By ?? "", row.Move.Reason,
            row.Move.Cause, row.Move.Grade, row.Move.CountedFrom, row.Move.Days, row.Move.Stopped)));
    }
}
