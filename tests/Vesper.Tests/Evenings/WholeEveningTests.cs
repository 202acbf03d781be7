using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

/// <summary>Scene 5 of the product: plan → open → four acts → close → minutes → the next day asks.</summary>
public sealed class WholeEveningTests(Vesper vesper) : IClassFixture<Vesper>
{
    /// <summary>A Monday, half past six in Hangzhou.</summary>
    static readonly DateTimeOffset Monday = new(2027, 3, 1, 10, 30, 0, TimeSpan.Zero);

    [EachEngine]
    public async Task One_evening_from_plan_to_the_next_days_question(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 7);
        var (lin, zhe, jia, four) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"), team.Rep("rep4"));
        var cloud = await team.Customer("云顶家居");
        await team.Visited(lin, cloud, VisitOutcome.Rejected, help: "老板儿子不见人");
        for (var i = 0; i < 3; i++) await team.Visited(jia, await team.Customer($"客户{i}", jia), VisitOutcome.Rejected);
        await team.Signed(zhe, await team.Customer("青禾包装", zhe));
        await team.Raised(four, await team.Customer("恒泰五金", four), Grade.C);
        var (price, late) = (await jia.Asks("对手报价低三成"), await four.Asks("总说下个月"));

        // Plan: it fits; the host brings in the third case, which had no place.
        var planned = await team.Supervisor.Tonight();
        planned.GetProperty("minutes").GetInt32().ShouldBeLessThanOrEqualTo(30);
        planned.List("items").Where(item => item.Text("kind") == "story").Sum(item => item.List("subjects").Count()).ShouldBe(2);
        var third = planned.List("leftOut").ShouldHaveSingleItem();
        (await team.Supervisor.Put($"/api/evenings/{planned.Id()}/agenda", new { version = 0, items = planned.AsTheyAre().Append(new { id = third.Id(), minutes = 5 }) })).ShouldBeOk()
            .Body.List("items").Count(item => item.Text("kind") == "case").ShouldBe(3);

        // Open, and Relief.
        var evening = await team.Supervisor.Opened();
        var path = $"/api/evenings/{evening.Id()}";
        foreach (var rep in team.Reps) await rep.Comes(evening);
        foreach (var rep in team.Reps) (await rep.Put($"{path}/mood", new { mood = 2 })).ShouldBeOk();
        (await jia.Put($"{path}/turn", new { wants = true })).ShouldBeOk();

        // Nourish: two leave with accepted advice, one does not.
        var caseItems = evening.List("items").Where(item => item.Text("kind") == "case").ToList();
        foreach (var item in caseItems) (await team.Supervisor.Goes(await team.Supervisor.Tonight(), item.Id())).ShouldBeOk();
        var help = caseItems.SelectMany(item => item.List("subjects")).Select(subject => subject.GetProperty("caseId").GetGuid()).Single(id => id != price && id != late);
        await lin.Takes(await zhe.Advises(help, "带一份出口数据"), team.Today().AddDays(1));
        await jia.Takes(await zhe.Advises(price, "先算总成本"), team.Today().AddDays(1));
        await zhe.Advises(late, "问他怕什么");

