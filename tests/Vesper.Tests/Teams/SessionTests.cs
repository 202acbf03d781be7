using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class SessionTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Who_signs_in_is_known(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        var me = (await team.Rep("lin").Get("/api/me")).ShouldBeOk();

        me["shortName"].GetString().ShouldBe("小林");
        me["role"].GetString().ShouldBe("rep");
        me["teamName"].GetString().ShouldBe("东区战队");
    }

    [EachEngine]
    public async Task Without_a_session_there_is_a_clear_answer(Engine engine)
    {
        var server = await vesper.On(engine);
        var stranger = new Person(server, default, "", Role.Rep, "", "");

        (await stranger.Get("/api/me")).ShouldBeProblem(401, "session.required");
        (await stranger.Get("/api/nowhere")).ShouldBeProblem(404, "not-found");
        (await stranger.Post("/api/session", new { account = "nobody", password = "wrong-one" })).ShouldBeProblem(401, "session.wrong");
        (await stranger.Send(HttpMethod.Post, "/api/session", "{\"account\":")).ShouldBeProblem(400, "request.malformed");
        (await stranger.Post("/api/session", new { account = new string('a', 41), password = "x" })).ShouldBeProblem(400, "request.invalid");
    }

    [EachEngine]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");

        for (var i = 0; i < 4; i++) (await Try(lin, "wrong")).ShouldBeProblem(401, "session.wrong");
        (await Try(lin, "wrong")).ShouldBeProblem(423, "session.locked");
        (await Try(lin, lin.Password)).ShouldBeProblem(423, "session.locked");
    }

    [EachEngine]
    public async Task Signing_out_everywhere_ends_the_other_phone_at_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (phone, tablet) = (team.Rep("lin"), team.Rep("lin").OnAnotherDevice());
        await tablet.SignIn();

        (await phone.Delete("/api/session?everywhere=true")).ShouldBeEmpty();

        (await tablet.Get("/api/me")).ShouldBeProblem(401, "session.required");
    }

    [EachEngine]
    public async Task A_new_password_ends_the_other_devices_and_keeps_this_one(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (phone, tablet) = (team.Rep("lin"), team.Rep("lin").OnAnotherDevice());
        await tablet.SignIn();

        (await phone.Put("/api/me/password", new { current = "wrong-one", next = "quite-another" })).ShouldBeProblem(409, "password.wrong");
        (await phone.Put("/api/me/password", new { current = phone.Password, next = "short" })).ShouldBeProblem(400, "request.invalid");
        (await phone.Put("/api/me/password", new { current = phone.Password, next = "quite-another" })).ShouldBeEmpty();

        (await phone.Get("/api/me")).ShouldBeOk();
        (await tablet.Get("/api/me")).ShouldBeProblem(401, "session.required");
        (await Try(phone, phone.Password)).ShouldBeProblem(401, "session.wrong");
        (await Try(phone, "quite-another")).ShouldBeOk();
    }

    [EachEngine]
    public async Task Another_site_cannot_act_with_my_cookie(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        (await Answer.Of(await lin.Http.SendAsync(request))).ShouldBeProblem(403, "request.cross-site");
        (await lin.Get("/api/me")).ShouldBeOk();
    }

    [EachEngine]
    public async Task There_are_no_demo_accounts_without_a_demo(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");

        (await lin.Get("/api/demo")).ShouldBeProblem(404, "not-found");
    }

    static Task<Answer> Try(Person person, string password) => person.OnAnotherDevice().Post("/api/session", new { account = person.Account, password });
}
