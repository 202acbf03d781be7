using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers.Pool;

/// <summary>Changes of hands and of clocks, all inside a write.</summary>
static class PoolKeeping
{
    /// <summary>Makes the row say what the clock says.</summary>
    /// <returns>False when it did already.</returns>
    public static bool Keep(Db db, Clocked one)
    {
        var (customer, row, start, now) = one;
        if (start is null || now is null)
        {
            if (row is not null) db.Remove(row);
            return row is not null;
        }
        if (row is null)
        {
            db.Add(new PoolClockRow { OrgId = customer.OrgId, Id = customer.Id, OwnerId = customer.OwnerId!.Value, Since = start.Since, FollowedOn = start.FollowedOn, Until = now.Until });
            return true;
        }
        if ((row.OwnerId, row.Since, row.FollowedOn, row.Until) == (customer.OwnerId!.Value, start.Since, start.FollowedOn, now.Until)) return false;
        if (row.OwnerId != customer.OwnerId || now.Until > row.Until) row.Reminded = null;
        (row.OwnerId, row.Since, row.FollowedOn, row.Until) = (customer.OwnerId!.Value, start.Since, start.FollowedOn, now.Until);
        return true;
    }

    /// <summary>The clock has run out: nobody's now.</summary>
    public static Task ReleaseAsync(Db db, Clocked one, DateOnly today, DateTimeOffset now) =>
        MoveAsync(db, one.Customer, PoolMoveKind.Released, null, one.Customer.TeamId, null, "", today, now, one.Now);

    public static Task ReturnAsync(Db db, Customer customer, Guid by, string reason, DateOnly today, DateTimeOffset now) =>
        MoveAsync(db, customer, PoolMoveKind.Returned, null, customer.TeamId, by, reason, today, now);

    /// <summary>One that was hers at that moment: what her phone did without a network is not lost because the clock ran out in the night between.</summary>
    public static async Task<Customer?> OnceOfAsync(Db db, Me me, Guid id, DateTimeOffset at)
    {
        var next = await db.PoolMoves.Of(me).Where(move => move.CustomerId == id && move.At > at).OrderBy(move => move.Id).Select(move => move.FromId).FirstOrDefaultAsync();
        return next == me.Id ? await db.Customers.Of(me).FindAsync(id) : null;
    }

    /// <summary>Gives the customer to somebody, or to nobody, with all that hangs on it: clock, open deals, who finds it, the history, word to both.</summary>
    public static async Task MoveAsync(
        Db db, Customer customer, PoolMoveKind kind, Guid? to, Guid team, Guid? by, string reason, DateOnly today, DateTimeOffset now, Protected? ran = null, int? nth = null, DateOnly? dualUntil = null)
    {
        var from = kind is PoolMoveKind.Claimed ? null : customer.OwnerId;
        db.Add(new PoolMove
        {
            OrgId = customer.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, Kind = kind, FromId = from, ToId = to, ById = by, TeamId = team, Day = today, At = now,
            Reason = reason, Grade = customer.Grade, Cause = ran?.Cause, CountedFrom = ran?.From, Days = ran?.Days, Stopped = ran?.Stopped, Nth = nth,
        });
        (customer.OwnerId, customer.TeamId, customer.UpdatedAt) = (to, team, now);
        (customer.FormerOwnerId, customer.FormerUntil) = dualUntil is null ? (null, null) : (from, dualUntil);
        await StartAnewAsync(db, customer.OrgId, customer.Id, to, today);
        if (to is { } owner)
            await db.Deals.Of(customer.OrgId).Where(deal => deal.CustomerId == customer.Id && deal.State == DealState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(deal => deal.OwnerId, owner).SetProperty(deal => deal.TeamId, team));
        await CustomerSearch.IndexAsync(db, customer);
        foreach (var member in new[] { from, to }.OfType<Guid>()) db.Tell(Topic.Member(member), new OwnerChanged(customer.Id, from, to));
        db.Tell(Topic.Organisation, new PoolChanged());
    }

    /// <summary>Whoever has it now has its whole time, however long it lay: her clock begins today. Its end is far off until the night has counted.</summary>
    static async Task StartAnewAsync(Db db, Guid orgId, Guid customer, Guid? to, DateOnly today)
    {
        var clock = await db.PoolClocks.Of(orgId).FindAsync(customer);
        if (to is not { } owner)
        {
            if (clock is not null) db.Remove(clock);
            return;
        }
        if (clock is null) db.Add(clock = new() { OrgId = orgId, Id = customer });
        (clock.OwnerId, clock.Since, clock.FollowedOn, clock.Until, clock.Reminded) = (owner, today, null, today.AddDays(366), null);
    }
}
