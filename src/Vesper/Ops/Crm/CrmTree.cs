using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Ops.Crm;

/// <summary>A new member's way in.</summary>
sealed record WayIn(string Account, string Name, Role Role, string Team, string OneTimePassword);

/// <summary>Offices → cities, managers → teams with their supervisor, agents → reps, and one administrator. Ids follow from the names, so the same export finds the same people.</summary>
sealed class CrmTree(Guid orgId, string organisation, string zone, Enrolment enrolment, TeamOptions options, TimeProvider time)
{
    readonly CrmIds _ids = new(organisation);

    public Guid TeamOf(CrmAgent agent) => _ids.Of("team", agent.Manager);

    public Guid MemberOf(CrmAgent agent) => _ids.Of("member", agent.Name);

    public async Task<IReadOnlyList<WayIn>> GrowAsync(Writer writer, CrmExport export, ImportReport report, CancellationToken stop)
    {
        var places = Places(export).ToList();
        var accounts = new List<Account>();
        foreach (var person in places)
            accounts.Add(enrolment.Account(_ids.Of("member", person.Name), orgId, await FreeAsync(person.Account, _ids.Of("member", person.Name), accounts, stop), password: null));
        return await writer.Run(orgId, async db =>
        {
            await PlantAsync(db, export, report);
            var ways = new List<WayIn>();
            foreach (var (person, account) in places.Zip(accounts))
            {
                if (await db.Members.Of(orgId).FindAsync(account.Id) is not null) continue;
                db.Add(new Member
                {
                    OrgId = orgId, Id = account.Id, UnitId = person.UnitId, Name = person.Name, ShortName = Short(person.Name), Role = person.Role,
                    Admin = person.Role is Role.Admin, State = MemberState.Active, JoinedOn = Today(),
                });
                db.Add(account);
                await db.SaveChangesAsync();
                var (code, _) = await Welcome.IssueAsync(db, orgId, account.Id, time.GetUtcNow(), options);
                ways.Add(new(account.UserName!, person.Name, person.Role, person.Team, code));
            }
            report.Count("members", ways.Count, 0, places.Count - ways.Count);
            if (ways.Count > 0) db.Tell(Topic.Organisation, new RightsChanged(null));
            return ways;
        });
    }

    async Task PlantAsync(Db db, CrmExport export, ImportReport report)
    {
        if (await db.Organisations.FirstOrDefaultAsync(one => one.Id == orgId) is null)
            db.Add(new Organisation { Id = orgId, Name = organisation, Preset = Preset.Company, Zone = zone, CreatedAt = time.GetUtcNow() });

        var wanted = new List<Unit> { new() { OrgId = orgId, Id = Root, Kind = UnitKind.Root, Name = organisation } };
        wanted.AddRange(export.Agents.Select(agent => agent.Office).Distinct().Order(StringComparer.Ordinal)
            .Select((office, position) => new Unit { OrgId = orgId, Id = _ids.Of("office", office), ParentId = Root, Kind = UnitKind.City, Name = office, Position = position }));
        wanted.AddRange(export.Agents.DistinctBy(agent => agent.Manager).OrderBy(agent => agent.Manager, StringComparer.Ordinal)
            .Select((agent, position) => new Unit { OrgId = orgId, Id = TeamOf(agent), ParentId = _ids.Of("office", agent.Office), Kind = UnitKind.Team, Name = agent.Manager, Position = position }));

        var here = await db.Units.Of(orgId).Select(unit => unit.Id).ToListAsync();
        var fresh = wanted.Where(unit => !here.Contains(unit.Id)).ToList();
        db.AddRange(fresh);
        await db.SaveChangesAsync();
        report.Count("offices and teams", fresh.Count, 0, wanted.Count - fresh.Count);
    }

    IEnumerable<(string Name, string Account, Role Role, Guid UnitId, string Team)> Places(CrmExport export)
    {
        yield return ($"{organisation} admin", $"{Login(organisation)}-admin", Role.Admin, Root, organisation);
        foreach (var team in export.Agents.GroupBy(agent => agent.Manager).OrderBy(team => team.Key, StringComparer.Ordinal))
        {
            yield return (team.Key, Login(team.Key), Role.Supervisor, TeamOf(team.First()), team.Key);
            foreach (var agent in team.Where(agent => agent.Name != team.Key)) yield return (agent.Name, Login(agent.Name), Role.Rep, TeamOf(agent), team.Key);
        }
    }

    // Account names are one for the whole server: another organisation may have a moses.frase of its own.
    async Task<string> FreeAsync(string wanted, Guid id, List<Account> taken, CancellationToken stop)
    {
        for (var (name, n) = (wanted, 2); ; name = $"{wanted}-{n++}")
            if (taken.All(account => account.UserName != name) && (await enrolment.FindAsync(name, stop) is not { } other || other.Id == id)) return name;
    }

    Guid Root => _ids.Of("root", "");

    DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).Date);

    static string Login(string name)
    {
        var login = name.ToLowerInvariant().Replace(' ', '.');
        return login.Length <= 30 ? login : login[..30];
    }

    static string Short(string name) => name.Length <= 20 ? name : name[..20];
}
