using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class JoinTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Who_scans_the_code_waits_until_the_supervisor_admits_her(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var chen = team.Supervisor;
        using var phone = await chen.Listen();
        var code = (await chen.Get("/api/join-code")).ShouldBeOk();
        code["url"].GetString()!.ShouldEndWith($"/join/{code["code"].GetString()}");

        var wang = Newcomer(team);
        (await wang.Get(Door(code))).ShouldBeOk()["team"].GetString().ShouldBe("东区战队");
        (await wang.Post(Door(code), Joining(wang))).ShouldBeCreated();
        await phone.Next("member.waiting");
        (await SignIn(wang)).ShouldBeProblem(403, "session.waiting");

        (await Waiting(chen)).ShouldBe([wang.Id]);
        (await chen.Put($"/api/members/{wang.Id}/admission", new { })).ShouldBeEmpty();

        (await SignIn(wang)).ShouldBeOk()["role"].GetString().ShouldBe("rep");
        await phone.Next("member.changed");
        (await chen.Put($"/api/members/{wang.Id}/admission", new { })).ShouldBeEmpty();
        (await Waiting(chen)).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Joining_twice_with_the_same_id_is_joining_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (code, wang) = ((await team.Supervisor.Get("/api/join-code")).ShouldBeOk(), Newcomer(team));

        (await wang.Post(Door(code), Joining(wang))).ShouldBeCreated();
        (await wang.Post(Door(code), Joining(wang))).ShouldBeOk();
        (await Newcomer(team).Post(Door(code), Joining(wang) with { Id = Guid.CreateVersion7() })).ShouldBeProblem(409, "account.taken");
        (await Newcomer(team).Post(Door(code), Joining(wang) with { Password = "another-one" })).ShouldBeProblem(409, "account.taken");

        (await Waiting(team.Supervisor)).ShouldBe([wang.Id]);
    }

    [EachEngine]
    public async Task Of_many_who_want_one_account_name_at_once_one_gets_it(Engine engine)
    {
        var server = await vesper.On(engine);
        var teams = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Team.InNewOrganisationAsync(server, 0)));
        var codes = await Task.WhenAll(teams.Select(async team => (await team.Supervisor.Get("/api/join-code")).ShouldBeOk()));
        var name = $"same-{Guid.CreateVersion7():N}";

        var answers = await Task.WhenAll(codes.SelectMany(code => new[] { code, code }).Select(code =>
            Newcomer(teams[0]).Post(Door(code), new Form(Guid.CreateVersion7(), "小王", name, "long-enough"))));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Code == "account.taken");
    }

    [EachEngine]
    public async Task Nothing_is_kept_of_somebody_who_was_turned_away(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (code, wang) = ((await team.Supervisor.Get("/api/join-code")).ShouldBeOk(), Newcomer(team));
        (await wang.Post(Door(code), Joining(wang))).ShouldBeCreated();

        (await team.Supervisor.Delete($"/api/members/{wang.Id}/admission")).ShouldBeEmpty();

        (await SignIn(wang)).ShouldBeProblem(401, "session.wrong");
        (await team.Supervisor.Put($"/api/members/{wang.Id}/admission", new { })).ShouldBeProblem(404, "not-found");
        (await team.Server.Db().Accounts.CountAsync(account => account.Id == wang.Id)).ShouldBe(0);
        (await team.Supervisor.Delete($"/api/members/{team.Rep("lin").Id}/admission")).ShouldBeProblem(409, "member.admitted");
    }

    [EachEngine]
    public async Task A_new_code_makes_the_old_one_worthless(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(0);
        var old = (await team.Supervisor.Get("/api/join-code")).ShouldBeOk();
        (await team.Supervisor.Get("/api/join-code")).ShouldBeOk()["code"].GetString().ShouldBe(old["code"].GetString());

        var fresh = (await team.Supervisor.Post("/api/join-code")).ShouldBeOk();

        (await Newcomer(team).Get(Door(old))).ShouldBeProblem(404, "not-found");
        (await Newcomer(team).Get(Door(fresh).ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("/api/joincode", "/api/join-code", StringComparison.Ordinal))).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_code_ends_after_seven_days_and_guessing_after_twenty_tries(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Team.InNewOrganisationAsync(server, 0);
        var code = (await team.Supervisor.Get("/api/join-code")).ShouldBeOk();

        server.Clock.Advance(TimeSpan.FromDays(7.01));
        for (var i = 0; i < 20; i++) (await Newcomer(team).Get(i % 2 == 0 ? Door(code) : "/api/join/not-a-code")).ShouldBeProblem(404, "not-found");

        (await Newcomer(team).Get(Door(code))).ShouldBeProblem(429, "request.too-many");
    }

    [EachEngine]
    public async Task A_supervisor_of_another_team_admits_nobody_here(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(0);
        var other = await team.AnotherTeamAsync(0);
        var (code, wang) = ((await team.Supervisor.Get("/api/join-code")).ShouldBeOk(), Newcomer(team));
        (await wang.Post(Door(code), Joining(wang))).ShouldBeCreated();

        (await other.Supervisor.Put($"/api/members/{wang.Id}/admission", new { })).ShouldBeProblem(404, "not-found");
        (await Waiting(other.Supervisor)).ShouldBeEmpty();
        (await SignIn(wang)).ShouldBeProblem(403, "session.waiting");
    }

    [EachEngine]
    [InlineData("", "long-enough")]
    [InlineData("王\u0007莉", "long-enough")]
    [InlineData("王\0莉", "long-enough")]
    [InlineData("名字长到超过四十个字符的人名字长到超过四十个字符的人名字长到超过四十个字符的人名字", "long-enough")]
    [InlineData("王莉", "short")]
    public async Task A_name_nobody_can_read_or_a_short_password_joins_nothing(Engine engine, string name, string password)
    {
        var team = await vesper.On(engine).ATeamOf(0);
        var (code, wang) = ((await team.Supervisor.Get("/api/join-code")).ShouldBeOk(), Newcomer(team));

        (await wang.Post(Door(code), Joining(wang) with { Name = name, Password = password })).ShouldBeProblem(400, "request.invalid");
        (await Waiting(team.Supervisor)).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Names_of_all_scripts_are_names(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(0);
        var code = (await team.Supervisor.Get("/api/join-code")).ShouldBeOk();
        foreach (var name in new[] { "阿卜杜拉·买买提", "José-María O'Neil", "𠮷野家", "<script>alert(1)</script>" })
        {
            var newcomer = Newcomer(team);
            (await newcomer.Post(Door(code), Joining(newcomer) with { Name = name })).ShouldBeCreated();
            var shown = (await team.Supervisor.Get("/api/members?state=waiting")).ShouldBeOk()["items"].EnumerateArray().Single(m => m.GetProperty("id").GetGuid() == newcomer.Id);
            shown.GetProperty("name").GetString().ShouldBe(name);
        }
    }

    sealed record Form(Guid Id, string Name, string Account, string Password);

    static Person Newcomer(Team team) => new(team.Server, Guid.CreateVersion7(), "王莉莉", Role.Rep, $"w{Guid.CreateVersion7():N}", "long-enough");

    static Form Joining(Person person) => new(person.Id, person.Name, person.Account, person.Password);

    static string Door(Answer code) => $"/api/join/{code["code"].GetString()}";

    static Task<Answer> SignIn(Person person) => person.Post("/api/session", new { account = person.Account, password = person.Password });

    static async Task<List<Guid>> Waiting(Person person) =>
        [.. (await person.Get("/api/members?state=waiting")).ShouldBeOk()["items"].EnumerateArray().Select(member => member.GetProperty("id").GetGuid())];
}
