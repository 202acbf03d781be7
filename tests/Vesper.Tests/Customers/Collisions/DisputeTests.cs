using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Collisions;

public sealed class DisputeTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_dispute_is_decided_in_writing_and_appealed_once(Engine engine)
    {
        var (team, manager, customer) = await Scene(engine);
        var (lin, zhe, boss) = (team.Rep("lin"), team.Rep("zhe"), team.Supervisor);
        var id = await Raised(zhe, "云顶家居");

        var seen = (await boss.Get($"/api/disputes/{id}")).ShouldBeOk();
        (seen["proposal"].GetProperty("side").GetString(), seen["proposal"].GetProperty("ground").GetString(), seen["may"].GetString()).ShouldBe(("owner", "registration", "decide"));
        (await zhe.Put($"/api/disputes/{id}/appeal", new { reason = "我先到的" })).ShouldBeProblem(409, "dispute.no-appeal");
        (await Decide(boss, id, "raiser")).ShouldBeEmpty();
        (await Decide(boss, id, "owner")).ShouldBeProblem(409, "dispute.decided");
        (await OwnerOf(team, customer)).ShouldBe(zhe.Id);

        (await zhe.Put($"/api/disputes/{id}/appeal", new { reason = "判给我的" })).ShouldBeProblem(409, "dispute.no-appeal");
        (await lin.Put($"/api/disputes/{id}/appeal", new { reason = "我上周见过老板" })).ShouldBeEmpty();
        (await boss.Put($"/api/disputes/{id}/final-decision", new { side = "owner", text = "改判" })).Status.ShouldBe(403);
        (await manager.Put($"/api/disputes/{id}/final-decision", new { side = "owner", text = "见过关键人，归小林" })).ShouldBeEmpty();
        (await OwnerOf(team, customer)).ShouldBe(lin.Id);

        var ended = (await zhe.Get($"/api/disputes/{id}")).ShouldBeOk();
        (ended["state"].GetString(), ended["decisionText"].GetString(), ended["finalText"].GetString()).ShouldBe(("closed", "先登记", "见过关键人，归小林"));
        (await zhe.Put($"/api/disputes/{id}/appeal", new { reason = "再来" })).ShouldBeProblem(409, "dispute.no-appeal");
        (await zhe.Put($"/api/disputes/{Guid.CreateVersion7()}", Asks("云顶家居"))).ShouldBeProblem(409, "dispute.settled");
    }

    [EachEngine]
    public async Task It_is_due_in_two_workdays_and_tells_who_may_know_what_they_may(Engine engine)
    {
        var (team, manager, customer) = await Scene(engine);
        var other = await team.AnotherTeamAsync();
        var stranger = other.Rep("lin");
        var id = await Raised(stranger, "云鼎家居"); // nearly so: the warning had told her

        var hers = (await stranger.Get($"/api/disputes/{id}")).ShouldBeOk();
        (hers["name"].GetString(), hers["ownerName"].GetString(), hers["customerId"].ValueKind).ShouldBe(("云鼎家居", "", System.Text.Json.JsonValueKind.Null));
        hers.Text.ShouldNotContain($"{customer.Id}");
        (await team.Rep("zhe").Get($"/api/disputes/{id}")).Status.ShouldBe(404);
        (await team.Rep("lin").Get("/api/disputes")).ShouldBeOk().Body.GetArrayLength().ShouldBe(1);

        var (day, workdays) = (DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8)), 0);
        for (var due = DateOnly.Parse(hers["dueOn"].GetString()!, System.Globalization.CultureInfo.InvariantCulture); due > day; due = due.AddDays(-1))
            if (due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) workdays++;
        workdays.ShouldBe(2);

        (await Decide(stranger, id, "raiser")).Status.ShouldBe(403);
        (await Decide(other.Supervisor, id, "raiser")).ShouldBeProblem(409, "dispute.not-yours");
        (await Decide(manager, id, "owner")).ShouldBeEmpty();
        (await stranger.Put($"/api/disputes/{id}/appeal", new { reason = "我先到的" })).ShouldBeEmpty();
        (await manager.Put($"/api/disputes/{id}/final-decision", new { side = "owner", text = "维持" })).ShouldBeProblem(409, "dispute.own-decision");
    }

    [EachEngine]
    public async Task There_is_nothing_to_dispute_without_a_colleague_who_has_it(Engine engine)
    {
        var (team, _, customer) = await Scene(engine);
        var zhe = team.Rep("zhe");

        (await zhe.Put($"/api/disputes/{Guid.CreateVersion7()}", Asks("青禾包装"))).ShouldBeProblem(409, "dispute.nothing");
        (await team.Rep("lin").Put($"/api/disputes/{Guid.CreateVersion7()}", Asks("云顶家居"))).ShouldBeProblem(409, "dispute.nothing");
        var id = await Raised(zhe, "云顶家居");
        (await zhe.Put($"/api/disputes/{id}", Asks("云顶家居"))).ShouldBeEmpty();
        (await team.Rep("jia").Put($"/api/disputes/{Guid.CreateVersion7()}", Asks("云顶家居"))).ShouldBeProblem(409, "dispute.open");
        await team.Change(customer, one => one.OwnerId = null);
        (await Decide(team.Supervisor, id, "raiser")).ShouldBeEmpty();
        (await OwnerOf(team, customer)).ShouldBeNull("it lies in the pool: a dispute is between two");
    }

    [EachEngine]
    public async Task In_a_squad_it_is_off_until_switched_on(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        await team.Customer("云顶家居");

        (await admin.Get("/api/dispute-rules")).ShouldBeOk()["on"].GetBoolean().ShouldBeFalse();
        (await team.Rep("zhe").Put($"/api/disputes/{Guid.CreateVersion7()}", Asks("云顶家居"))).ShouldBeProblem(409, "dispute.off");
        (await admin.Put("/api/dispute-rules", new { on = true })).ShouldBeOk();
        await Raised(team.Rep("zhe"), "云顶家居");
    }

    async Task<(Team, Person Manager, Customer)> Scene(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        (await admin.Put("/api/dispute-rules", new { on = true })).ShouldBeOk();
        return (team, await team.JoinAsync("manager", "经理", Role.Manager), await team.Customer("云顶家居"));
    }

    static async Task<Guid> Raised(Person person, string name)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/disputes/{id}", Asks(name))).ShouldBeEmpty();
        return id;
    }

    static object Asks(string name) => new { name, city = "杭州", reason = "我先拜访的" };

    static Task<Answer> Decide(Person person, Guid id, string side) => person.Put($"/api/disputes/{id}/decision", new { side, ground = "registration", text = "先登记" });

    static Task<Guid?> OwnerOf(Team team, Customer customer) => team.Server.Writer.Run(team.OrgId, async db => (await db.Customers.Of(team.OrgId).FindAsync(customer.Id))!.OwnerId);
}
