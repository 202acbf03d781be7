using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class CaseTests(Vesper vesper) : IClassFixture<Vesper>
{
    /// <summary>Right to left, four-byte Chinese, a family of joined emoji: kept as they were typed.</summary>
    const string AnyScript = "老板说\u202Eمرحبا\u202C 𠮷田 👨‍👩‍👧 再说吧";

    [EachEngine]
    public async Task A_case_stands_in_tonights_agenda_with_its_words_whole(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var customer = await team.Customer("云顶家居");

        var id = await lin.Asks(AnyScript, customer);

        var seen = (await team.Supervisor.Get($"/api/cases/{id}")).ShouldBeOk();
        seen["blockedBy"].GetString().ShouldBe(AnyScript);
        seen["customerName"].GetString().ShouldBe("云顶家居");
        seen["industry"].GetString().ShouldBe("家具");
        seen["mine"].GetBoolean().ShouldBeFalse();
        (await lin.Get("/api/cases"))["items"].EnumerateArray().ShouldHaveSingleItem().Id().ShouldBe(id);
        (await lin.Tonight()).Item("case").Text("title").ShouldBe($"云顶家居：{AnyScript}");
    }

    [EachEngine]
    public async Task A_case_sent_twice_is_one_and_its_owner_may_say_it_better(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");
        var (id, body) = (Guid.CreateVersion7(), new { stage = "follow", kpMet = false, blockedBy = "价格", wanted = "" });

        (await lin.Put($"/api/cases/{id}", body)).ShouldBeCreated();
        (await lin.Put($"/api/cases/{id}", body)).ShouldBeOk();
        (await lin.Put($"/api/cases/{id}", body with { blockedBy = "对手低三成" })).ShouldBeOk()["blockedBy"].GetString().ShouldBe("对手低三成");

        (await lin.Get("/api/cases"))["items"].EnumerateArray().ShouldHaveSingleItem();
    }

    [EachEngine]
    public async Task Bad_input_of_a_case_is_told_and_nothing_is_written(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var stranger = (await vesper.On(engine).ATeamOf(1)).Rep("lin");
        var neighbour = (await team.AnotherTeamAsync()).Rep("lin");
        var (id, body) = (await lin.Asks("价格"), new { customerId = (Guid?)null, stage = "follow", kpMet = false, blockedBy = "x", wanted = "" });

        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { blockedBy = new string('长', 301) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { wanted = new string('长', 201) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { blockedBy = "a\0b" })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { blockedBy = "  " })).ShouldBeProblem(409, "case.empty");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { stage = "9" })).ShouldBeProblem(400, "request.malformed");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { customerId = Guid.CreateVersion7() })).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/cases/{Guid.CreateVersion7()}", body with { customerId = (await team.Customer("青禾包装", zhe)).Id })).ShouldBeProblem(404, "not-found");
        (await lin.Send(HttpMethod.Put, $"/api/cases/{Guid.CreateVersion7()}", "{")).ShouldBeProblem(400, "request.malformed");
        (await zhe.Put($"/api/cases/{id}", body)).ShouldBeProblem(409, "case.not-yours");
        (await zhe.Delete($"/api/cases/{id}")).ShouldBeProblem(409, "case.not-yours");
        (await neighbour.Put($"/api/cases/{id}", body)).ShouldBeProblem(404, "not-found");
        (await neighbour.Get($"/api/cases/{id}")).ShouldBeProblem(404, "not-found");
        (await stranger.Get($"/api/cases/{id}")).ShouldBeProblem(404, "not-found");
        (await stranger.Delete($"/api/cases/{id}")).ShouldBeProblem(404, "not-found");

        (await lin.Get("/api/cases"))["items"].EnumerateArray().ShouldHaveSingleItem().Text("blockedBy").ShouldBe("价格");
    }

    [EachEngine]
    public async Task A_withdrawn_case_is_gone_from_the_list(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var id = await lin.Asks("价格");

        (await lin.Delete($"/api/cases/{id}")).ShouldBeEmpty();
        (await lin.Delete($"/api/cases/{id}")).ShouldBeEmpty();

        (await lin.Get("/api/cases"))["items"].EnumerateArray().ShouldBeEmpty();
        (await lin.Put($"/api/cases/{id}", new { stage = "follow", kpMet = false, blockedBy = "x", wanted = "" })).ShouldBeProblem(409, "case.settled");
        (await team.Supervisor.Put($"/api/cases/{id}/advices/{Guid.CreateVersion7()}", new { text = "约" })).ShouldBeProblem(409, "case.settled");
    }

    [EachEngine]
    public async Task A_call_for_help_is_a_draft_that_anyone_may_open_before_the_evening(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Visited(team.Rep("lin"), await team.Customer("云顶家居"), help: "老板儿子不见人");
        var id = (await team.Rep("zhe").Tonight()).Item("case").GetProperty("caseId").GetGuid();

        (await team.Rep("zhe").Get($"/api/cases/{id}")).ShouldBeOk()["blockedBy"].GetString().ShouldBe("老板儿子不见人");
        (await team.Rep("zhe").Put($"/api/cases/{id}", new { stage = "follow", kpMet = false, blockedBy = "x", wanted = "" })).ShouldBeProblem(409, "case.not-yours");
        await team.Rep("zhe").Advises(id, "先约前台");
        await team.Rep("lin").Asks("儿子只见同学", await team.Customer("中泰纸业"), id);

        var tonight = await team.Supervisor.Tonight();
        tonight.List("items").Count(item => item.Text("kind") == "case").ShouldBe(1);
        tonight.Item("case").GetProperty("caseId").GetGuid().ShouldBe(id);
        (await team.Supervisor.Get($"/api/cases/{id}"))["advices"].EnumerateArray().ShouldHaveSingleItem().Text("text").ShouldBe("先约前台");
    }

    [EachEngine]
    public async Task Advice_sent_twice_is_one_card_and_nobody_writes_under_anothers_name(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, jia) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"));
        var id = await lin.Asks("价格");
        var advice = Guid.CreateVersion7();

        (await zhe.Put($"/api/cases/{id}/advices/{advice}", new { text = AnyScript })).ShouldBeCreated();
        (await zhe.Put($"/api/cases/{id}/advices/{advice}", new { text = AnyScript })).ShouldBeOk()["text"].GetString().ShouldBe(AnyScript);
        (await jia.Put($"/api/cases/{id}/advices/{advice}", new { text = "我的" })).ShouldBeProblem(409, "advice.not-yours");
        (await lin.Put($"/api/cases/{id}/advices/{Guid.CreateVersion7()}", new { text = "自己想的" })).ShouldBeProblem(409, "advice.own-case");
        (await zhe.Put($"/api/cases/{id}/advices/{Guid.CreateVersion7()}", new { text = new string('长', 301) })).ShouldBeProblem(400, "request.invalid");
        (await zhe.Put($"/api/cases/{id}/advices/{Guid.CreateVersion7()}", new { text = "" })).ShouldBeProblem(400, "request.invalid");
        (await zhe.Put($"/api/cases/{Guid.CreateVersion7()}/advices/{Guid.CreateVersion7()}", new { text = "约" })).ShouldBeProblem(404, "not-found");

        (await lin.Get($"/api/cases/{id}"))["advices"].EnumerateArray().ShouldHaveSingleItem();
    }

    [EachEngine]
    public async Task A_case_raised_while_the_evening_runs_waits_beside_the_list(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Supervisor.Opened();

        var id = await team.Rep("lin").Asks("价格");
        var evening = await team.Supervisor.Tonight();
        var left = evening.List("leftOut").Single(item => item.GetProperty("caseId").GetGuid() == id);
        var added = (await team.Supervisor.Put($"/api/evenings/{evening.Id()}/agenda",
            new { version = evening.Version(), items = evening.AsTheyAre().Append(new { id = left.Id(), minutes = 4 }) })).ShouldBeOk().Body;

        added.Item("case").GetProperty("caseId").GetGuid().ShouldBe(id);
        added.List("items").Last().Text("kind").ShouldBe("checkout");
        added.List("leftOut").ShouldNotContain(item => item.Id() == left.Id());
    }

    [EachEngine]
    public async Task Whoever_signed_in_the_same_industry_is_proposed_as_adviser(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var zhe = team.Rep("zhe");
        await team.Signed(zhe, await team.Customer("青禾家具", zhe), day: team.Today().AddDays(-30));
        var asked = await team.Rep("lin").Asks("价格", await team.Customer("云顶家居"));
        await team.Supervisor.Opened();

        var adviser = (await team.Supervisor.GoesTo("case")).GetProperty("current").GetProperty("case").List("advisers").ShouldHaveSingleItem();

        adviser.Text("name").ShouldBe("阿哲");
        adviser.Text("reason").ShouldBe("家具签过 1 单");
        (await team.Rep("lin").Get($"/api/cases/{asked}"))["advisers"].EnumerateArray().Count().ShouldBe(1);
    }

    [EachEngine]
    public async Task A_case_withdrawn_during_the_evening_leaves_the_list(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var id = await team.Rep("lin").Asks("价格");
        (await team.Supervisor.Opened()).Item("case").GetProperty("caseId").GetGuid().ShouldBe(id);

        (await team.Rep("lin").Delete($"/api/cases/{id}")).ShouldBeEmpty();

        (await team.Supervisor.Tonight()).List("items").ShouldNotContain(item => item.Text("kind") == "case");
    }

    [EachEngine]
    public async Task A_key_person_never_met_becomes_a_case_only_when_it_has_a_place(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var unseen = await Unseen(team, "云顶家居");
        foreach (var blocked in new[] { "价格", "对手", "账期" }) await lin.Asks(blocked);

        var tonight = await team.Supervisor.Tonight();
        var signal = tonight.List("leftOut").Single(left => left.Text("title") == "怎么见到云顶家居的关键人？");
        await team.Supervisor.Opened();
        (await lin.Get("/api/cases"))["items"].EnumerateArray().Count().ShouldBe(3);

        var other = await vesper.On(engine).ATeamOf(1);
        await Unseen(other, "青禾包装");
        var wanted = (await other.Supervisor.Tonight()).Item("case");
        (await other.Supervisor.Opened()).Item("case").Id().ShouldBe(wanted.Id());
        (await other.Rep("lin").Get("/api/cases"))["items"].EnumerateArray().ShouldHaveSingleItem().Text("customerName").ShouldBe("青禾包装");
        signal.Text("reason").ShouldNotBeEmpty();
        unseen.ShouldNotBe(Guid.Empty);
    }

    static async Task<Guid> Unseen(Team team, string name)
    {
        var customer = await team.Customer(name);
        await team.Server.Writer.Run(team.OrgId, async db => (await db.Set<global::Vesper.Customers.Customer>().FindAsync(team.OrgId, customer.Id))!.VisitsWithoutKp = 2);
        return await team.Visited(team.Rep("lin"), customer);
    }

    [EachEngine]
    public async Task The_desk_has_no_part_in_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var desk = await team.JoinAsync("desk", "支持台", Role.Support);

        (await desk.Get($"/api/cases?teamId={team.Id}")).ShouldBeProblem(403, "access.denied");
        (await desk.Get($"/api/evenings/tonight?teamId={team.Id}")).ShouldBeProblem(403, "access.denied");
    }
}
