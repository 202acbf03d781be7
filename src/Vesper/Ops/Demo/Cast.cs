using Vesper.Kit.Access;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>A team on the road, and where it sells.</summary>
sealed record Crew(Unit Unit, Member Supervisor, IReadOnlyList<Member> Reps, IReadOnlyList<Town> Towns)
{
    public IEnumerable<Member> All => [Supervisor, .. Reps];
}

/// <summary>The people of the demo: those of the scenes by name, the others from the lists.</summary>
sealed class Cast
{
    public static readonly IReadOnlyList<string> Scenes = ["陈主管", "小林", "阿哲", "佳佳", "大伟", "小雨", "老郑", "阿敏"];

    /// <summary>The least that holds the scenes: three teams and four desks.</summary>
    public const int Least = 26;

    readonly DemoRows _rows;
    readonly DemoDays _days;
    readonly Dice _dice;
    readonly string? _hash;
    readonly string _accounts;
    readonly HashSet<string> _names = [], _shorts = [.. Scenes];
    readonly Unit _root;

    public Cast(DemoRows rows, DemoDays days, DemoSize size, string? passwordHash)
    {
        (_rows, _days, _hash, _accounts, _dice) = (rows, days, passwordHash, size.Accounts, new(size.Seed, "cast"));
        rows.Organisations.Add(new Organisation { Id = rows.OrgId, Name = "浙江启航数贸科技", Preset = Preset.Company, Opens = WorkHours.None.Opens, Closes = WorkHours.None.Closes, Demo = size.Accounts.Length == 0, CreatedAt = size.Accounts.Length == 0 ? days.At(days.First, 8) : days.Now });
        _root = Unit(null, UnitKind.Root, "浙江启航数贸科技");
        var region = Unit(_root, UnitKind.Region, "浙江大区");
        Manager = Person(region, "许文清", "许经理", Role.Manager, "manager", 900);
        Person(_root, "夏燕", "小夏", Role.Support, "support", 700);
        Person(_root, "汪琳", "汪老师", Role.Hr, "hr", 800);
        Person(_root, "孙浩", "孙工", Role.Admin, "admin", 1000, admin: true);
        Crews = [.. Build(region, size.Members - 4)];
    }

    public Member Manager { get; }

    /// <summary>杭州东区战队 first: it plays the scenes.</summary>
    public IReadOnlyList<Crew> Crews { get; }

    public Crew East => Crews[0];

    public Member Named(string shortName) => East.All.First(member => member.ShortName == shortName);

    IEnumerable<Crew> Build(Unit region, int people)
    {
        var hangzhou = Unit(region, UnitKind.City, "杭州");
        yield return SceneTeam(hangzhou);
        people -= 8;

        var ningbo = Unit(region, UnitKind.City, "宁波", 1);
        var teams = new List<(Unit City, string Name, IReadOnlyList<Town> Towns)> { (hangzhou, "杭州西区战队", Places.WestHangzhou), (ningbo, "宁波战队", Places.Ningbo) };
        foreach (var (name, city, towns) in Places.More.Take(Math.Max(0, (people + 11) / 12 - 2)))
            teams.Add((Unit(region, UnitKind.City, city, teams.Count), name, towns));

        for (var i = 0; i < teams.Count; i++)
        {
            var size = people / (teams.Count - i);
            people -= size;
            yield return Team(teams[i].City, teams[i].Name, teams[i].Towns, size, i + 2);
        }
    }

    Crew SceneTeam(Unit city)
    {
        var unit = Unit(city, UnitKind.Team, "杭州东区战队");
        var chen = Person(unit, "陈建明", "陈主管", Role.Supervisor, "supervisor", 1400);
        return new(unit, chen,
        [
            Person(unit, "林晓雯", "小林", Role.Rep, "rep", 70),
            Person(unit, "周哲", "阿哲", Role.Rep, "rep2", 520),
            Person(unit, "何佳怡", "佳佳", Role.Rep, "rep3", 240),
            Person(unit, "徐伟", "大伟", Role.Rep, null, 130),
            Person(unit, "沈雨桐", "小雨", Role.Rep, null, 310),
            Person(unit, "郑国平", "老郑", Role.Lead, null, 1900),
            Person(unit, "钱敏", "阿敏", Role.Rep, null, 400, consent: false),
        ], Places.EastHangzhou);
    }

    Crew Team(Unit city, string name, IReadOnlyList<Town> towns, int size, int number)
    {
        var unit = Unit(city, UnitKind.Team, name, number);
        var head = Names.New(_dice, _names);
        var supervisor = Person(unit, head, head[..1] + "主管", Role.Supervisor, $"supervisor{number}", _dice.Between(500, 2000));
        return new(unit, supervisor, [.. Enumerable.Range(0, size - 1).Select(n =>
        {
            var own = Names.New(_dice, _names);
            return Person(unit, own, Names.Short(_dice, own, _shorts), n == 0 ? Role.Lead : Role.Rep, null, _dice.Between(95, 1200));
        })], towns);
    }

    Unit Unit(Unit? parent, UnitKind kind, string name, int position = 0)
    {
        var unit = new Unit { OrgId = _rows.OrgId, Id = _dice.Id(_days.At(_days.First, 8)), ParentId = parent?.Id, Kind = kind, Name = name, Position = position };
        _rows.Units.Add(unit);
        return unit;
    }

    Member Person(Unit unit, string name, string shortName, Role role, string? account, int daysHere, bool admin = false, bool consent = true)
    {
        var joined = _days.Today.AddDays(-daysHere);
        var member = new Member
        {
            OrgId = _rows.OrgId, Id = _dice.Id(_days.At(_days.First, 8.5)), UnitId = unit.Id, Name = name, ShortName = shortName,
            Role = role, Admin = admin, State = MemberState.Active, JoinedOn = joined,
        };
        _rows.Members.Add(member);
        _rows.Accounts.Add(Account(member.Id, _accounts + (account ?? $"member{_rows.Members.Count}")));
        Consent(member, 1, true, _days.At(_days.First, 9));
        if (!consent) Consent(member, 2, false, _days.At(_days.Ago(9), 12.4));
        return member;
    }

    void Consent(Member member, int version, bool given, DateTimeOffset at) =>
        _rows.Consents.Add(new() { OrgId = _rows.OrgId, Id = _dice.Id(at), MemberId = member.Id, Version = version, Given = given, TextVersion = LocationText.At(DateOnly.FromDateTime(at.UtcDateTime)), At = at });

    // One hash for all of them: the password is on the sign-in page.
    Account Account(Guid id, string name) => new()
    {
        Id = id, OrgId = _rows.OrgId, UserName = name, NormalizedUserName = name.ToUpperInvariant(), PasswordHash = _hash,
        SecurityStamp = _dice.Id(_days.Now).ToString("N"), ConcurrencyStamp = _dice.Id(_days.Now).ToString("N"), LockoutEnabled = true,
    };
}
