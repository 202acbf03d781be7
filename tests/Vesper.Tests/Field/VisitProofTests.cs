using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class VisitProofTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_pictures_that_prove_a_visit_open_to_its_maker_and_her_direct_supervisor_alone(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, sign) = (team.Rep("lin"), Guid.CreateVersion7());
        var visit = await lin.Visit(await team.Customer("云顶家居"));
        (await lin.Photo(sign, Pictures.Png)).ShouldBeCreated();
        (await lin.Put($"/api/visits/{visit}/proof", new { photoIds = new[] { sign } })).ShouldBeOk();
        var path = $"/api/visits/{visit}/proof";

        var hers = (await lin.Get(path)).ShouldBeOk();
        (hers["photoIds"][0].GetGuid(), hers["level"].GetString()).ShouldBe((sign, "strong"));

        var his = (await team.Supervisor.Get(path)).ShouldBeOk();
        (his["photoIds"][0].GetGuid(), his["memberName"].GetString(), his["customerName"].GetString()).ShouldBe((sign, "小林", "云顶家居"));
        his["level"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "the organisation does not share levels");
        (await team.Supervisor.Get($"/api/photos/{sign}")).Status.ShouldBe(200);

        (await team.Rep("zhe").Get(path)).ShouldBeProblem(404, "not-found");
        (await (await team.JoinAsync("jing", "经理", Role.Manager)).Get(path)).ShouldBeProblem(404, "not-found");
        (await (await team.AnotherTeamAsync()).Supervisor.Get(path)).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task The_day_of_a_team_says_how_many_pictures_and_whether_the_word_was_given(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, sign, visit) = (team.Rep("lin"), Guid.CreateVersion7(), Guid.CreateVersion7());
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        (await admin.Put("/api/field-rules", new { opens = "00:00:00", closes = "00:00:00", evidenceShared = true })).ShouldBeOk();
        server.Clock.Advance(TimeSpan.FromDays(8));

        (await lin.CheckIn(await team.Customer("云顶家居"), visit, at: server.Clock.GetUtcNow(), more: new { askWord = true })).ShouldBeCreated();
        (await lin.Photo(sign, Pictures.Png)).ShouldBeCreated();
        (await lin.Put($"/api/visits/{visit}/proof", new { photoIds = new[] { sign } })).ShouldBeOk();
        (await team.Supervisor.Put($"/api/visits/{visit}/word", new { })).ShouldBeEmpty();

        var row = (await team.Supervisor.Get($"/api/visit-evidence?day={server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}")).ShouldBeOk().Body.EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("level").GetString(), row.GetProperty("photos").GetInt32(), row.GetProperty("wordGiven").GetBoolean()).ShouldBe(("strong", 1, true));
        (await team.Supervisor.Get($"/api/visits/{visit}/proof"))["level"].GetString().ShouldBe("strong");
    }
}
