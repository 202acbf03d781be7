using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>Whose customers are to be gone through, and what was.</summary>
static class InventoryLists
{
    const int PageSize = 30;

    /// <summary>Who is due first, then the longest ago.</summary>
    public static async Task<IReadOnlyList<InventoryMemberView>> MembersAsync(Db db, Me me, DateOnly today, InventoryOptions options, GradeOptions grades, CancellationToken stop)
    {
        var (sees, unseen) = (me.Sees, grades.KpUnseenVisits);
        var members = await db.Members.Of(me).Where(member => sees.Contains(member.UnitId) && member.State == MemberState.Active && member.Id != me.Id
                && (member.Role == Role.Rep || member.Role == Role.Lead || member.Role == Role.Supervisor))
            .Select(member => new { member.Id, member.ShortName, member.Role }).ToListAsync(stop);
        var ids = members.ConvertAll(member => member.Id);
        var held = await Held(db.Customers.Of(me)).Where(customer => ids.Contains(customer.OwnerId!.Value)).GroupBy(customer => customer.OwnerId!.Value)
            .Select(group => new { group.Key, All = group.Count(), Unseen = group.Sum(customer => customer.VisitsWithoutKp >= unseen ? 1 : 0) }).ToDictionaryAsync(group => group.Key, stop);
        var last = await db.Inventories.Of(me).Where(one => ids.Contains(one.MemberId) && one.EndedAt != null).GroupBy(one => one.MemberId)
            .Select(group => new { group.Key, Day = group.Max(one => one.Day) }).ToDictionaryAsync(group => group.Key, group => (DateOnly?)group.Day, stop);
        var open = await db.Inventories.Of(me).Where(one => ids.Contains(one.MemberId) && one.EndedAt == null).ToDictionaryAsync(one => one.MemberId, one => (Guid?)one.Id, stop);
        var until = await db.InventoryDues.Of(me).Where(due => ids.Contains(due.Id) && due.Until >= today).ToDictionaryAsync(due => due.Id, due => (DateOnly?)due.Until, stop);
        return [.. members.Where(member => held.ContainsKey(member.Id))
            .Select(member => new InventoryMemberView(
                member.Id, member.ShortName, held[member.Id].All, held[member.Id].Unseen, last.GetValueOrDefault(member.Id), open.GetValueOrDefault(member.Id),
                !(last.GetValueOrDefault(member.Id) > today.AddDays(-options.Every)), until.GetValueOrDefault(member.Id)))
            .OrderByDescending(one => one.OpenId is not null).ThenByDescending(one => one.Due && one.Until is not null).ThenByDescending(one => one.Due)
            .ThenBy(one => one.LastOn ?? DateOnly.MinValue).ThenBy(one => one.MemberId)];
    }

    /// <summary>What an inventory goes through: somebody's, not disqualified, not signed.</summary>
    public static IQueryable<Customer> Held(IQueryable<Customer> customers) => customers.Where(customer => customer.OwnerId != null && customer.Grade != Grade.E && customer.Stage != Stage.Sign);

    public static async Task<Page<InventoryRow>> SessionsAsync(Db db, Me me, Guid? member, PageCursor? after, CancellationToken stop)
    {
        var inventories = db.Inventories.VisibleTo(me);
        if (member is { } one) inventories = inventories.Where(inventory => inventory.MemberId == one);
        if (after is { } place) inventories = inventories.Where(inventory => inventory.StartedAt < place.At || (inventory.StartedAt == place.At && inventory.Id.CompareTo(place.Id) < 0));
        var rows = await inventories.OrderByDescending(inventory => inventory.StartedAt).ThenByDescending(inventory => inventory.Id).Take(PageSize + 1)
            .Select(inventory => new InventoryRow(
                inventory.Id, inventory.MemberId,
                db.Set<Member>().Where(m => m.OrgId == me.OrgId && m.Id == inventory.MemberId).Select(m => m.ShortName).FirstOrDefault() ?? "",
                db.Set<Member>().Where(m => m.OrgId == me.OrgId && m.Id == inventory.HostId).Select(m => m.ShortName).FirstOrDefault() ?? "",
                inventory.Day, inventory.StartedAt, inventory.EndedAt,
                db.Set<InventoryLine>().Count(line => line.OrgId == me.OrgId && line.InventoryId == inventory.Id && line.Verdict != null),
                db.Set<InventoryLine>().Count(line => line.OrgId == me.OrgId && line.InventoryId == inventory.Id))).ToListAsync(stop);
        return rows.ToPage(PageSize, row => new PageCursor(row.StartedAt, row.Id));
    }
}
