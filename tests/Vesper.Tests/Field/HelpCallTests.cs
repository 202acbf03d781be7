using System.Text.Json;
using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class HelpCallTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Help_now_on_an_outcome_rings_the_supervisor_and_the_desk_and_the_first_answer_stops_the_clock(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var desk = await team.JoinAsync("desk", "小支", Role.Support);
        var visit = await WantsHelp(team);
        using var hears = await team.Supervisor.Listen();
        using var rings = await desk.Listen();
        using var waits = await team.Rep("lin").Listen();

        var clock = (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();
        (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeOk()["calledAt"].GetDateTimeOffset().ShouldBe(clock["calledAt"].GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));

        (clock["until"].GetDateTimeOffset() - clock["calledAt"].GetDateTimeOffset()).ShouldBe(TimeSpan.FromMinutes(15));
        (await hears.Next("help.rang")).GetProperty("of").GetProperty("memberName").GetString().ShouldBe("小林");
        (await rings.Next("help.rang")).GetProperty("of").GetProperty("customerName").GetString().ShouldBe("云顶家居");

        (await desk.Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "我发你一份同类案例", isAnswer = true })).ShouldBeCreated();
        (await waits.Next("help.answered")).GetProperty("of").GetProperty("itemId").GetGuid().ShouldBe(visit);
        var call = (await Calls(team.Rep("lin"))).ShouldHaveSingleItem();
        call.GetProperty("state").GetString().ShouldBe("answered");
        call.GetProperty("answers")[0].GetProperty("text").GetString().ShouldBe("我发你一份同类案例");
        (await team.Rep("zhe").Feed())[0].GetProperty("call").GetProperty("answeredAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [EachEngine]
    public async Task Nobody_answered_in_a_quarter_of_an_hour_and_it_goes_on_to_the_manager_once(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(2);
        var boss = await team.JoinAsync("boss", "王经理", Role.Manager);
        var visit = await WantsHelp(team);
        (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();
        using var live = await boss.Listen();

        await team.RunNow("help-escalation");
        (await Calls(boss)).ShouldBeEmpty();
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        await team.RunNow("help-escalation");
        var escalated = (await Calls(boss)).ShouldHaveSingleItem().GetProperty("clock").GetProperty("escalatedAt").GetDateTimeOffset();
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await team.RunNow("help-escalation");

        (await live.Next("help.rang")).GetProperty("of").GetProperty("itemId").GetGuid().ShouldBe(visit);
        (await Calls(boss)).ShouldHaveSingleItem().GetProperty("clock").GetProperty("escalatedAt").GetDateTimeOffset().ShouldBe(escalated);
        (await boss.Get("/api/notices")).ShouldBeOk()["items"].EnumerateArray().Count(notice => notice.GetProperty("kind").GetString() == "help-now").ShouldBe(1);
        (await Calls(team.Rep("lin"))).ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("late");
    }

    [EachEngine]
    public async Task The_desk_reads_what_the_call_names_and_nothing_else(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var desk = await team.JoinAsync("desk", "小支", Role.Support);
        var quiet = await team.Rep("lin").Visit(await team.Customer("青禾包装"));
        var visit = await WantsHelp(team);
        (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();
        (await team.Rep("zhe").Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "队里的悄悄话" })).ShouldBeCreated();

        var call = (await Calls(desk)).ShouldHaveSingleItem();
        call.GetProperty("customerName").GetString().ShouldBe("云顶家居");
        call.GetProperty("text").GetString().ShouldBe("谁有同类案例?");
        call.GetRawText().ShouldNotContain("悄悄话");
        (await desk.Get($"/api/feed/{visit}/comments")).ShouldBeOk().Text.ShouldNotContain("悄悄话");
        (await desk.Feed()).ShouldBeEmpty();
        (await desk.Get($"/api/feed/{visit}")).ShouldBeProblem(404, "not-found");
        (await desk.Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "闲聊" })).ShouldBeProblem(403, "access.denied");
        (await desk.Put($"/api/feed/{quiet}/comments/{Guid.CreateVersion7()}", new { text = "答", isAnswer = true })).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task From_a_doorway_it_is_a_line_of_its_own_and_its_answer_stands_at_the_visit(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var customer = await team.Customer("云顶家居");
        var (lin, visit, id) = (team.Rep("lin"), await team.Rep("lin").Visit(customer), Guid.CreateVersion7());

        (await lin.Put($"/api/help-calls/{id}", new { visitId = visit })).ShouldBeProblem(409, "help.empty");
        (await lin.Put($"/api/help-calls/{id}", new { text = "老板要看同行合同", visitId = visit })).ShouldBeCreated();
        (await lin.Put($"/api/help-calls/{id}", new { text = "老板要看同行合同", visitId = visit })).ShouldBeOk();
        (await team.Rep("zhe").Put($"/api/feed/{id}/comments/{Guid.CreateVersion7()}", new { text = "发你了", isAnswer = true })).ShouldBeCreated();

        var line = (await team.Rep("zhe").Feed())[0];
        (line.GetProperty("kind").GetString(), line.GetProperty("customerName").GetString(), line.GetProperty("body").GetString()).ShouldBe(("help", "云顶家居", "老板要看同行合同"));
        var seen = (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk()["visits"][0];
        seen.GetProperty("answers")[0].GetProperty("text").GetString().ShouldBe("发你了");
    }

    [EachEngine]
    public async Task Whose_visit_it_is_calls_and_nobody_answers_herself(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var visit = await WantsHelp(team);
        var stranger = (await team.AnotherTeamAsync()).Rep("lin");

        (await team.Rep("zhe").Put($"/api/help-calls/{visit}", new { })).ShouldBeProblem(404, "not-found");
        (await stranger.Put($"/api/help-calls/{Guid.CreateVersion7()}", new { text = "?", visitId = visit })).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Put($"/api/help-calls/{Guid.CreateVersion7()}", new { text = "?", customerId = (await team.Customer("青禾包装")).Id })).ShouldBeProblem(404, "not-found");
        (await team.Rep("lin").Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "我自己答", isAnswer = true })).ShouldBeProblem(409, "answer.own");
        (await Calls(team.Supervisor)).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task An_outcome_said_anew_does_not_end_a_call_that_rings(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var visit = await WantsHelp(team);
        (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();

        (await team.Rep("lin").End(visit, new { outcome = "advanced" })).ShouldBeOk();

        var line = (await team.Supervisor.Feed()).ShouldHaveSingleItem();
        (line.GetProperty("helpWanted").GetBoolean(), line.GetProperty("text").GetString()).ShouldBe((true, "谁有同类案例?"));
    }

    [EachEngine]
    public async Task An_answer_taken_back_starts_nothing_anew_but_the_clock_is_open_again(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (visit, answer) = (await WantsHelp(team), Guid.CreateVersion7());
        (await team.Rep("lin").Put($"/api/help-calls/{visit}", new { })).ShouldBeCreated();
        (await team.Rep("zhe").Put($"/api/feed/{visit}/comments/{answer}", new { text = "我来", isAnswer = true })).ShouldBeCreated();

        (await team.Rep("zhe").Delete($"/api/feed/{visit}/comments/{answer}")).ShouldBeEmpty();

        (await Calls(team.Supervisor)).ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("rings");
    }

    [EachEngine]
    public async Task What_the_feed_answered_is_an_advice_of_the_evenings_case_and_can_be_taken(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, answer) = (team.Rep("lin"), Guid.CreateVersion7());
        var visit = await WantsHelp(team);
        (await team.Rep("zhe").Put($"/api/feed/{visit}/comments/{answer}", new { text = "带上次展会的报价去", isAnswer = true })).ShouldBeCreated();
        var tonight = (await lin.Get("/api/evenings/tonight")).ShouldBeOk();
        var caseId = tonight["items"].EnumerateArray().First(item => item.GetProperty("kind").GetString() == "case").GetProperty("caseId").GetGuid();

        var shown = (await lin.Get($"/api/cases/{caseId}")).ShouldBeOk();
        shown["visitId"].GetGuid().ShouldBe(visit);
        shown["advices"][0].GetProperty("id").GetGuid().ShouldBe(answer);
        (await team.Rep("jia").Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "advice", originId = answer, text = "", dueOn = Tomorrow(team) })).ShouldBeProblem(409, "advice.not-asker");
        (await lin.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "advice", originId = answer, text = "", dueOn = Tomorrow(team) })).ShouldBeCreated()["text"].GetString().ShouldBe("带上次展会的报价去");

        var taken = (await lin.Get($"/api/cases/{caseId}")).ShouldBeOk();
        taken["state"].GetString().ShouldBe("answered");
        taken["advices"].EnumerateArray().ShouldHaveSingleItem().GetProperty("accepted").GetBoolean().ShouldBeTrue();
    }

    static async Task<Guid> WantsHelp(Team team)
    {
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        (await team.Rep("lin").End(visit, new { outcome = "open", helpWanted = true, helpText = "谁有同类案例?" })).ShouldBeOk();
        return visit;
    }

    static DateOnly Tomorrow(Team team) => DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8)).AddDays(1);

    static async Task<List<JsonElement>> Calls(Person person) => [.. (await person.Get("/api/help-calls")).ShouldBeOk()["items"].EnumerateArray()];
}
