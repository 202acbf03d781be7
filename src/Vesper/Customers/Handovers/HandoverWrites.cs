using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Handovers;

/// <summary>What becomes of customers when somebody goes; all inside a write.</summary>
static class HandoverWrites
{
    /// <summary>A proposal for each of her customers. A second one for her takes the first draft's place.</summary>
    public static async Task<Handover> DraftAsync(Db db, Me me, Guid id, Member from, NewHandover input, DateTimeOffset now)
    {
        foreach (var earlier in await db.Handovers.Of(me).Where(one => one.MemberId == from.Id && one.State == HandoverState.Draft).ToListAsync()) earlier.State = HandoverState.Cancelled;
        var handover = new Handover
        {
            OrgId = me.OrgId, Id = id, MemberId = from.Id, TeamId = from.UnitId, Kind = input.Kind, LastDay = input.LastDay, StartedBy = me.Id, CreatedAt = now,
        };
        db.Add(handover);
        var customers = await db.Customers.Of(me).AsNoTracking().Where(customer => customer.OwnerId == from.Id).ToListAsync();
        // HR leads nobody: there the proposal keeps to her own unit.
        var takers = await HandoverTakers.OfAsync(db, me, from.Id, default, me.Sees.Count > 0 ? me.Sees : [from.UnitId]);
        var proposals = HandoverProposal.Of(
            customers.Select(customer => new ToGive(customer.Id, customer.TeamId, customer.Grade, customer.City, customer.Industry, customer.Grade is not Grade.E && customer.Stage is not Stage.Sign)),
            [.. takers.Select(taker => taker.Taker)]);
        db.AddRange(proposals.Select(one => new HandoverItem { OrgId = me.OrgId, Id = Guid.CreateVersion7(), HandoverId = id, CustomerId = one.CustomerId, ToId = one.ToId, Why = one.Why }));
        await db.SaveChangesAsync();
        return handover;
    }

    /// <summary>Every customer changes hands, or goes to the pool; what is not hers any more stays where it is.</summary>
    public static async Task ConfirmAsync(Db db, Me me, Handover handover, HandoverOptions options, DateTimeOffset now)
    {
        var today = me.DayOf(now);
        var items = await db.HandoverItems.Of(me).Where(item => item.HandoverId == handover.Id).OrderBy(item => item.Id).ToListAsync();
        var known = items.Select(item => item.CustomerId).ToList();
        // What came to her since the draft is not forgotten: it goes to the pool, where who leads finds it.
        foreach (var late in await db.Customers.Of(me).Where(customer => customer.OwnerId == handover.MemberId && !known.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync())
        {
            var item = new HandoverItem { OrgId = me.OrgId, Id = Guid.CreateVersion7(), HandoverId = handover.Id, CustomerId = late };
            db.Add(item);
            items.Add(item);
        }
        var takers = (await HandoverTakers.OfAsync(db, me, handover.MemberId, default)).ToDictionary(taker => taker.Taker.Id, taker => taker.Taker.TeamId);
        if (items.Exists(item => item.ToId is { } to && !takers.ContainsKey(to))) throw new Refusal("handover.taker", "Somebody chosen here cannot take customers any more; choose again.");

        var concerned = takers.Keys.Append(handover.MemberId).ToList();
        var members = await db.Members.Of(me).Where(member => concerned.Contains(member.Id)).ToDictionaryAsync(member => member.Id);
        var (calendar, stays) = (await WorkCalendar.OfAsync(db, me.OrgId), members[handover.MemberId].State is MemberState.Active);
        var days = takers.Keys.ToDictionary(taker => taker, _ => new List<DateOnly>());
        foreach (var item in items)
        {
            var customer = await db.Customers.Of(me).FirstOrDefaultAsync(one => one.Id == item.CustomerId);
            if (customer?.OwnerId != handover.MemberId)
            {
                item.Gone = true;
                continue;
            }
            item.MovedAt = now;
            if (item.ToId is not { } to)
            {
                await PoolKeeping.ReturnAsync(db, customer, me.Id, Reason(handover.Kind), today, now);
                continue;
            }
            item.DualUntil = stays ? today.AddDays(options.DualDays) : null;
            await PoolKeeping.MoveAsync(db, customer, PoolMoveKind.Assigned, to, takers[to], me.Id, Reason(handover.Kind), today, now, dualUntil: item.DualUntil);
            if (stays && customer.Grade is (Grade.A or Grade.B) && Introductions.Next(days[to], today, handover.LastDay, calendar.Works) is { } day)
            {
                days[to].Add(day);
                item.IntroduceOn = day;
                foreach (var member in new[] { to, handover.MemberId }) await DayPlan.AddAsync(db, members[member], day, customer.Id, "一起上门交接");
            }
        }
        (handover.State, handover.ConfirmedAt) = (HandoverState.Confirmed, now);
        foreach (var member in items.Where(item => item.MovedAt is not null).Select(item => item.ToId).OfType<Guid>().Append(handover.MemberId).Distinct())
            if (member != me.Id) db.Notify(member, "handover", $"/handovers/{handover.Id}", ("who", me.ShortName));
        Close(handover, items);
    }

    public static async Task SignAsync(Db db, Me me, Handover handover, bool forHer, DateTimeOffset now)
    {
        var items = await db.HandoverItems.Of(me).Where(item => item.HandoverId == handover.Id).ToListAsync();
        foreach (var item in items.Where(item => HandoverReads.Signs(me, handover, item, forHer)))
        {
            if ((handover.MemberId == me.Id || forHer) && item.FromSignedAt is null) (item.FromSignedAt, item.FromSignedBy) = (now, me.Id);
            if (item.ToId == me.Id) item.ToSignedAt ??= now;
        }
        Close(handover, items);
    }

    static void Close(Handover handover, List<HandoverItem> items)
    {
        if (items.TrueForAll(item => item.Settled)) handover.State = HandoverState.Done;
    }

    static string Reason(HandoverKind kind) => kind switch { HandoverKind.Leaving => "交接：离职", HandoverKind.Transfer => "交接：调岗", HandoverKind.Promotion => "交接：晋升", _ => "交接：长假" };
}
