using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Customers.Pool;

/// <summary>Pages of the pool. What was disqualified lies in nobody's hands too, but is not offered.</summary>
sealed class PoolList(Db db, Me me, PoolRules rules)
{
    const int PageSize = 30, Looked = 300;

    public async Task<Page<PoolRow>> ReadAsync(string? words, PageCursor? after, CancellationToken stop)
    {
        var pool = db.Customers.Of(me).Where(c => c.OwnerId == null && c.Grade != Grade.E);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var found = await FoundAsync(words, stop);
            pool = pool.Where(c => found.Contains(c.Id));
        }
        if (after is { } place) pool = pool.Where(c => c.UpdatedAt < place.At || (c.UpdatedAt == place.At && c.Id.CompareTo(place.Id) < 0));
        var customers = await pool.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(stop);
        var page = customers.ToPage(PageSize, c => new PageCursor(c.UpdatedAt, c.Id));
        var last = await LastAsync([.. page.Items.Select(c => c.Id)], stop);
        return new([.. page.Items.Select(c => Row(c, last.GetValueOrDefault(c.Id)))], page.Next);
    }

    PoolRow Row(Customer c, PoolMove? last) =>
        new(c.Id, c.Name, c.ShortName, c.City, c.Industry, c.Grade, c.Stage, last?.Day, last?.Kind, last?.Cause, PoolClaim.BarredUntil(last, me, rules));

    async Task<Dictionary<Guid, PoolMove>> LastAsync(List<Guid> ids, CancellationToken stop) =>
        (await db.PoolMoves.Of(me).AsNoTracking().Where(move => ids.Contains(move.CustomerId)).ToListAsync(stop)).GroupBy(move => move.CustomerId).ToDictionary(moves => moves.Key, moves => moves.MaxBy(move => move.Id)!);

    /// <summary>Over all teams: whoever had it last, the pool is the organisation's.</summary>
    async Task<List<Guid>> FoundAsync(string words, CancellationToken stop)
    {
        var teams = await db.Units.Of(me).Select(unit => unit.Id).ToListAsync(stop);
        var hits = await Search.FindAsync(db, me.OrgId, CustomerSearch.Kind, [.. teams.Select(team => Search.Scope('t', team))], Bigrams.Query(words), long.MaxValue, Looked, stop);
        return hits.ConvertAll(hit => hit.SubjectId);
    }
}
