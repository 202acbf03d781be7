using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Inventories;

/// <summary>Who leads a member: supervisors and managers on the way up from her unit, the nearest first.</summary>
static class Leaders
{
    public static async Task<IReadOnlyList<Member>> OfAsync(Db db, Guid orgId, Member member)
    {
        var parents = await db.Units.Of(orgId).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId);
        var way = new List<Guid>();
        for (Guid? at = member.UnitId; at is { } id && !way.Contains(id); at = parents.GetValueOrDefault(id)) way.Add(id);
        var leaders = await db.Members.Of(orgId)
            .Where(one => one.State == MemberState.Active && (one.Role == Role.Supervisor || one.Role == Role.Manager) && way.Contains(one.UnitId) && one.Id != member.Id).ToListAsync();
        return [.. leaders.OrderBy(one => way.IndexOf(one.UnitId)).ThenBy(one => one.Id)];
    }

    /// <summary>Those of the first unit that has any.</summary>
    public static async Task<IReadOnlyList<Guid>> NearestAsync(Db db, Guid orgId, Member member)
    {
        var leaders = await OfAsync(db, orgId, member);
        return [.. leaders.Where(one => one.UnitId == leaders[0].UnitId).Select(one => one.Id)];
    }
}
