using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class CommitmentTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_asker_and_nobody_else_takes_an_advice_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, jia) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"));
        var asked = await lin.Asks("价格", await team.Customer("云顶家居"));
        var advice = await zhe.Advises(asked, "带一份竞品数据");
        var (id, due) = (Guid.CreateVersion7(), team.Today().AddDays(1));

        (await jia.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "advice", originId = advice, dueOn = due })).ShouldBeProblem(409, "advice.not-asker");
        (await lin.Put($"/api/commitments/{id}", new { origin = "advice", originId = advice, dueOn = due })).ShouldBeCreated();
        (await lin.Put($"/api/commitments/{id}", new { origin = "advice", originId = advice, dueOn = due })).ShouldBeOk();
        (await lin.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "advice", originId = advice, dueOn = due })).ShouldBeOk()["id"].GetGuid().ShouldBe(id);
        (await zhe.Put($"/api/commitments/{id}", new { origin = "own", text = "x", dueOn = due })).ShouldBeProblem(409, "commitment.not-yours");

        var seen = (await zhe.Get($"/api/cases/{asked}")).ShouldBeOk();
        seen["state"].GetString().ShouldBe("answered");
        var card = seen["advices"].EnumerateArray().ShouldHaveSingleItem();
        card.GetProperty("accepted").GetBoolean().ShouldBeTrue();
        card.GetProperty("commitment").Text("dueOn").ShouldBe(due.ToString("yyyy-MM-dd"));
        var mine = (await lin.Get("/api/commitments?of=mine"))["items"].EnumerateArray().ShouldHaveSingleItem();
        mine.Text("text").ShouldBe("带一份竞品数据");
        mine.Text("customerName").ShouldBe("云顶家居");
        mine.GetProperty("due").GetBoolean().ShouldBeFalse();
        (await zhe.Get("/api/commitments?of=team"))["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("mine").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task Dates_outside_sense_and_empty_words_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        Task<Answer> Promise(object body) => lin.Put($"/api/commitments/{Guid.CreateVersion7()}", body);

        (await Promise(new { origin = "own", text = "约人", dueOn = team.Today().AddDays(-1) })).ShouldBeProblem(409, "commitment.due");
        (await Promise(new { origin = "own", text = "约人", dueOn = team.Today().AddYears(1).AddDays(1) })).ShouldBeProblem(409, "commitment.due");
        (await Promise(new { origin = "own", text = "约人" })).ShouldBeProblem(409, "commitment.due");
        (await Promise(new { origin = "own", text = "约人", dueOn = "2026-02-30" })).ShouldBeProblem(400, "request.malformed");
        (await Promise(new { origin = "own", text = " ", dueOn = team.Today() })).ShouldBeProblem(409, "commitment.empty");
        (await Promise(new { origin = "own", text = new string('长', 301), dueOn = team.Today() })).ShouldBeProblem(400, "request.invalid");
        (await Promise(new { origin = "duty", text = "x", dueOn = team.Today() })).ShouldBeProblem(409, "commitment.origin");
        (await Promise(new { origin = "advice", originId = Guid.CreateVersion7(), dueOn = team.Today() })).ShouldBeProblem(404, "not-found");
        (await Promise(new { origin = "story", originId = Guid.CreateVersion7(), dueOn = team.Today() })).ShouldBeProblem(404, "not-found");

        (await lin.Get("/api/commitments"))["items"].EnumerateArray().ShouldBeEmpty();
        (await Promise(new { origin = "own", text = "约人", dueOn = team.Today().AddYears(1) })).ShouldBeCreated();
    }

    [EachEngine]
    public async Task Only_who_promised_answers(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, id) = (team.Rep("lin"), Guid.CreateVersion7());
        (await lin.Put($"/api/commitments/{id}", new { origin = "own", text = "约财务总监", dueOn = team.Today() })).ShouldBeCreated();

        (await team.Rep("zhe").Put($"/api/commitments/{id}/answer", new { state = "done", result = "" })).ShouldBeProblem(409, "commitment.not-yours");
        (await lin.Put($"/api/commitments/{id}/answer", new { state = "open", result = "" })).ShouldBeProblem(409, "commitment.answer");
        (await lin.Put($"/api/commitments/{id}/answer", new { state = "done", result = new string('长', 301) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/commitments/{Guid.CreateVersion7()}/answer", new { state = "done", result = "" })).ShouldBeProblem(404, "not-found");
        ((await vesper.On(engine).ATeamOf(1)).Rep("lin") is var stranger).ShouldBeTrue();
        (await stranger.Put($"/api/commitments/{id}/answer", new { state = "done", result = "" })).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/commitments/{id}/answer", new { state = "changed", result = "改约了采购 👍" })).ShouldBeOk();
        (await lin.Put($"/api/commitments/{id}/answer", new { state = "changed", result = "改约了采购 👍" })).ShouldBeOk()["result"].GetString().ShouldBe("改约了采购 👍");
    }
}
