using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Somebody of the team on a day, by the name the team calls her.</summary>
sealed record TeamMember(Guid Id, string Name, Role Role, bool OnLeave)
{
    /// <summary>A team's name and its active members, those who lead first; null when there is no such unit.</summary>
    public static async Task<(string Name, IReadOnlyList<TeamMember> Members)?> OfAsync(Db db, Guid orgId, Guid teamId, DateOnly day, CancellationToken stop)
    {
        var rows = await (
            from unit in db.Units.Of(orgId)
            where unit.Id == teamId
            from member in db.Set<Member>().Where(m => m.OrgId == unit.OrgId && m.UnitId == unit.Id && m.State == MemberState.Active).DefaultIfEmpty()
            select new
            {
                unit.Name,
                Member = member,
                OnLeave = member != null && db.Set<Leave>().Any(l => l.OrgId == orgId && l.MemberId == member.Id && l.From <= day && l.Until >= day),
            }).ToListAsync(stop);
        if (rows.Count == 0) return null;

        return (rows[0].Name, [.. rows
            .Where(row => row.Member is { Role: Role.Rep or Role.Lead or Role.Supervisor or Role.Manager })
            .Select(row => new TeamMember(row.Member!.Id, row.Member.ShortName, row.Member.Role, row.OnLeave))
            .OrderByDescending(member => member.Role).ThenBy(member => member.Id)]);
    }
}
