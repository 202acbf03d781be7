using Vesper.Customers;
using Vesper.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class StoryTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_deal_signed_today_is_a_story_that_begins_with_its_visits(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var zhe = team.Rep("zhe");
        var customer = await team.Customer("青禾包装", zhe);
        await team.Visited(zhe, customer, VisitOutcome.Rejected, day: team.Today().AddDays(-9));
        await team.Visited(zhe, customer, VisitOutcome.Won, kpMet: true);
        await team.Signed(zhe, customer);
        var id = (await zhe.Tonight()).Item("story").GetProperty("storyId").GetGuid();

        var draft = (await zhe.Get($"/api/stories/{id}")).ShouldBeOk();
        await team.Supervisor.Opened();
        var kept = (await zhe.Get($"/api/stories/{id}")).ShouldBeOk();
        var others = (await team.Rep("lin").Get($"/api/stories/{id}")).ShouldBeOk();

        kept["how"].GetString().ShouldBe(draft["how"].GetString());
        kept["how"].GetString()!.Split('\n').Select(line => line.Contains("下一步", StringComparison.Ordinal)).ShouldBe([false, true], "the next visit tells what came of it");
        kept["how"].GetString()!.ShouldContain($"{team.Today().Month} 月 {team.Today().Day} 日 送样品，见到关键人 15 分钟，成交，下一步：报价");
        kept["trigger"].GetString().ShouldBe("signed");
        kept["stage"].GetString().ShouldBe("sign");
        kept["amountFen"].GetInt64().ShouldBe(10_920_000);
        kept["mine"].GetBoolean().ShouldBeTrue();
        others["how"].GetString().ShouldBe("", "until it is told, only its teller reads it");
    }

    [EachEngine]
    public async Task A_grade_that_rose_from_c_to_a_is_a_story_too(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var customer = await team.Customer("恒泰五金");
        await team.Raised(team.Rep("lin"), customer, Grade.C);

        await team.Supervisor.Opened();
        var id = (await team.Supervisor.Tonight()).Item("story").GetProperty("storyId").GetGuid();

        (await team.Rep("lin").Get($"/api/stories/{id}"))["trigger"].GetString().ShouldBe("cToA");
    }

    [EachEngine]
    public async Task A_drafted_story_written_before_the_evening_stays_the_story_of_its_deal(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        await team.Signed(lin, await team.Customer("云顶家居"));
        var id = (await lin.Tonight()).Item("story").GetProperty("storyId").GetGuid();

        (await lin.Put($"/api/stories/{id}", new { stage = "sign", how = "第三次才见到", methods = "带竞品数据", learned = "先问他怕什么" })).ShouldBeCreated();
        (await lin.Put($"/api/stories/{id}", new { stage = "sign", how = "第三次才见到", methods = "带竞品数据", learned = "先问他怕什么" })).ShouldBeOk();
        await team.Supervisor.Opened();

        var story = (await lin.Get($"/api/stories/{id}")).ShouldBeOk();
        story["how"].GetString().ShouldBe("第三次才见到");
        story["trigger"].GetString().ShouldBe("signed");
        story["customerName"].GetString().ShouldBe("云顶家居");
        (await lin.Tonight()).List("items").Count(item => item.Text("kind") == "story").ShouldBe(1);
    }

    [EachEngine]
    public async Task Who_offers_to_share_is_on_tonights_list_and_gets_thanks_and_tries_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, jia) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"));
        var id = Guid.CreateVersion7();
        (await lin.Put($"/api/stories/{id}", new { stage = "develop", how = "从仓库进的门", methods = "", learned = "" })).ShouldBeCreated();
        (await zhe.Put($"/api/stories/{id}/thanks", new { })).ShouldBeProblem(409, "story.not-told");
        await team.Supervisor.Opened();
        (await team.Supervisor.GoesTo("story")).GetProperty("current").GetProperty("story").Text("how").ShouldBe("从仓库进的门");

        (await zhe.Put($"/api/stories/{id}/thanks", new { })).ShouldBeOk();
        (await zhe.Put($"/api/stories/{id}/thanks", new { })).ShouldBeOk()["thanks"].GetInt32().ShouldBe(1);
        (await lin.Put($"/api/stories/{id}/thanks", new { })).ShouldBeProblem(409, "story.own");
        (await jia.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "story", originId = id, dueOn = team.Today().AddDays(1) })).ShouldBeCreated()["text"].GetString().ShouldBe("试试小林的做法");
        (await jia.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "story", originId = id, dueOn = team.Today().AddDays(1) })).ShouldBeOk();

        var story = (await lin.Get($"/api/stories/{id}")).ShouldBeOk();
        story["told"].GetBoolean().ShouldBeTrue();
        story["tries"].EnumerateArray().ShouldHaveSingleItem().Text("name").ShouldBe("佳佳");
        (await zhe.Get($"/api/stories/{id}"))["iThanked"].GetBoolean().ShouldBeTrue();
        (await jia.Get($"/api/stories/{id}"))["iTry"].GetBoolean().ShouldBeTrue();
    }

    [EachEngine]
    public async Task Bad_input_of_a_story_is_told(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        var neighbour = (await team.AnotherTeamAsync()).Rep("lin");
        var (id, body) = (Guid.CreateVersion7(), new { stage = "sign", how = "", methods = "", learned = "" });
        (await lin.Put($"/api/stories/{id}", body)).ShouldBeCreated();

        (await team.Rep("zhe").Put($"/api/stories/{id}", body)).ShouldBeProblem(409, "story.not-yours");
        (await neighbour.Put($"/api/stories/{id}", body)).ShouldBeProblem(404, "not-found");
        (await neighbour.Get($"/api/stories/{id}")).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/stories/{id}", body with { how = new string('长', 1001) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/stories/{id}", body with { learned = new string('长', 501) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Get($"/api/stories/{Guid.CreateVersion7()}")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public void A_long_history_begins_with_whole_lines_only()
    {
        var visits = Enumerable.Range(1, 30).Select(n => new global::Vesper.Evenings.StoryDraft.VisitLine(
            default, new(2026, 3, n), new(2026, 3, n, 9, 0, 0, TimeSpan.Zero), new string('长', 90), VisitOutcome.Open, null, null, "")).ToList();

        var how = global::Vesper.Evenings.StoryDraft.How(visits);

        how.Length.ShouldBeLessThanOrEqualTo(1000);
        how.Split('\n').ShouldAllBe(line => line.EndsWith("待定"));
        how.Split('\n')[^1].ShouldStartWith("3 月 30 日");
    }
}
