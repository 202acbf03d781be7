using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>Who sees what: self · own team · subtree (product.md, Teams).</summary>
static class MemberRights
{
    public static async Task<Me?> LoadAsync(DbFactory databases, Guid memberId, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var row = await (
            from account in db.Accounts
            where account.Id == memberId
            join member in db.Members on new { account.OrgId, account.Id } equals new { member.OrgId, member.Id }
            join organisation in db.Organisations on account.OrgId equals organisation.Id
            where member.State == MemberState.Active
            select new
            {
                member,
                account.SecurityStamp,
                organisation.Zone,
                Consent = db.Set<LocationConsent>().Where(c => c.OrgId == member.OrgId && c.MemberId == memberId).OrderByDescending(c => c.Version).Select(c => c.Given && c.TextVersion >= LocationText.OldestThatCounts).FirstOrDefault(),
                organisation.Opens,
                organisation.Closes,
            }).FirstOrDefaultAsync(stop);
        if (row is null) return null;

        var units = await db.Units.Of(row.member.OrgId).ToListAsync(stop);
        var below = Subtree(units, row.member.UnitId);
        var sees = row.member.Role is Role.Supervisor or Role.Manager ? below : [];
        return new(row.member.OrgId, row.member.Id, row.member.Name, row.member.Role, row.member.Admin, row.member.UnitId, sees,
            TimeZoneInfo.FindSystemTimeZoneById(row.Zone), row.SecurityStamp ?? "")
        {
            ShortName = row.member.ShortName,
            LocationConsent = row.Consent,
            Hours = new(row.Opens, row.Closes),
            Teams = row.member.Role switch
            {
                Role.Rep or Role.Lead => [row.member.UnitId],
                Role.Supervisor or Role.Manager => below,
                _ => [],
            },
        };
    }

    /// <summary>A unit and all below it. A cycle in broken data ends where it began.</summary>
    public static IReadOnlyList<Guid> Subtree(IReadOnlyList<Unit> units, Guid root)
    {
        var children = units.ToLookup(unit => unit.ParentId, unit => unit.Id);
        var found = new List<Guid> { root };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]].Except(found).ToList());
        return found;
    }
}
