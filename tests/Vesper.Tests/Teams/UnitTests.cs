using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class UnitTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_tree_grows_moves_and_never_bites_its_tail(Engine engine)
    {
        var (admin, root, _) = await TreeAsync(engine);
        var (city, team) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await Put(admin, city, "宁波", "city", root)).ShouldBeCreated();
        (await Put(admin, team, "海曙战队", "team", city)).ShouldBeCreated();
        (await Put(admin, team, "海曙一队", "team", city)).ShouldBeOk()["name"].GetString().ShouldBe("海曙一队");

        (await Put(admin, city, "宁波", "city", team)).ShouldBeProblem(409, "unit.cycle");
        (await Put(admin, city, "宁波", "city", city)).ShouldBeProblem(409, "unit.cycle");
        (await Put(admin, team, "海曙一队", "team", root)).ShouldBeOk()["parentId"].GetGuid().ShouldBe(root);
    }

    [EachEngine]
    public async Task The_organisation_stays_the_only_root(Engine engine)
    {
        var (admin, root, team) = await TreeAsync(engine);

        (await Put(admin, root, "换个名字", "root", null)).ShouldBeOk();
        (await Put(admin, root, "换个名字", "city", team)).ShouldBeProblem(409, "unit.root");
        (await Put(admin, Guid.CreateVersion7(), "第二个", "root", null)).ShouldBeProblem(409, "unit.root");
        (await Put(admin, Guid.CreateVersion7(), "没有上级", "team", null)).ShouldBeProblem(409, "unit.root");
        (await admin.Delete($"/api/units/{root}")).ShouldBeProblem(409, "unit.root");
    }

    [EachEngine]
    public async Task Only_an_empty_unit_goes(Engine engine)
    {
        var (admin, root, team) = await TreeAsync(engine);
        var (city, squad) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Put(admin, city, "宁波", "city", root);
        await Put(admin, squad, "一组", "team", city);

        (await admin.Delete($"/api/units/{team}")).ShouldBeProblem(409, "unit.not-empty");
        (await admin.Delete($"/api/units/{city}")).ShouldBeProblem(409, "unit.not-empty");
        (await admin.Delete($"/api/units/{squad}")).ShouldBeEmpty();
        (await admin.Delete($"/api/units/{city}")).ShouldBeEmpty();
        (await admin.Delete($"/api/units/{city}")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_manager_sees_a_team_from_the_moment_it_moves_below_her(Engine engine)
    {
        var (admin, root, _) = await TreeAsync(engine);
        var (city, squad) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Put(admin, city, "宁波", "city", root);
        await Put(admin, squad, "一组", "team", root);
        var manager = await InviteAsync(admin, city, "manager");
        (await Units(manager)).ShouldBe([city]);

        (await Put(admin, squad, "一组", "team", city)).ShouldBeOk();

        (await Units(manager)).ShouldBe([city, squad], ignoreOrder: true);
    }

    [EachEngine]
    public async Task Nonsense_and_foreign_parents_change_nothing(Engine engine)
    {
        var (admin, root, _) = await TreeAsync(engine);
        var foreign = await vesper.On(engine).ATeamOf(0);

        (await Put(admin, Guid.CreateVersion7(), "  ", "team", root)).ShouldBeProblem(400, "request.invalid");
        (await Put(admin, Guid.CreateVersion7(), new string('长', 41), "team", root)).ShouldBeProblem(400, "request.invalid");
        (await Put(admin, Guid.CreateVersion7(), "一组", "galaxy", root)).ShouldBeProblem(400, "request.malformed");
        (await Put(admin, Guid.CreateVersion7(), "一组", "team", foreign.Id)).ShouldBeProblem(404, "not-found");
        (await Units(admin)).Count.ShouldBe(2);
    }

    async Task<(Person Admin, Guid Root, Guid Team)> TreeAsync(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(0);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        var root = (await admin.Get("/api/units")).ShouldBeOk().Body.EnumerateArray().Single(unit => unit.GetProperty("kind").GetString() == "root");
        return (admin, root.GetProperty("id").GetGuid(), team.Id);
    }

    static async Task<Person> InviteAsync(Person admin, Guid unitId, string role)
    {
        var invited = admin.Invited($"m{Guid.CreateVersion7():N}");
        var link = (await admin.Post("/api/members", new { id = invited.Id, name = "方经理", account = invited.Account, role, unitId })).ShouldBeCreated();
        (await invited.Post($"/api/welcome/{link["code"].GetString()}", new { password = invited.Password })).ShouldBeOk();
        return invited;
    }

    static async Task<List<Guid>> Units(Person person) => [.. (await person.Get("/api/units")).ShouldBeOk().Body.EnumerateArray().Select(unit => unit.GetProperty("id").GetGuid())];

    static Task<Answer> Put(Person by, Guid id, string name, string kind, Guid? parentId) => by.Put($"/api/units/{id}", new { name, kind, parentId, position = 0 });
}