        // Lift: told, thanked, tried.
        foreach (var item in evening.List("items").Where(item => item.Text("kind") == "story")) (await team.Supervisor.Goes(await team.Supervisor.Tonight(), item.Id())).ShouldBeOk();
        var story = evening.Item("story").GetProperty("storyId").GetGuid();
        (await lin.Put($"/api/stories/{story}/thanks", new { })).ShouldBeOk();
        (await lin.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "story", originId = story, dueOn = team.Today().AddDays(1) })).ShouldBeCreated();

        // Checkout.
        await team.Supervisor.GoesTo("checkout");
        var out1 = (await lin.Put($"{path}/checkout", new { takeaway = "advice", firstVisit = new { customerId = cloud.Id, purpose = "见儿子" } })).ShouldBeOk();
        (await lin.Put($"{path}/checkout", new { takeaway = "advice", firstVisit = new { customerId = cloud.Id, purpose = "见儿子" } })).ShouldBeOk();
        (await lin.Put($"{path}/checkout", new { takeaway = "thanks", firstVisit = new { customerId = Guid.CreateVersion7(), purpose = "" } })).ShouldBeProblem(404, "not-found");
        out1["members"].EnumerateArray().Single(member => member.GetProperty("memberId").GetGuid() == lin.Id).Text("firstVisit").ShouldBe("云顶家居 · 见儿子");

        // Close.
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        (await team.Supervisor.Closes()).Text("state").ShouldBe("closed");
        await using (var db = server.Db())
        {
            (await db.Set<PlannedVisit>().Where(visit => visit.MemberId == lin.Id).ToListAsync()).ShouldHaveSingleItem().Day.ShouldBe(new(2027, 3, 2));
        }
        var duty = (await team.Supervisor.Get("/api/commitments"))["items"].EnumerateArray().ShouldHaveSingleItem();
        duty.Text("origin").ShouldBe("duty");
        duty.Text("dueOn").ShouldBe("2027-03-02");

        // Minutes: everything but Relief.
        var minutes = (await lin.Get($"{path}/minutes")).ShouldBeOk();
        minutes["cases"].EnumerateArray().Select(one => one.Text("outcome")).Order().ShouldBe(["answered", "answered", "duty"]);
        minutes["stories"].EnumerateArray().Count().ShouldBe(2);
        minutes["commitments"].EnumerateArray().Count().ShouldBe(4);
        minutes["present"].EnumerateArray().Count().ShouldBe(8);
        minutes["heard"].EnumerateArray().Select(name => name.GetString()).ShouldBe(["小林", "阿哲", "佳佳", "队员4"], ignoreOrder: true);
        foreach (var word in new[] { "mood", "relief", "dots", "turns", "meToo", "心情", "倒垃圾" }) minutes.Text.ShouldNotContain(word, Case.Insensitive);
        (await lin.Get("/api/evenings"))["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("commitments").GetInt32().ShouldBe(4);

        // The next day: all of them are asked for, and the answers stand in the agenda.
        server.Clock.Advance(TimeSpan.FromDays(1));
        var mine = (await jia.Get("/api/commitments"))["items"].EnumerateArray().ShouldHaveSingleItem();
        mine.GetProperty("due").GetBoolean().ShouldBeTrue();
        (await jia.Put($"/api/commitments/{mine.Id()}/answer", new { state = "done", result = "客户说再看看总价" })).ShouldBeOk();

        var next = await team.Supervisor.Tonight();
        next.Id().ShouldNotBe(evening.Id());
        next.Item("commitments").List("subjects").Count().ShouldBe(4);
        next.Item("commitments").Text("reason").ShouldBe("昨晚说好的，一件有了回音");
        await team.Supervisor.Opened();
        (await team.Supervisor.GoesTo("commitments")).GetProperty("current").List("commitments").Single(one => one.Text("state") == "done").Text("result").ShouldBe("客户说再看看总价");
    }

    [EachEngine]
    public async Task What_was_not_reached_is_carried_and_counted_for_those_who_were_there(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 2);
        var (here, away) = (await team.Rep("lin").Asks("价格"), await team.Rep("zhe").Asks("对手"));

        var evening = await team.Supervisor.Opened();
        await team.Rep("lin").Comes(evening);
        var closed = await team.Supervisor.Closes();
        server.Clock.Advance(TimeSpan.FromDays(1));

        closed.List("items").Skip(1).ShouldAllBe(item => item.Text("state") == "carried");
        (await team.Rep("lin").Get($"/api/cases/{here}"))["timesCarried"].GetInt32().ShouldBe(1);
        (await team.Rep("lin").Get($"/api/cases/{away}"))["timesCarried"].GetInt32().ShouldBe(0);
        (await team.Rep("lin").Tonight()).List("items").First(item => item.Text("kind") == "case").GetProperty("caseId").GetGuid().ShouldBe(here);
    }

    [EachEngine]
    public async Task An_evening_nobody_closed_ends_when_the_next_one_opens(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 1);
        var left = await team.Supervisor.Opened();

        server.Clock.Advance(TimeSpan.FromDays(1));
        await team.Supervisor.Opened();

        (await team.Rep("lin").Get($"/api/evenings/{left.Id()}"))["state"].GetString().ShouldBe("closed");
    }

    [EachEngine]
    public async Task After_eight_an_evening_is_flagged_as_overtime(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 1);

        (await team.Supervisor.Opened()).GetProperty("overtime").GetBoolean().ShouldBeFalse();
        server.Clock.Advance(TimeSpan.FromMinutes(100));
        (await team.Supervisor.Tonight()).GetProperty("overtime").GetBoolean().ShouldBeTrue();
    }

    [EachEngine]
    public async Task Another_day_can_be_looked_at(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        await team.Signed(team.Rep("lin"), await team.Customer("云顶家居"), day: new(2017, 3, 1));

        var then = (await team.Supervisor.Get($"/api/evenings/tonight?teamId={team.Id}&day=2017-03-01")).ShouldBeOk().Body;

        then.Item("story").Text("title").ShouldBe("小林签下云顶家居");
    }
}
