using System.Globalization;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Tests.Support;
using Vesper.Teams;
using Case = Vesper.Evenings.Case;

namespace Vesper.Tests.House;

/// <summary>Whose thing it is, as seen by who asks.</summary>
enum Where { Mine, Team, Other, Foreign }

/// <summary>
/// Two cities with a team each, and another organisation. Everybody who asks sits in the first team; the manager above it, in its city.
/// </summary>
sealed class AccessScene
{
    readonly Dictionary<Role, Person> _askers = [];
    readonly Dictionary<Where, (Guid OrgId, Guid TeamId, Guid MemberId)> _places = [];
    readonly Server _server;

    AccessScene(Server server) => _server = server;

    public static async Task<AccessScene> OnAsync(Server server)
    {
        var scene = new AccessScene(server);
        var own = await Team.InNewOrganisationAsync(server, 1);
        var other = await own.AnotherTeamAsync();
        var foreign = await Team.InNewOrganisationAsync(server, 1);

        foreach (var role in Enum.GetValues<Role>())
            scene._askers[role] = await own.JoinAsync($"as{(int)role}", $"问{role}", role, admin: role is Role.Admin);
        foreach (var (where, team) in new[] { (Where.Team, own), (Where.Other, other), (Where.Foreign, foreign) })
            scene._places[where] = (team.OrgId, team.Id, team.Rep("lin").Id);
        return scene;
    }

    public Person? Asker(Role? role) => role is { } one ? _askers[one] : null;

    /// <summary>A place with nothing in it yet, for one question.</summary>
    public Place At(Where where, Person? asker)
    {
        var (orgId, teamId, memberId) = _places[where is Where.Mine ? Where.Team : where];
        return new(_server, asker, orgId, teamId, where is Where.Mine && asker is not null ? asker.Id : memberId);
    }

    /// <summary>What must not show in any answer: the other organisation's ids.</summary>
    public IEnumerable<string> Secrets => new[] { _places[Where.Foreign].OrgId, _places[Where.Foreign].TeamId, _places[Where.Foreign].MemberId }.Select(id => id.ToString());
}

/// <summary>
/// What a row may speak of. Each property makes its thing when first asked for, belonging to <see cref="MemberId"/> of <see cref="TeamId"/>; a new room adds a part: AccessPlaceOfRoom.cs.
/// </summary>
sealed partial class Place(Server server, Person? asker, Guid orgId, Guid teamId, Guid memberId)
{
    Guid? _customer;

    public Person? Asker => asker;
    public Guid OrgId => orgId;
    public Guid TeamId => teamId;
    public Guid MemberId => memberId;

    /// <summary>An id nobody has used.</summary>
    public Guid New => Guid.CreateVersion7();

    public DateOnly Today => DateOnly.FromDateTime(server.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    public Guid Customer => _customer ??= Made(id => new Customer
    {
        OrgId = orgId, Id = id, OwnerId = memberId, TeamId = teamId, Name = $"杭州{id:N}有限公司", ShortName = "客户", Industry = "家具", City = "杭州",
        GradeSince = Today, CreatedAt = server.Clock.GetUtcNow(), UpdatedAt = server.Clock.GetUtcNow(),
    });

    public Guid CustomerInPool => Made(id => new Customer { OrgId = orgId, Id = id, TeamId = teamId, Name = $"杭州{id:N}有限公司", ShortName = "公海", City = "杭州", CreatedAt = Now, UpdatedAt = Now });

    /// <summary>A person at <see cref="Customer"/>.</summary>
    public Guid Contact => Made(id => new Contact { OrgId = orgId, Id = id, CustomerId = Customer, Name = "王莉", Phone = "13800001234" });

    public DateTimeOffset Now => server.Clock.GetUtcNow();

    /// <summary>A visit with its line in the feed.</summary>
    public Guid Visit => Made(
        id => new Visit { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, Day = Today, DeviceAt = Now, CheckedInAt = Now },
        id => new FeedItem { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, CustomerName = "客户", At = Now });

    /// <summary>A visit whose place is kept.</summary>
    public Guid VisitWithPoint => Made(id => new Visit
    {
        OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, Day = Today, DeviceAt = Now, CheckedInAt = Now,
        Latitude = 30.274153, Longitude = 120.155214, Accuracy = 12, PointKept = PointKept.Exact,
    });

    public Guid PlannedVisit => Made(id => new PlannedVisit { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, Day = Today });

    /// <summary>A closed evening on a day of its own: whoever reaches it may read it, and change nothing.</summary>
    public Guid Evening => Made(id => new Evening
    {
        OrgId = orgId, Id = id, TeamId = teamId, Day = new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref _evenings)), State = EveningState.Closed, OpenedAt = Now, ClosedAt = Now,
    });

    public Guid Case => Made(id => new Case { OrgId = orgId, Id = id, TeamId = teamId, MemberId = memberId, BlockedBy = "见不到人", Day = Today, CreatedAt = Now });

    public Guid Story => Made(id => new Story { OrgId = orgId, Id = id, TeamId = teamId, MemberId = memberId, Day = Today, ToldAt = Now, Trigger = StoryTrigger.Own });

    public Guid Commitment => Made(id => new Commitment { OrgId = orgId, Id = id, TeamId = teamId, MemberId = memberId, Text = "约人", Day = Today, DueOn = Today, CreatedAt = Now });

    static int _evenings;

    /// <summary>Puts rows into the database and gives the id they were made with.</summary>
    public Guid Made(params ReadOnlySpan<Func<Guid, object>> rows)
    {
        var id = Guid.CreateVersion7();
        var made = new List<object>();
        foreach (var row in rows) made.Add(row(id));
        server.Writer.Run(orgId, db =>
        {
            db.AddRange(made);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        return id;
    }
}
