using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class OutcomeTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_team_reads_the_outcome_and_the_call_for_help(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        using var live = await team.Rep("zhe").Listen();

        (await team.Rep("lin").End(visit, new { outcome = "advanced", kpMet = true, kpMinutes = 15, helpWanted = true, helpText = "谁有同类案例?", note = "只给自己看" })).ShouldBeOk();

        await live.Next("visit.ended");
        var line = (await team.Rep("zhe").Feed()).ShouldHaveSingleItem();
        line.GetProperty("outcome").GetString().ShouldBe("advanced");
        line.GetProperty("kpMinutes").GetInt32().ShouldBe(15);
        line.GetProperty("text").GetString().ShouldBe("谁有同类案例?");
        line.GetRawText().ShouldNotContain("只给自己看");
    }

    [EachEngine]
    public async Task Until_the_day_ends_the_last_word_counts(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var visit = await lin.Visit(await team.Customer("云顶家居"));

        (await lin.End(visit, new { outcome = "open" })).ShouldBeOk();
        (await lin.End(visit, new { outcome = "rejected" })).ShouldBeOk();

        (await lin.Get("/api/today"))["rejections"].GetInt32().ShouldBe(1);
        (await lin.Feed()).ShouldHaveSingleItem().GetProperty("outcome").GetString().ShouldBe("rejected");
    }

    [EachEngine]
    public async Task The_next_day_the_outcome_stays_but_the_first_may_come_late(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var (ended, forgotten) = (await lin.Visit(customer), await lin.Visit(customer));
        (await lin.End(ended, new { outcome = "open", facts = new[] { new { kind = "need", text = "想做外贸" } } })).ShouldBeOk();

        var said = server.Clock.GetUtcNow();
        server.Clock.Advance(TimeSpan.FromDays(1));

        (await lin.End(ended, new { outcome = "open", facts = new[] { new { kind = "need", text = "想做外贸" } } })).ShouldBeOk();
        (await lin.End(ended, new { outcome = "won" })).ShouldBeProblem(409, "visit.closed");
        (await lin.End(ended, new { outcome = "advanced", deviceAt = said })).ShouldBeOk()["outcome"].GetString().ShouldBe("advanced", "said on the day, sent the next morning");
        (await lin.End(forgotten, new { outcome = "rejected" })).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_visit_or_contact_of_somebody_else_is_not_found(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var visit = await lin.Visit(await team.Customer("云顶家居"));

        (await zhe.End(visit, new { outcome = "won" })).ShouldBeProblem(404, "not-found");
        (await lin.End(Guid.CreateVersion7(), new { outcome = "won" })).ShouldBeProblem(404, "not-found");
        (await lin.End(visit, new { outcome = "won", kpMet = true, contactId = Guid.CreateVersion7() })).ShouldBeProblem(404, "not-found");
        (await lin.Feed()).ShouldHaveSingleItem().GetProperty("outcome").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    public static IEnumerable<object[]> BadOutcomes =>
    [
        ["""{"kpMet":true}""", 400, "request.invalid"],
        ["""{"outcome":"sold"}""", 400, "request.malformed"],
        ["""{"outcome":"won","kpMinutes":601}""", 400, "request.invalid"],
        [$$"""{"outcome":"open","nextStep":"{{new string('长', 201)}}"}""", 400, "request.invalid"],
        [$$"""{"outcome":"open","helpWanted":true,"helpText":"{{new string('长', 301)}}"}""", 400, "request.invalid"],
        ["""{"outcome":"open","note":"a\u0000b"}""", 400, "request.invalid"],
        ["""{"outcome":"open","facts":[{"text":"?"}]}""", 400, "request.invalid"],
        ["""{"outcome":"open","facts":[{"kind":"budget","amountFen":-1}]}""", 400, "request.invalid"],
        ["""{"outcome":"open","nextOn":"2020-01-01"}""", 409, "visit.date"],
        ["""{"outcome":"open","facts":[{"kind":"time","date":"2099-01-01"}]}""", 409, "visit.date"],
        ["""{"outcome":""", 400, "request.malformed"],
    ];

    [EachEngine]
    [MemberData(nameof(BadOutcomes))]
    public async Task Nonsense_is_answered_and_not_written(Engine engine, string body, int status, string code)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));

        (await team.Rep("lin").Send(HttpMethod.Put, $"/api/visits/{visit}/outcome", body)).ShouldBeProblem(status, code);
        (await team.Rep("lin").Get("/api/today"))["visits"][0].GetProperty("visit").GetProperty("endedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
