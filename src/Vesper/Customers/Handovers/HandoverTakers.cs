using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Handovers;

/// <summary>Who could take over: active, looking after customers, in the units of who decides, and not she herself.</summary>
static class HandoverTakers
{
    public static async Task<List<(Taker Taker, string Name)>> OfAsync(Db db, Me me, Guid from, CancellationToken stop, IReadOnlyList<Guid>? units = null)
    {
        var sees = units ?? me.Sees;
        var members = await db.Members.Of(me)
            .Where(member => member.State == MemberState.Active && member.Id != from && sees.Contains(member.UnitId) && (member.Role == Role.Rep || member.Role == Role.Lead))
            .OrderBy(member => member.Id).Select(member => new { member.Id, member.UnitId, member.ShortName }).ToListAsync(stop);
        var ids = members.ConvertAll(member => member.Id);
        var held = (await db.Customers.Of(me).Where(c => c.OwnerId != null && ids.Contains(c.OwnerId.Value)).GroupBy(c => new { c.OwnerId, c.City, Counts = c.Grade != Grade.E && c.Stage != Stage.Sign })
            .Select(group => new { group.Key.OwnerId, group.Key.City, group.Key.Counts, Count = group.Count() }).ToListAsync(stop)).ToLookup(one => one.OwnerId!.Value);
        var won = (await (
            from deal in db.Deals.Of(me)
            where ids.Contains(deal.OwnerId) && deal.State == DealState.Won
            join customer in db.Customers.Of(me) on deal.CustomerId equals customer.Id
            group deal by new { deal.OwnerId, customer.Industry } into deals
            select new { deals.Key.OwnerId, deals.Key.Industry, Count = deals.Count() }).ToListAsync(stop)).ToLookup(one => one.OwnerId);
        var terms = await PoolTerms.OfAsync(db, me.OrgId, stop);
        return members.ConvertAll(member => (new Taker(
            member.Id, member.UnitId, held[member.Id].Where(one => one.Counts).Sum(one => one.Count), terms.Off ? null : terms.Rules.MostHeld,
            held[member.Id].GroupBy(one => one.City).ToDictionary(city => city.Key, city => city.Sum(one => one.Count)),
            won[member.Id].ToDictionary(one => one.Industry, one => one.Count)), member.ShortName));
    }
}
