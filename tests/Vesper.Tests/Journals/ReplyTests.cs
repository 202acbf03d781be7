using Vesper.Kit.Access;
using Vesper.Teams;
using Vesper.Tests.Evenings;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

public sealed class ReplyTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_journal_waits_for_the_supervisor_and_his_reply_ends_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, chen) = (team.Rep("lin"), team.Supervisor);
        var id = await lin.Submits(team);
        using var live = await lin.Listen();
        (await chen.Get("/api/journals/queue")).ShouldBeOk().Body.List("items").ShouldHaveSingleItem().GetProperty("journal").Text("memberName").ShouldBe("小林");

        var reply = Guid.CreateVersion7();
        (await chen.Replies(id, "明天先约财务总监", reply)).ShouldBeCreated();
        (await chen.Replies(id, "明天先约财务总监", reply)).ShouldBeOk();

        (await chen.Get("/api/journals/queue")).ShouldBeOk().Body.List("items").ShouldBeEmpty();
        var read = (await lin.Get($"/api/journals/{id}")).ShouldBeOk().Body.List("replies").ShouldHaveSingleItem();
        (read.Text("authorName"), read.Text("text")).ShouldBe(("陈主管", "明天先约财务总监"));
        (await live.Next("journal.answered")).GetProperty("of").GetProperty("journalId").GetGuid().ShouldBe(id);
    }

    [EachEngine]
    [InlineData("author", "陈主管")]
    [InlineData("writer", "小林")]
    public async Task What_is_promised_becomes_one_commitment_of_who_promised(Engine engine, string by, string who)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, chen) = (team.Rep("lin"), team.Supervisor);
        var id = await lin.Submits(team, block: "约不到老板", at: await team.Customer("云顶家居"));

        (await chen.Replies(id, "我们一起去", promise: new { by, text = "周四陪访云顶", dueOn = team.Today().AddDays(2) })).ShouldBeCreated();

        var commitments = await Visits.Soon(async () => (await chen.Get("/api/commitments?of=team")).ShouldBeOk().Body.List("items").ToList(), found => found.Count > 0);
        await Task.Delay(200); // it is told to two people, and must not be made twice
        commitments = [.. (await chen.Get("/api/commitments?of=team")).ShouldBeOk().Body.List("items")];
        var one = commitments.ShouldHaveSingleItem();
        (one.Text("memberName"), one.Text("text"), one.Text("origin"), one.Text("customerName")).ShouldBe((who, "周四陪访云顶", "journal", "云顶家居"));
    }

    [EachEngine]
    public async Task The_clock_is_the_supervisors_and_the_manager_sees_a_number(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(new(2026, 11, 20, 11, 30, 0, TimeSpan.Zero)); // Friday, 19:30 in Shanghai
        var team = await Task.FromResult(server).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        await admin.SignIn();
        (await admin.Put("/api/field-rules", new { opens = "08:30:00", closes = "19:30:00", evidenceShared = false })).ShouldBeOk();
        var city = await team.City();
        await server.Writer.Run(team.OrgId, async db => (await db.Set<Unit>().FindAsync(team.OrgId, team.Id))!.ParentId = city);
        var manager = await team.JoinAsync("manager", "许经理", Role.Manager);
        await server.Writer.Run(team.OrgId, async db => (await db.Set<Member>().FindAsync(team.OrgId, manager.Id))!.UnitId = city);
        await manager.SignIn();
        var id = await team.Rep("lin").Submits(team);

        var waiting = (await team.Supervisor.Get("/api/journals/queue")).ShouldBeOk().Body.List("items").ShouldHaveSingleItem();
        waiting.GetProperty("dueAt").GetDateTimeOffset().ShouldBe(new(2026, 11, 23, 11, 30, 0, TimeSpan.Zero)); // Monday, closing time
        waiting.GetProperty("overdue").GetBoolean().ShouldBeFalse();

        server.Clock.Set(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        (await team.Supervisor.Get("/api/journals/queue")).ShouldBeOk().Body.GetProperty("overdue").GetInt32().ShouldBe(1);
        var above = (await Managers()).ShouldBeOk().Body;
        above.List("items").ShouldBeEmpty();
        above.List("teams").ShouldHaveSingleItem().GetProperty("overdue").GetInt32().ShouldBe(1);
        (await Managers()).Text.ShouldNotContain("小林");
        (await team.Rep("lin").Get($"/api/journals/{id}")).ShouldBeOk().Text.ShouldNotContain("overdue");

        (await team.Supervisor.Put($"/api/leaves/{Guid.CreateVersion7()}", new { memberId = team.Supervisor.Id, from = "2026-11-23", until = "2026-11-24" })).ShouldBeCreated();
        (await team.Supervisor.Get("/api/journals/queue")).ShouldBeOk().Body.GetProperty("overdue").GetInt32().ShouldBe(0);

        Task<Answer> Managers() => manager.Get("/api/journals/queue");
    }

    [EachEngine]
    public async Task Nobody_answers_her_own_or_another_teams_journal(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var other = await team.AnotherTeamAsync();
        var id = await team.Rep("lin").Submits(team);
        var own = await team.Supervisor.Submits(team, "自己也写");

        (await team.Supervisor.Replies(own, "自己回")).ShouldBeProblem(409, "journal.own");
        (await other.Supervisor.Replies(id, "别队的")).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Replies(id, "队友的")).ShouldBeProblem(403, "access.denied");
        (await team.Supervisor.Replies(id, new string('长', 10_000))).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Replies(id, "明年再说", promise: new { by = "writer", text = "去", dueOn = team.Today().AddDays(-1) })).ShouldBeProblem(409, "commitment.due");
    }
}
