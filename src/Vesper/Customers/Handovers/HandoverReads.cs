using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Deals;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Handovers;

/// <summary>Reads handovers for their screens: who decides sees all of one, who gives or takes her own part, HR how far it is.</summary>
static class HandoverReads
{
    public static IQueryable<Handover> VisibleTo(this IQueryable<Handover> handovers, Db db, Me me)
    {
        var (sees, id) = (me.Sees, me.Id);
        if (me.Is(Role.Hr)) return handovers.Of(me);
        return handovers.Of(me).Where(handover => sees.Contains(handover.TeamId)
            || (handover.State != HandoverState.Draft && handover.State != HandoverState.Cancelled
                && (handover.MemberId == id || db.Set<HandoverItem>().Any(item => item.OrgId == handover.OrgId && item.HandoverId == handover.Id && item.ToId == id && !item.Gone))));
    }

    public static async Task<List<HandoverLine>> LinesAsync(Db db, IQueryable<Handover> handovers, CancellationToken stop)
    {
        var rows = await handovers.Select(handover => new
        {
            Handover = handover,
            Member = db.Set<Member>().Where(member => member.OrgId == handover.OrgId && member.Id == handover.MemberId).Select(member => new { member.ShortName, member.State }).FirstOrDefault(),
        }).AsNoTracking().ToListAsync(stop);
        var ids = rows.ConvertAll(row => row.Handover.Id);
        var orgs = rows.ConvertAll(row => row.Handover.OrgId);
        var items = await (
            from item in db.HandoverItems
            where orgs.Contains(item.OrgId) && ids.Contains(item.HandoverId)
            join customer in db.Customers on new { item.OrgId, Id = item.CustomerId } equals new { customer.OrgId, customer.Id }
            select new { Item = item, customer.Grade }).AsNoTracking().ToListAsync(stop);
        var byHandover = items.ToLookup(one => one.Item.HandoverId);
        return rows.ConvertAll(row =>
        {
            var (one, own) = (row.Handover, byHandover[row.Handover.Id].ToList());
            return new HandoverLine(one.Id, one.MemberId, row.Member?.ShortName ?? "", row.Member?.State is MemberState.Left, one.Kind, one.LastDay, one.State, own.Count,
                own.Count(item => item.Grade is Grade.A or Grade.B), own.Count(item => item.Item.ToId is null), own.Count(item => item.Item.Settled), one.CreatedAt);
        });
    }

    public static async Task<HandoverView> ViewAsync(Db db, Me me, Handover handover, CancellationToken stop)
    {
        var line = (await LinesAsync(db, db.Handovers.Of(me).Where(one => one.Id == handover.Id), stop))[0];
        var decides = me.Is(Role.Supervisor, Role.Manager) && me.Sees.Contains(handover.TeamId);
        if (!decides && me.Is(Role.Hr)) return new(line, [], [], false, false);

        var all = await db.HandoverItems.Of(me).Where(item => item.HandoverId == handover.Id).AsNoTracking().ToListAsync(stop);
        var items = decides || handover.MemberId == me.Id ? all : all.FindAll(item => item.ToId == me.Id && !item.Gone);
        if (!decides && handover.MemberId != me.Id) line = line with { Customers = items.Count, AOrB = 0, Unassigned = 0, Settled = items.Count(item => item.Settled) };
        var takers = decides && handover.State is HandoverState.Draft ? await HandoverTakers.OfAsync(db, me, handover.MemberId, stop) : [];
        return new(line, await ItemsAsync(db, me, handover, items, stop), [.. takers.Select(taker => new TakerView(taker.Taker.Id, taker.Name, taker.Taker.Held))],
            decides && handover.State is HandoverState.Draft, handover.State is HandoverState.Confirmed && items.Exists(item => Signs(me, handover, item, decides && line.MemberLeft)));
    }

    /// <param name="forHer">She has left and who leads her signs in her place.</param>
    public static bool Signs(Me me, Handover handover, HandoverItem item, bool forHer) => item is { MovedAt: not null, Gone: false, ToId: not null }
        && (((handover.MemberId == me.Id || forHer) && item.FromSignedAt is null) || (item.ToId == me.Id && item.ToSignedAt is null));

    static async Task<IReadOnlyList<HandoverItemView>> ItemsAsync(Db db, Me me, Handover handover, List<HandoverItem> items, CancellationToken stop)
    {
        var ids = items.ConvertAll(item => item.CustomerId);
        var customers = await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id)).AsNoTracking().ToDictionaryAsync(customer => customer.Id, stop);
        var promises = (await db.Set<Commitment>().Of(me).Where(one => one.MemberId == handover.MemberId && one.CustomerId != null && ids.Contains(one.CustomerId.Value)
            && (one.State == CommitmentState.Open || one.State == CommitmentState.NotYet)).Select(one => new { one.CustomerId, one.Text, one.DueOn }).ToListAsync(stop)).ToLookup(one => one.CustomerId!.Value);
        var owed = await OwedAsync(db, me, ids, stop);
        var to = items.Select(item => item.ToId).OfType<Guid>().Distinct().ToList();
        var names = await db.Members.Of(me).Where(member => to.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        return [.. items.Where(item => customers.ContainsKey(item.CustomerId)).Select(item => (Item: item, Customer: customers[item.CustomerId]))
            .OrderBy(one => one.Customer.Grade).ThenBy(one => one.Customer.ShortName, StringComparer.Ordinal).ThenBy(one => one.Customer.Id)
            .Select(one => new HandoverItemView(
                one.Customer.Id, one.Customer.ShortName, one.Customer.Grade, one.Customer.Stage, one.Customer.City, one.Customer.NextStep, one.Customer.NextOn,
                [.. promises[one.Customer.Id].OrderBy(promise => promise.DueOn).Select(promise => new PromiseView(promise.Text, promise.DueOn))], owed.GetValueOrDefault(one.Customer.Id),
                one.Item.ToId, one.Item.ToId is { } taker ? names.GetValueOrDefault(taker, "") : "", one.Item.Why, one.Item.IntroduceOn, one.Item.DualUntil, one.Item.Gone,
                one.Item.FromSignedAt is not null, one.Item.ToSignedAt is not null))];
    }

    /// <summary>Signed, and nothing was paid yet.</summary>
    static Task<Dictionary<Guid, long>> OwedAsync(Db db, Me me, List<Guid> ids, CancellationToken stop) => db.Deals.Of(me)
        .Where(deal => ids.Contains(deal.CustomerId) && deal.State == DealState.Won && !db.Set<Payment>().Any(paid => paid.OrgId == deal.OrgId && paid.DealId == deal.Id))
        .GroupBy(deal => deal.CustomerId).Select(deals => new { deals.Key, Sum = deals.Sum(deal => deal.AmountFen) }).ToDictionaryAsync(one => one.Key, one => one.Sum, stop);
}
