using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Tests.Support;

/// <summary>An organisation with a team in it, as a test's sentences speak of it.</summary>
sealed class Team
{
    const string Password = "test-password";

    readonly Dictionary<string, Person> _people = [];
    readonly Server _server;

    Team(Server server, Guid orgId, Guid unitId) => (_server, OrgId, Id) = (server, orgId, unitId);

    public Guid OrgId { get; }

    /// <summary>The team's unit.</summary>
    public Guid Id { get; }

    public Server Server => _server;

    /// <summary>The day in the organisation's zone.</summary>
    public DateOnly Today() => DateOnly.FromDateTime(_server.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    public Person Supervisor => _people["chen"];

    public static async Task<Team> InNewOrganisationAsync(Server server, int reps)
    {
        var (orgId, root, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Writer.Run(orgId, db =>
        {
            db.Add(new Organisation { Id = orgId, Name = "测试公司", Opens = default, Closes = default, CreatedAt = server.Clock.GetUtcNow() });
            db.Add(new Unit { OrgId = orgId, Id = root, Kind = UnitKind.Root, Name = "测试公司" });
            db.Add(new Unit { OrgId = orgId, Id = unit, ParentId = root, Kind = UnitKind.Team, Name = "东区战队" });
            return Task.CompletedTask;
        });
        var team = new Team(server, orgId, unit);
        await team.JoinAsync("chen", "陈主管", Role.Supervisor);
        foreach (var (key, name) in Names.Take(reps)) await team.JoinAsync(key, name, Role.Rep);
        return team;
    }

    /// <summary>Another team of the same organisation.</summary>
    public async Task<Team> AnotherTeamAsync(int reps = 1)
    {
        var unit = Guid.CreateVersion7();
        await _server.Writer.Run(OrgId, db =>
        {
            db.Add(new Unit { OrgId = OrgId, Id = unit, Kind = UnitKind.Team, Name = "西区战队" });
            return Task.CompletedTask;
        });
        var team = new Team(_server, OrgId, unit);
        await team.JoinAsync("chen", "方主管", Role.Supervisor);
        foreach (var (key, name) in Names.Take(reps)) await team.JoinAsync(key, name, Role.Rep);
        return team;
    }

    /// <summary>The unit over this team, for whoever leads more than one.</summary>
    public async Task<Team> AboveAsync()
    {
        var city = Guid.CreateVersion7();
        await _server.Writer.Run(OrgId, async db =>
        {
            var unit = await db.Units.Of(OrgId).FirstAsync(one => one.Id == Id);
            db.Add(new Unit { OrgId = OrgId, Id = city, ParentId = unit.ParentId, Kind = UnitKind.City, Name = "杭州" });
            unit.ParentId = city;
        });
        return new Team(_server, OrgId, city);
    }

    /// <summary>lin, zhe, jia, then rep4, rep5, …</summary>
    public Person Rep(string key) => _people[key];

    public IEnumerable<Person> Reps => _people.Values.Where(person => person.Role == Role.Rep);

    public async Task<Person> JoinAsync(string key, string name, Role role, bool admin = false)
    {
        var id = Guid.CreateVersion7();
        var account = new Account { Id = id, OrgId = OrgId, UserName = $"{key}-{id:N}", SecurityStamp = Guid.CreateVersion7().ToString("N"), LockoutEnabled = true };
        account.NormalizedUserName = account.UserName.ToUpperInvariant();
        account.PasswordHash = _server.Hash(account, Password);
        await _server.Writer.Run(OrgId, db =>
        {
            db.Add(new Member { OrgId = OrgId, Id = id, UnitId = Id, Name = name, ShortName = name, Role = role, Admin = admin, State = MemberState.Active, JoinedOn = new(2026, 1, 5) });
            db.Add(account);
            return Task.CompletedTask;
        });
        var person = new Person(_server, id, name, role, account.UserName!, Password);
        await person.SignIn();
        return _people[key] = person;
    }

    /// <summary>A customer of a rep's (lin's unless said).</summary>
    public async Task<Customer> Customer(string name, Person? owner = null)
    {
        var customer = new Customer
        {
            OrgId = OrgId, Id = Guid.CreateVersion7(), OwnerId = (owner ?? _people["lin"]).Id, TeamId = Id, Name = $"杭州{name}有限公司", ShortName = name,
            Industry = "家具", City = "杭州", GradeSince = new(2026, 1, 5), CreatedAt = _server.Clock.GetUtcNow(), UpdatedAt = _server.Clock.GetUtcNow(),
        };
        await _server.Writer.Run(OrgId, async db =>
        {
            db.Add(customer);
            await CustomerSearch.IndexAsync(db, customer);
        });
        return customer;
    }

    static IEnumerable<(string Key, string Name)> Names =>
        [("lin", "小林"), ("zhe", "阿哲"), ("jia", "佳佳"), .. Enumerable.Range(4, 40).Select(n => ($"rep{n}", $"队员{n}"))];
}

static class Teams
{
    public static async Task<Team> ATeamOf(this Task<Server> server, int reps) => await Team.InNewOrganisationAsync(await server, reps);
}
