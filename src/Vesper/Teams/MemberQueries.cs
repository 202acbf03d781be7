using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

static class MemberQueries
{
    /// <summary>Keeps the members of the whole organisation: administrators, and HR.</summary>
    public static bool KeepsMembers(this Me me) => me.Admin || me.Is(Role.Hr);

    /// <summary>Members she answers for: all for administrators and HR, her part of the tree for a supervisor or manager.</summary>
    public static IQueryable<Member> LedBy(this IQueryable<Member> members, Me me) =>
        me.KeepsMembers() ? members.Of(me) : members.Of(me).Where(member => me.Sees.Contains(member.UnitId));

    public static IQueryable<Unit> LedBy(this IQueryable<Unit> units, Me me) =>
        me.KeepsMembers() ? units.Of(me) : units.Of(me).Where(unit => me.Sees.Contains(unit.Id));

    /// <summary>Who may open the door of a unit: supervisors and managers on the way up from it, and the administrators.</summary>
    public static async Task<IReadOnlyList<Guid>> AdmittersAsync(this Db db, Unit unit)
    {
        var parents = await db.Units.Of(unit.OrgId).ToDictionaryAsync(u => u.Id, u => u.ParentId);
        var above = new List<Guid>();
        for (Guid? at = unit.Id; at is { } id && !above.Contains(id); at = parents.GetValueOrDefault(id)) above.Add(id);
        return await db.Members.Of(unit.OrgId)
            .Where(m => m.State == MemberState.Active && (m.Admin || ((m.Role == Role.Supervisor || m.Role == Role.Manager) && above.Contains(m.UnitId))))
            .Select(m => m.Id).ToListAsync();
    }

    /// <summary>The supervisors nearest above her, on the way up from her unit: of the first unit that has any.</summary>
    public static async Task<IReadOnlyList<Guid>> SupervisorsAsync(this Db db, Me me)
    {
        var parents = await db.Units.Of(me).ToDictionaryAsync(u => u.Id, u => u.ParentId);
        var supervisors = (await db.Members.Of(me).Where(m => m.State == MemberState.Active && m.Role == Role.Supervisor).Select(m => new { m.Id, m.UnitId }).ToListAsync()).ToLookup(m => m.UnitId, m => m.Id);
        var seen = new HashSet<Guid>();
        for (Guid? at = me.TeamId; at is { } id && seen.Add(id); at = parents.GetValueOrDefault(id))
            if (supervisors[id].Any(supervisor => supervisor != me.Id)) return [.. supervisors[id]];
        return [];
    }

    /// <summary>True if somebody besides her may still change settings and members.</summary>
    public static Task<bool> AnotherAdminAsync(this Db db, Member member) =>
        db.Members.Of(member.OrgId).AnyAsync(other => other.Id != member.Id && other.Admin && other.State == MemberState.Active);

    public static IQueryable<MemberView> Views(this Db db, IQueryable<Member> members) =>
        from member in members
        join unit in db.Units on new { member.OrgId, Id = member.UnitId } equals new { unit.OrgId, unit.Id }
        join account in db.Accounts on member.Id equals account.Id
        orderby member.Id
        select new MemberView(
            member.Id, member.Name, member.ShortName, account.UserName!, member.Role, member.Admin, member.State, unit.Id, unit.Name, member.JoinedOn, member.LeftOn,
            account.PasswordHash == null);
}
