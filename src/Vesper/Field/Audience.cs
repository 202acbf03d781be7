using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>Who hears a team: those who sell in it, and who leads it on the way up the tree.</summary>
static class Audience
{
    /// <summary>The people of these teams, each with those of them that she hears; in the order they joined.</summary>
    public static async Task<IReadOnlyList<HearerView>> OfAsync(Db db, Guid orgId, IReadOnlyCollection<Guid> teams, CancellationToken stop = default)
    {
        var parents = await db.Units.Of(orgId).Select(unit => new { unit.Id, unit.ParentId }).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, stop);
        var above = teams.ToDictionary(team => team, team => Up(team, parents));
        var units = above.Values.SelectMany(up => up).Distinct().ToList();
        var people = await db.Members.Of(orgId).Where(member => member.State == MemberState.Active && units.Contains(member.UnitId)).OrderBy(member => member.Id)
            .Select(member => new { member.Id, member.ShortName, member.UnitId, member.Role }).ToListAsync(stop);
        return [.. people
            .Select(one => new HearerView(one.Id, one.ShortName, [.. teams.Where(team => one.Role is Role.Supervisor or Role.Manager ? above[team].Contains(one.UnitId) : one.Role is Role.Rep or Role.Lead && one.UnitId == team)]))
            .Where(one => one.TeamIds.Count > 0)];
    }

    /// <summary>Of these ids, those who hear the team; whoever does not cannot be named in it.</summary>
    public static async Task<IReadOnlyList<Guid>> AmongAsync(Db db, Guid orgId, Guid teamId, IReadOnlyList<Guid>? ids)
    {
        if (ids is null or []) return [];
        var hear = (await OfAsync(db, orgId, [teamId])).Select(one => one.Id).ToHashSet();
        return [.. ids.Distinct().Where(hear.Contains)];
    }

    /// <summary>Whom a call for help rings: who supervises the team and the support desk; nobody of them there, or nobody answered: the managers above it.</summary>
    public static async Task<IReadOnlyList<Guid>> CalledAsync(Db db, Guid orgId, Guid teamId, Guid askerId, bool managers)
    {
        var up = Up(teamId, await db.Units.Of(orgId).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId));
        var active = db.Members.Of(orgId).Where(member => member.State == MemberState.Active && member.Id != askerId);
        var called = managers ? [] : await active
            .Where(member => member.Role == Role.Support || (member.Role == Role.Supervisor && up.Contains(member.UnitId))).Select(member => member.Id).ToListAsync();
        return called.Count > 0 ? called : await active.Where(member => member.Role == Role.Manager && up.Contains(member.UnitId)).Select(member => member.Id).ToListAsync();
    }

    // A cycle in broken data ends where it began.
    static List<Guid> Up(Guid team, IReadOnlyDictionary<Guid, Guid?> parents)
    {
        var up = new List<Guid>();
        for (Guid? at = team; at is { } id && !up.Contains(id); at = parents.GetValueOrDefault(id)) up.Add(id);
        return up;
    }
}
