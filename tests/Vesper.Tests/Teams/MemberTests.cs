using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class MemberTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_member_who_left_is_out_at_once_and_stays_out_with_her_old_cookie(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var lin = team.Rep("lin");
        (await lin.Get("/api/me")).ShouldBeOk();

        (await State(admin, lin, "left")).ShouldBeEmpty();
        (await lin.Get("/api/me")).ShouldBeProblem(401, "session.required");
        (await SignIn(lin)).ShouldBeProblem(401, "session.wrong");

        (await State(admin, lin, "active")).ShouldBeEmpty();
        (await lin.Get("/api/me")).ShouldBeProblem(401, "session.required");
        (await SignIn(lin)).ShouldBeOk();
    }

    [EachEngine]
    public async Task Her_open_stream_ends_too(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        using var phone = await team.Rep("lin").Listen();

        (await State(admin, team.Rep("lin"), "left")).ShouldBeEmpty();

        await Should.ThrowAsync<EndOfStreamException>(async () =>
        {
            while (true) await phone.Next();
        });
    }

    [EachEngine]
    public async Task Somebody_stays_administrator(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);

        (await State(admin, admin, "left")).ShouldBeProblem(409, "member.last-admin");
        (await Change(admin, admin, team.Id, Role.Rep)).ShouldBeProblem(409, "member.last-admin");

        var second = await team.JoinAsync("second", "二号", Role.Hr, admin: true);
        (await Change(admin, admin, team.Id, Role.Rep)).ShouldBeOk();
        (await admin.Get("/api/units")).ShouldBeProblem(403, "access.denied");
        (await State(second, second, "left")).ShouldBeProblem(409, "member.last-admin");
    }

    [EachEngine]
    public async Task Hr_keeps_members_but_makes_no_administrator(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var hr = await team.JoinAsync("hr", "人事", Role.Hr);

        (await Change(hr, team.Rep("lin"), team.Id, Role.Lead)).ShouldBeOk()["role"].GetString().ShouldBe("lead");
        (await Change(hr, team.Rep("lin"), team.Id, Role.Admin)).ShouldBeProblem(403, "access.denied");
        (await State(hr, admin, "left")).ShouldBeProblem(403, "access.denied");
        (await hr.Post($"/api/members/{admin.Id}/welcome")).ShouldBeProblem(403, "access.denied");
        (await Change(hr, hr, team.Id, Role.Manager)).ShouldBeProblem(409, "member.own-rights");
    }

    [EachEngine]
    public async Task A_new_role_counts_from_the_next_request(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        (await team.Rep("lin").Get("/api/members")).ShouldBeProblem(403, "access.denied");

        (await Change(admin, team.Rep("lin"), team.Id, Role.Supervisor)).ShouldBeOk();

        (await team.Rep("lin").Get("/api/members")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(3);
    }

    [EachEngine]
    public async Task A_supervisor_lists_his_team_and_a_manager_her_subtree(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var other = await team.AnotherTeamAsync();
        var manager = await team.JoinAsync("manager", "经理", Role.Manager);

        foreach (var leader in new[] { team.Supervisor, manager })
        {
            var seen = (await leader.Get("/api/members")).ShouldBeOk()["items"].EnumerateArray().Select(m => m.GetProperty("unitId").GetGuid()).Distinct().ToList();
            seen.ShouldBe([team.Id]);
            (await leader.Get($"/api/join-code?unitId={other.Id}")).ShouldBeProblem(404, "not-found");
        }
        (await admin.Get("/api/members")).ShouldBeOk()["items"].EnumerateArray().Select(m => m.GetProperty("unitId").GetGuid()).ShouldContain(other.Id);
    }

    [EachEngine]
    public async Task An_invited_member_chooses_her_password_once(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var wang = new Person(team.Server, Guid.CreateVersion7(), "王莉", Role.Rep, $"w{Guid.CreateVersion7():N}", "her-own-password");
        var link = (await admin.Post("/api/members", new { id = wang.Id, name = wang.Name, account = wang.Account, role = "rep", unitId = team.Id })).ShouldBeCreated();
        var welcome = $"/api/welcome/{link["code"].GetString()}";

        (await SignIn(wang)).ShouldBeProblem(401, "session.wrong");
        (await wang.Post("/api/session", new { account = wang.Account, password = link["code"].GetString() })).ShouldBeProblem(403, "session.one-time");
        (await wang.Get(welcome)).ShouldBeOk()["account"].GetString().ShouldBe(wang.Account);
        (await wang.Post(welcome, new { password = "short" })).ShouldBeProblem(400, "request.invalid");
        (await wang.Post(welcome, new { password = wang.Password })).ShouldBeOk()["name"].GetString().ShouldBe("王莉");

        (await wang.Get("/api/me")).ShouldBeOk();
        (await wang.OnAnotherDevice().Post(welcome, new { password = "somebody-else" })).ShouldBeProblem(404, "not-found");
        (await SignIn(wang.OnAnotherDevice())).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_forgotten_password_is_replaced_by_a_new_link_and_old_sessions_end(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var lin = team.Rep("lin");
        var first = (await admin.Post($"/api/members/{lin.Id}/welcome")).ShouldBeOk();
        var second = (await admin.Post($"/api/members/{lin.Id}/welcome")).ShouldBeOk();
        (await lin.Get("/api/me")).ShouldBeOk();

        (await lin.OnAnotherDevice().Get($"/api/welcome/{first["code"].GetString()}")).ShouldBeProblem(404, "not-found");
        (await lin.OnAnotherDevice().Post($"/api/welcome/{second["code"].GetString()}", new { password = "her-own-password" })).ShouldBeOk();

        (await lin.Get("/api/me")).ShouldBeProblem(401, "session.required");
        (await SignIn(lin)).ShouldBeProblem(401, "session.wrong");
    }

    [EachEngine]
    public async Task An_account_name_is_invited_once_on_the_whole_server(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var taken = (await vesper.On(engine).ATeamOf(1)).Rep("lin").Account;

        (await admin.Post("/api/members", new { id = Guid.CreateVersion7(), name = "王莉", account = taken.ToUpperInvariant(), role = "rep", unitId = team.Id }))
            .ShouldBeProblem(409, "account.taken");
    }

    [EachEngine]
    public async Task A_member_is_not_moved_into_another_organisation(Engine engine)
    {
        var (team, admin) = await WithAdminAsync(engine);
        var foreign = await vesper.On(engine).ATeamOf(1);

        (await Change(admin, team.Rep("lin"), foreign.Id, Role.Rep)).ShouldBeProblem(404, "not-found");
        (await Change(admin, foreign.Rep("lin"), team.Id, Role.Rep)).ShouldBeProblem(404, "not-found");
        (await State(admin, foreign.Rep("lin"), "left")).ShouldBeProblem(404, "not-found");
        (await State(admin, team.Rep("lin"), "waiting")).ShouldBeProblem(409, "member.waiting");
        (await admin.Put($"/api/members/{team.Rep("lin").Id}/state", new { state = "fired" })).ShouldBeProblem(400, "request.malformed");
    }

    async Task<(Team Team, Person Admin)> WithAdminAsync(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        return (team, await team.JoinAsync("admin", "管理员", Role.Admin, admin: true));
    }

    static Task<Answer> State(Person by, Person of, string state) => by.Put($"/api/members/{of.Id}/state", new { state });

    static Task<Answer> Change(Person by, Person of, Guid unitId, Role role) =>
        by.Put($"/api/members/{of.Id}", new { name = of.Name, shortName = of.Name, role = role.ToString().ToLowerInvariant(), admin = false, unitId });

    static Task<Answer> SignIn(Person person) => person.Post("/api/session", new { account = person.Account, password = person.Password });
}
