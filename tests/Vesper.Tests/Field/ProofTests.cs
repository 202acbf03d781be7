using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class ProofTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Without_a_position_a_door_sign_proves_the_visit(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer, photo) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());
        (await lin.Photo(photo, Pictures.Jpeg)).ShouldBeCreated();

        var visit = (await lin.CheckIn(customer, more: new { photoIds = new[] { photo } })).ShouldBeCreated();

        (visit["evidence"].GetString(), Reasons(visit)).ShouldBe(("strong", "otherProof"));
        visit["photoIds"][0].GetGuid().ShouldBe(photo);
    }

    [EachEngine]
    public async Task A_signature_may_follow_and_is_taken_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, photo, others) = (team.Rep("lin"), Guid.CreateVersion7(), Guid.CreateVersion7());
        var visit = await lin.Visit(await team.Customer("云顶家居"));
        (await lin.Photo(photo, Pictures.Png)).ShouldBeCreated();
        (await team.Rep("zhe").Photo(others, Pictures.Png)).ShouldBeCreated();

        (await lin.Put($"/api/visits/{visit}/proof", new { photoIds = new[] { others } })).ShouldBeProblem(409, "photo.unknown");
        (await lin.Put($"/api/visits/{visit}/proof", new { })).ShouldBeOk()["evidence"].GetString().ShouldBe("weak");
        (await lin.Put($"/api/visits/{visit}/proof", new { photoIds = new[] { photo } })).ShouldBeOk()["evidence"].GetString().ShouldBe("strong");
        (await lin.Put($"/api/visits/{visit}/proof", new { photoIds = new[] { photo } })).ShouldBeOk()["photoIds"].GetArrayLength().ShouldBe(1);
        (await team.Rep("zhe").Put($"/api/visits/{visit}/proof", new { })).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_picture_that_never_came_does_not_hold_the_check_in_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        var visit = (await team.Rep("lin").CheckIn(await team.Customer("云顶家居"), more: new { photoIds = new[] { Guid.CreateVersion7() } })).ShouldBeCreated();

        (visit["photoIds"].GetArrayLength(), Reasons(visit)).ShouldBe((0, "noPosition"));
    }

    [EachEngine]
    public async Task The_supervisor_gives_his_word_with_one_tap(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, chen, visit) = (team.Rep("lin"), team.Supervisor, Guid.CreateVersion7());
        using var his = await chen.Listen();
        using var hers = await lin.Listen();

        (await lin.CheckIn(await team.Customer("云顶家居"), visit, more: new { askWord = true })).ShouldBeCreated()["wordAsked"].GetBoolean().ShouldBeTrue();

        (await his.Next("word.asked")).GetProperty("of").GetProperty("visitId").GetGuid().ShouldBe(visit);
        var asked = (await chen.Get("/api/words")).ShouldBeOk().Body.EnumerateArray().ShouldHaveSingleItem();
        (asked.GetProperty("memberName").GetString(), asked.GetProperty("customerName").GetString()).ShouldBe(("小林", "云顶家居"));
        (await chen.Get("/api/notices"))["items"][0].GetProperty("kind").GetString().ShouldBe("word-wanted");

        (await chen.Put($"/api/visits/{visit}/word", new { })).ShouldBeEmpty();
        (await chen.Put($"/api/visits/{visit}/word", new { })).ShouldBeEmpty();

        await hers.Next("word.given");
        var seen = (await lin.Get("/api/today"))["visits"][0].GetProperty("visit");
        (seen.GetProperty("evidence").GetString(), seen.GetProperty("wordGiven").GetBoolean()).ShouldBe(("strong", true));
        (await chen.Get("/api/words")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task Only_her_own_supervisor_is_asked_and_only_when_she_asks(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var other = await team.AnotherTeamAsync();
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));

        (await team.Supervisor.Put($"/api/visits/{visit}/word", new { })).ShouldBeProblem(404, "not-found");
        (await team.Rep("lin").Put($"/api/visits/{visit}/proof", new { askWord = true })).ShouldBeOk();
        (await other.Supervisor.Get("/api/words")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        (await other.Supervisor.Put($"/api/visits/{visit}/word", new { })).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Put($"/api/visits/{visit}/word", new { })).ShouldBeProblem(403, "access.denied");
    }

    [EachEngine]
    public async Task Who_has_nobody_above_her_hears_so_and_her_check_in_stands(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, customer, visit) = (team.Supervisor, await team.Customer("云顶家居"), Guid.CreateVersion7());

        (await chen.CheckIn(customer, visit, more: new { askWord = true })).ShouldBeCreated()["wordAsked"].GetBoolean().ShouldBeFalse();
        (await chen.Put($"/api/visits/{visit}/proof", new { askWord = true })).ShouldBeProblem(409, "word.nobody");
    }

    [EachEngine]
    public async Task The_level_is_shared_a_week_after_it_was_announced_and_never_the_point(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, admin) = (team.Rep("lin"), await team.JoinAsync("admin", "管理员", Role.Admin, admin: true));
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        object Rules(bool shared) => new { opens = "00:00:00", closes = "00:00:00", evidenceShared = shared };
        async Task<Answer> Seen() => await team.Supervisor.Get($"/api/visit-evidence?day={server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}");
        async Task<Answer> Visit(double latitude) => await lin.CheckIn(await team.Customer("云顶家居"), point: new { latitude, longitude = 120.155187, accuracy = 12.5 }, at: server.Clock.GetUtcNow());

        (await Visit(30.274112)).ShouldBeCreated();
        (await Seen()).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        (await team.Supervisor.Put("/api/field-rules", Rules(true))).ShouldBeProblem(403, "access.denied");
        (await admin.Put("/api/field-rules", Rules(true))).ShouldBeOk();
        (await Seen()).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        (await lin.Get("/api/notices"))["items"][0].GetProperty("kind").GetString().ShouldBe("evidence-shared");
        (await lin.Get("/api/check-in-terms"))["evidenceSharedFrom"].GetString().ShouldNotBeNull();

        server.Clock.Advance(TimeSpan.FromDays(7));
        (await Visit(30.274355)).ShouldBeCreated();
        var seen = (await Seen()).ShouldBeOk();
        seen.Body.EnumerateArray().ShouldHaveSingleItem().GetProperty("level").GetString().ShouldBe("fair"); // no address is known
        seen.Text.ShouldNotContain("30.27");

        (await admin.Put("/api/field-rules", Rules(false))).ShouldBeOk();
        (await Seen()).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
    }

    static string Reasons(Answer visit) => string.Join(' ', visit["evidenceReasons"].EnumerateArray().Select(reason => reason.GetString()));
}
