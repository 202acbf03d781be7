using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Pool;

/// <summary>Taking a customer out of the pool, with the limits that keep anybody from taking all.</summary>
static class PoolClaim
{
    /// <exception cref="Refusal"><c>pool.off</c> · <c>pool.disqualified</c> · <c>pool.barred</c> · <c>pool.day-limit</c> · <c>pool.full</c> · <c>pool.taken</c>: somebody was faster.</exception>
    public static async Task TakeAsync(Db db, Me me, Guid id, Grade grade, DateTimeOffset now)
    {
        var (terms, today) = (await PoolTerms.OfAsync(db, me.OrgId), me.DayOf(now));
        if (terms.Off) throw new Refusal("pool.off", "There is no pool in this organisation.");
        if (grade is Grade.E) throw new Refusal("pool.disqualified", "This company was disqualified; a supervisor can assign it.");
        var last = await db.PoolMoves.Of(me).Where(move => move.CustomerId == id).OrderByDescending(move => move.Id).FirstOrDefaultAsync();
        if (BarredUntil(last, me, terms.Rules) is { } until && until >= today) throw new Refusal("pool.barred", $"You had it last; you may take it again after {until:yyyy-MM-dd}.");
        var nth = 1 + await ClaimedAsync(db, me, today);
        if (nth > terms.Rules.ClaimsPerDay) throw new Refusal("pool.day-limit", "You have taken as many today as one may.");
        await RefuseFullAsync(db, me.OrgId, me.Id, terms.Rules);

        // One statement decides between many: only who finds it still free has it.
        var won = await db.Customers.Of(me).Where(c => c.Id == id && c.OwnerId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.OwnerId, me.Id));
        if (won == 0) throw new Refusal("pool.taken", "Somebody was faster.");
        var customer = await db.Customers.Of(me).FirstAsync(c => c.Id == id);
        await PoolKeeping.MoveAsync(db, customer, PoolMoveKind.Claimed, me.Id, me.TeamId, me.Id, "", today, now, nth: nth);
    }

    public static DateOnly? BarredUntil(PoolMove? last, Me me, PoolRules rules) => last?.ToId is null && last?.FromId == me.Id ? last.Day.AddDays(rules.BarredDays) : null;

    /// <exception cref="Refusal"><c>pool.full</c>: she holds as many as one may; those that have signed do not count.</exception>
    public static async Task RefuseFullAsync(Db db, Guid orgId, Guid owner, PoolRules rules)
    {
        if (await HeldAsync(db, orgId, owner) >= rules.MostHeld) throw new Refusal("pool.full", "As many customers as one member may hold.");
    }

    public static async Task<PoolAllowance> AllowanceAsync(Db db, Me me, PoolTerms terms, DateOnly today, CancellationToken stop) => new(
        terms.Off, Math.Max(0, terms.Rules.ClaimsPerDay - await ClaimedAsync(db, me, today, stop)), await HeldAsync(db, me.OrgId, me.Id, stop), terms.Rules.MostHeld);

    static Task<int> ClaimedAsync(Db db, Me me, DateOnly today, CancellationToken stop = default) =>
        db.PoolMoves.Of(me).CountAsync(move => move.ToId == me.Id && move.Day == today && move.Nth != null, stop);

    static Task<int> HeldAsync(Db db, Guid orgId, Guid owner, CancellationToken stop = default) =>
        db.Customers.Of(orgId).CountAsync(c => c.OwnerId == owner && c.Grade != Grade.E && c.Stage != Stage.Sign, stop);
}
