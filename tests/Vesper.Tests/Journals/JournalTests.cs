using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Tests.Evenings;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

public sealed class JournalTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_day_is_already_there_and_stays_as_it_was_when_submitted(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Visited(lin, home, VisitOutcome.Advanced, kpMet: true);
        await team.Signed(lin, home);
        await team.Raised(lin, home, Grade.B);

        var open = (await lin.Get("/api/journals/day")).ShouldBeOk().Body;
        open.List("lines").Select(line => line.Text("kind")).ShouldBe(["visit", "deal", "grade"]);
        open.List("lines").First().Text("customerName").ShouldBe("云顶家居");
        open.Text("window").ShouldBe("open");
        var id = await lin.Submits(team, "谈下了年度套餐");

        await team.Visited(lin, home, VisitOutcome.Rejected);
        (await lin.Get($"/api/journals/{id}")).ShouldBeOk().Body.List("lines").Count().ShouldBe(3);
        (await lin.Get("/api/journals/day")).ShouldBeOk().Body.GetProperty("journal").Text("win").ShouldBe("谈下了年度套餐");
    }

    [EachEngine]
    public async Task Sent_twice_it_is_one_and_an_amendment_is_a_new_version(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, day, id) = (team.Rep("lin"), team.Today(), Guid.CreateVersion7());

        (await lin.Writes(day, "签了一单", id: id)).ShouldBeCreated();
        (await lin.Writes(day, "签了一单", id: id)).ShouldBeOk();
        var amended = (await lin.Writes(day, "签了两单", basedOn: 1, id: id)).ShouldBeOk().Body;

        amended.Text("win").ShouldBe("签了两单");
        amended.GetProperty("version").GetInt32().ShouldBe(2);
        (await lin.Get("/api/journals")).ShouldBeOk().Body.List("items").Count().ShouldBe(1);
    }

    [EachEngine]
    public async Task Two_phones_with_two_drafts_of_one_day_lose_neither(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, day) = (team.Rep("lin"), team.Today());
        (await lin.Writes(day, "在地铁里写的")).ShouldBeCreated();

        (await lin.Writes(day, "在另一台手机上写的")).ShouldBeProblem(409, "journal.other-device");

        var known = (await lin.Get("/api/journals/day")).ShouldBeOk().Body.GetProperty("journal");
        known.Text("win").ShouldBe("在地铁里写的");
        (await lin.Writes(day, "在地铁里写的；在另一台手机上写的", basedOn: known.Version(), id: known.Id())).ShouldBeOk();
    }

    [EachEngine]
    public async Task After_the_evening_has_begun_it_is_added_to_and_not_changed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, day) = (team.Rep("lin"), team.Rep("zhe"), team.Today());
        var id = await lin.Submits(team, "见到了老板", "价格谈不拢");
        await team.Supervisor.Opened();

        (await lin.Writes(day, "换一个说法", basedOn: 1, id: id)).ShouldBeProblem(409, "journal.evening-begun");
        (await lin.Put($"/api/journals/{id}/addendum", new { text = "晚上老板回了电话" })).ShouldBeOk();
        (await zhe.Writes(day, "晚到的日志也收")).ShouldBeCreated();

        var journal = (await lin.Get($"/api/journals/{id}")).ShouldBeOk().Body;
        (journal.Text("win"), journal.Text("addendum")).ShouldBe(("见到了老板", "晚上老板回了电话"));
    }

    [EachEngine]
    public async Task It_counts_for_the_organisations_day_and_late_ones_are_taken_until_the_next_evening(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(new(2026, 11, 24, 16, 50, 0, TimeSpan.Zero)); // 23:50 on Tuesday in Bangkok, 00:50 on Wednesday in Shanghai
        var team = await Task.FromResult(server).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));

        (await lin.Get("/api/journals/day")).ShouldBeOk().Body.Text("day").ShouldBe("2026-11-25");
        (await lin.Writes(new(2026, 11, 24), "昨天的，今天才写")).ShouldBeCreated();
        (await lin.Writes(new(2026, 11, 23), "前天的")).ShouldBeProblem(409, "journal.over");
        (await lin.Writes(new(2026, 11, 26), "明天的")).ShouldBeProblem(409, "journal.ahead");

        await team.Supervisor.Opened();
        (await zhe.Writes(new(2026, 11, 24), "今晚的会已经开始")).ShouldBeProblem(409, "journal.over");
        (await zhe.Writes(new(2026, 11, 25), "今天的还可以")).ShouldBeCreated();
    }

    [EachEngine]
    public async Task Senseless_and_foreign_things_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, day) = (team.Rep("lin"), team.Rep("zhe"), team.Today());
        var (zhes, foreign) = (await team.Customer("中泰纸业", zhe), await (await vesper.On(engine).ATeamOf(1)).Customer("远航照明"));
        var id = await lin.Submits(team);

        (await zhe.Writes(day, new string('长', 10_000))).ShouldBeProblem(400, "request.invalid");
        (await zhe.Writes(day)).ShouldBeProblem(409, "journal.empty");
        (await zhe.Writes(day, "她的日志", id: id)).ShouldBeProblem(404, "not-found");
        (await lin.Writes(day.AddDays(-1), "换了一天", id: id)).ShouldBeProblem(409, "journal.day");
        (await lin.Writes(day, block: "谈不下来", at: zhes, basedOn: 1, id: id)).ShouldBeProblem(404, "not-found");
        (await zhe.Writes(day, block: "谈不下来", at: foreign)).ShouldBeProblem(404, "not-found");
        (await zhe.Writes(day, "没有这个模板", templateId: Guid.CreateVersion7())).ShouldBeProblem(404, "not-found");
        (await zhe.Get("/api/journals/day?day=0001-01-01")).ShouldBeProblem(400, "day.senseless");
        (await zhe.Get("/api/journals?after=x")).ShouldBeProblem(400, "page.cursor");
    }

    [EachEngine]
    public async Task Tomorrows_visits_are_the_plan_itself(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var id = await lin.Submits(team);
        var next = DateOnly.Parse((await lin.Get("/api/journals/day")).ShouldBeOk().Body.Text("next"));

        (await lin.Plan(Guid.CreateVersion7(), home.Id, next, purpose: "只问一件事")).ShouldBeCreated();

        var visit = (await team.Supervisor.Get($"/api/journals/{id}")).ShouldBeOk().Body.List("tomorrow").ShouldHaveSingleItem();
        (visit.Text("customerName"), visit.Text("purpose")).ShouldBe(("云顶家居", "只问一件事"));
    }

    [EachEngine]
    public async Task Teammates_read_what_was_shared_and_no_reply(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, home) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        await team.Visited(lin, home);
        var id = await lin.Submits(team, "见到了老板", "他怕外贸亏钱", home);
        (await team.Supervisor.Replies(id, "我有一个案例给你")).ShouldBeCreated();
        (await zhe.Get($"/api/journals/{id}")).ShouldBeProblem(404, "not-found");
        (await zhe.Get("/api/journals/team")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        (await team.Supervisor.Get("/api/journals/team")).ShouldBeOk().Body.GetArrayLength().ShouldBe(1);

        (await lin.Put($"/api/journals/{id}/sharing", new { })).ShouldBeOk();

        (await zhe.Get("/api/journals/team")).ShouldBeOk().Body.GetArrayLength().ShouldBe(1);
        (await Visits.Soon(zhe.Feed, feed => feed.Exists(line => line.Text("kind") == "journal"))).ShouldContain(line => line.Text("kind") == "journal" && line.Id() == id);
        var read = (await zhe.Get($"/api/journals/{id}")).ShouldBeOk();
        read.Text.ShouldContain("他怕外贸亏钱");
        read.Text.ShouldNotContain("我有一个案例给你");
        read.Text.ShouldNotContain(home.Id.ToString());
    }

    [EachEngine]
    public async Task What_was_shared_can_be_taken_back_and_shared_again(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, home) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        await team.Visited(lin, home);
        var id = await lin.Submits(team, "见到了老板", "他怕外贸亏钱", home);
        (await lin.Put($"/api/journals/{id}/sharing", new { })).ShouldBeOk();
        await Visits.Soon(zhe.Feed, feed => feed.Exists(line => line.Id() == id));
        (await zhe.Delete($"/api/journals/{id}/sharing")).ShouldBeProblem(404, "not-found");

        for (var again = 0; again < 2; again++) (await lin.Delete($"/api/journals/{id}/sharing")).ShouldBeOk();

        var trace = (await Visits.Soon(zhe.Feed, feed => !feed.Single(line => line.Id() == id).GetRawText().Contains("外贸", StringComparison.Ordinal))).Single(line => line.Id() == id);
        trace.GetRawText().ShouldNotContain("外贸");
        trace.GetRawText().ShouldNotContain("云顶家居");
        (await zhe.Get($"/api/journals/{id}")).ShouldBeProblem(404, "not-found");
        (await zhe.Get("/api/journals/team")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);

        (await lin.Put($"/api/journals/{id}/sharing", new { })).ShouldBeOk();

        (await Visits.Soon(zhe.Feed, feed => feed.Exists(line => line.Text("kind") == "journal" && line.GetRawText().Contains("外贸", StringComparison.Ordinal)))).Count(line => line.Id() == id).ShouldBe(1);
        (await zhe.Get($"/api/journals/{id}")).ShouldBeOk();
    }

    [EachEngine]
    public async Task Words_are_found_in_ones_own_journals_and_in_those_one_leads(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        await lin.Submits(team, "财务总监松口了");
        await zhe.Submits(team, "财务那边还没消息");

        (await lin.Get("/api/journals?q=财务")).ShouldBeOk().Body.List("items").ShouldHaveSingleItem().Text("win").ShouldBe("财务总监松口了");
        (await lin.Get("/api/journals?q=财务&of=team")).ShouldBeOk().Body.List("items").ShouldBeEmpty();
        (await team.Supervisor.Get("/api/journals?q=财务&of=team")).ShouldBeOk().Body.List("items").Count().ShouldBe(2);
        (await team.Supervisor.Get("/api/journals?q=松口&of=team")).ShouldBeOk().Body.List("items").ShouldHaveSingleItem();
    }

    [EachEngine]
    public async Task Being_alike_is_for_the_writer_alone_and_kept_nowhere(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), team.Today());
        const string Said = "今天拜访了三家客户，效果都不错，明天继续努力跟进";
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new global::Vesper.Journals.Journal { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin.Id, TeamId = team.Id, Day = today.AddDays(-1), Win = Said, Version = 1 });
            return Task.CompletedTask;
        });

        var alike = (await lin.Post("/api/journals/likeness", new { day = today, win = Said })).ShouldBeOk().Body;
        alike.GetProperty("share").GetInt32().ShouldBe(100);
        (await lin.Post("/api/journals/likeness", new { day = today, win = "云顶的董事长儿子下周从国外回来" })).ShouldBeOk().Body.GetProperty("share").GetInt32().ShouldBe(0);

        var id = await lin.Submits(team, Said);
        foreach (var path in new[] { $"/api/journals/{id}", "/api/journals/queue", "/api/journals?of=team", "/api/journals/team" })
            (await team.Supervisor.Get(path)).ShouldBeOk().Text.ShouldNotContain("share\"", Case.Insensitive);
        (await team.Supervisor.Post("/api/journals/likeness", new { day = today, win = Said })).ShouldBeOk().Body.GetProperty("share").GetInt32().ShouldBe(0);
    }
}
