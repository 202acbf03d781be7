using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Inventories;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Inventories;

public sealed class InventoryTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Both_see_the_same_customer_and_each_verdict_at_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var (yunding, qinghe) = (await team.Customer("云顶家居"), await team.Customer("青禾包装"));
        await team.Change(yunding, one => one.Grade = Grade.B);
        using var phone = await lin.Listen();
        using var desk = await chen.Listen();

        var id = await chen.Begins(lin);
        (await phone.Next("inventory.changed")).GetRawText().ShouldContain(id.ToString());
        (await lin.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("inventory-started");
        var seen = (await lin.Get($"/api/inventories/{id}")).ShouldBeOk();
        (seen["customerId"].GetGuid(), seen["leads"].GetBoolean(), seen["lines"].GetArrayLength()).ShouldBe((yunding.Id, false, 2));

        (await chen.Put($"/api/inventories/{id}/place", new { customerId = qinghe.Id })).ShouldBeEmpty();
        await phone.Next("inventory.changed");
        (await lin.Get($"/api/inventories/{id}")).ShouldBeOk()["customerId"].GetGuid().ShouldBe(qinghe.Id);
        await desk.Next("inventory.changed");
        await desk.Next("inventory.changed");
        (await lin.Judges(id, qinghe, "chance", "财务总监看了方案", "谈两期付款", team.Today().AddDays(1))).ShouldBeEmpty();
        await desk.Next("inventory.changed");
        var line = (await chen.Get($"/api/inventories/{id}")).ShouldBeOk().Line(qinghe);
        (line.GetProperty("verdict").GetString(), line.GetProperty("judgedByName").GetString(), line.GetProperty("nextAction").GetString()).ShouldBe(("chance", "小林", "谈两期付款"));
    }

    [EachEngine]
    public async Task A_card_tells_the_facts_and_the_difference_from_last_time(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var customer = await team.Customer("云顶家居");
        var first = await chen.Begins(lin);
        var card = await chen.Card(first, customer);
        (card["grade"].GetString(), card["kpMetOn"].ValueKind, card["before"].ValueKind).ShouldBe(("d", System.Text.Json.JsonValueKind.Null, System.Text.Json.JsonValueKind.Null));
        (await chen.Judges(first, customer, "nurture", "还早", "带案例去", team.Today().AddDays(5))).ShouldBeEmpty();
        await chen.Ends(first);

        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", kpMet = true, kpMinutes = 15, facts = new object[] { new { kind = "need", text = "想做外贸" }, new { kind = "time", date = team.Today().AddDays(60) } } })).ShouldBeOk();
        await Visits.Soon(() => chen.Get($"/api/customers/{customer.Id}"), answer => answer["facts"].GetArrayLength() == 3);

        var second = await chen.Begins(lin);
        second.ShouldNotBe(first);
        card = await lin.Card(second, customer);
        var before = card["before"];
        (before.GetProperty("verdict").GetString(), before.GetProperty("grade").GetString(), before.GetProperty("kpMet").GetBoolean(), before.GetProperty("visitsSince").GetInt32()).ShouldBe(("nurture", "d", false, 1));
        card["kpMetOn"].GetString().ShouldBe(team.Today().ToString("yyyy-MM-dd"));
        card["grade"].GetString().ShouldNotBe("d");
    }

    [EachEngine]
    public async Task A_chance_stands_in_the_plan_she_makes_until_somebody_went_there(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin, tomorrow) = (team.Supervisor, team.Rep("lin"), team.Today().AddDays(1));
        var (customer, other) = (await team.Customer("云顶家居"), await team.Customer("青禾包装"));
        var id = await chen.Begins(lin);
        (await chen.Judges(id, customer, "chance", "预算有了", "约 15 分钟", tomorrow)).ShouldBeEmpty();
        (await chen.Judges(id, other, "nurture", "还早", "带案例去", tomorrow)).ShouldBeEmpty();
        (await Proposed(lin, tomorrow)).ShouldBeEmpty(); // only the end does what was decided
        await chen.Ends(id);

        (await Proposed(lin, tomorrow)).ShouldBe([("云顶家居", "chance", "约 15 分钟"), ("青禾包装", "promised", "带案例去")]);
        (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk()["nextStep"].GetString().ShouldBe("约 15 分钟");

        (await lin.End(await lin.Visit(customer), new { outcome = "open", unmetReason = "absent" })).ShouldBeOk();
        await Visits.Soon(() => Proposed(lin, tomorrow), list => list.Count == 1);
        (await Proposed(lin, tomorrow)).ShouldHaveSingleItem().Name.ShouldBe("青禾包装");
    }

    [EachEngine]
    public async Task Released_it_lies_in_the_pool_and_without_a_pool_it_stays_hers(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(1);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var (far, signed, handed) = (await team.Customer("远的"), await team.Customer("签过的"), await team.Customer("交出去的"));
        var id = await chen.Begins(lin);
        await team.Change(signed, one => one.Stage = Stage.Sign);
        (await chen.Judges(id, signed, "release", "不跟了", next: null)).ShouldBeProblem(409, "inventory.signed");
        (await chen.Judges(id, far, "release", "搬去了宁波", next: null)).ShouldBeEmpty();
        (await chen.Judges(id, handed, "release", "不跟了", next: null)).ShouldBeEmpty();
        await team.Change(handed, one => one.OwnerId = chen.Id);
        (await lin.Get($"/api/customers/{far.Id}")).ShouldBeOk(); // not before the end

        var ended = await chen.Ends(id);
        (ended.Line(far).GetProperty("effect").GetString(), ended.Line(handed).GetProperty("effect").GetString(), ended.Line(signed).GetProperty("effect").ValueKind)
            .ShouldBe(("released", "gone", System.Text.Json.JsonValueKind.Null));
        (await lin.Get($"/api/customers/{far.Id}")).Status.ShouldBe(404);
        (await lin.Get("/api/pool")).ShouldBeOk()["items"].EnumerateArray().Single().GetProperty("how").GetString().ShouldBe("returned");
        (await chen.Ends(id)).Line(far).GetProperty("effect").GetString().ShouldBe("released"); // sent again

        var squad = await vesper.On(engine).ATeamOf(1);
        var kept = await squad.Customer("远的");
        var other = await squad.Supervisor.Begins(squad.Rep("lin"));
        (await squad.Supervisor.Get($"/api/inventories/{other}")).ShouldBeOk()["poolOff"].GetBoolean().ShouldBeTrue();
        (await squad.Supervisor.Judges(other, kept, "release", "搬去了宁波", next: null)).ShouldBeEmpty();
        (await squad.Supervisor.Ends(other)).Line(kept).GetProperty("effect").GetString().ShouldBe("kept");
        (await squad.Rep("lin").Get($"/api/customers/{kept.Id}")).ShouldBeOk();
    }

    [EachEngine]
    public async Task One_left_half_way_goes_on_where_it_was_and_what_it_left_out_comes_first_next_time(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var (ready, early) = (await team.Customer("云顶家居"), await team.Customer("青禾包装"));
        await team.Change(ready, one => one.Grade = Grade.A);
        var id = await chen.Begins(lin);
        (await chen.Judges(id, ready, "chance", "有预算", "报价", team.Today())).ShouldBeEmpty();

        (await chen.Begins(lin)).ShouldBe(id);
        var members = (await chen.Get("/api/inventories/members")).ShouldBeOk().Items().Single();
        (members.GetProperty("openId").GetGuid(), members.GetProperty("customers").GetInt32()).ShouldBe((id, 2));
        (await chen.Get($"/api/inventories/{id}")).ShouldBeOk().Line(ready).GetProperty("verdict").GetString().ShouldBe("chance");
        await chen.Ends(id);
        (await chen.Judges(id, early, "nurture", "还早", "问候", team.Today())).ShouldBeProblem(409, "inventory.ended");

        var next = await chen.Begins(lin);
        (await chen.Get($"/api/inventories/{next}")).ShouldBeOk()["lines"].EnumerateArray().Select(line => line.GetProperty("customerId").GetGuid()).ShouldBe([early.Id, ready.Id]);
    }

    [EachEngine]
    public async Task Two_who_lead_meet_in_one_session_and_neither_writes_over_the_other(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var fang = await team.JoinAsync("fang", "方主管", Role.Supervisor);
        var customer = await team.Customer("云顶家居");
        var ids = await Task.WhenAll(chen.Begins(lin), fang.Begins(lin));
        ids[0].ShouldBe(ids[1]);

        (await chen.Judges(ids[0], customer, "chance", "有预算", "报价", team.Today())).ShouldBeEmpty();
        (await fang.Judges(ids[0], customer, "release", "没戏了", next: null)).ShouldBeProblem(409, "inventory.changed");
        (await fang.Judges(ids[0], customer, "nurture", "看了也觉得早", "问候", team.Today(), version: 1)).ShouldBeEmpty();
        (await lin.Get($"/api/inventories/{ids[0]}")).ShouldBeOk().Line(customer).GetProperty("judgedByName").GetString().ShouldBe("方主管");
    }

    [EachEngine]
    public async Task Who_may_see_what(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (chen, lin, zhe, other) = (team.Supervisor, team.Rep("lin"), team.Rep("zhe"), await team.AnotherTeamAsync());
        var customer = await team.Customer("云顶家居");
        (await chen.Put($"/api/inventories/{Guid.CreateVersion7()}", new { memberId = zhe.Id })).ShouldBeProblem(409, "inventory.nothing");
        var id = await chen.Begins(lin);

        (await zhe.Get($"/api/inventories/{id}")).Status.ShouldBe(404);
        (await zhe.Get("/api/inventories")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await other.Supervisor.Get($"/api/inventories/{id}")).Status.ShouldBe(404);
        (await other.Supervisor.Put($"/api/inventories/{Guid.CreateVersion7()}", new { memberId = lin.Id })).Status.ShouldBe(404);
        (await lin.Put($"/api/inventories/{id}/end", new { })).Status.ShouldBe(403);
        (await lin.Get("/api/inventories")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);

        (await chen.Judges(id, customer, "chance", "有预算", next: "", on: team.Today())).ShouldBeProblem(409, "inventory.next");
        (await chen.Judges(id, customer, "chance", "有预算", "报价", team.Today().AddDays(-1))).ShouldBeProblem(409, "inventory.next");
        (await chen.Judges(id, customer, "chance", "", "报价", team.Today())).Status.ShouldBe(400);
        await team.Change(customer, one => (one.OwnerId, one.TeamId) = (other.Rep("lin").Id, other.Id));
        (await lin.Get($"/api/inventories/{id}/customers/{customer.Id}")).Status.ShouldBe(404);
        (await chen.Get($"/api/inventories/{id}/customers/{customer.Id}")).Status.ShouldBe(404);
    }

    [EachEngine]
    public async Task A_closing_window_makes_it_due_each_week_and_is_told_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (chen, lin, zhe) = (team.Supervisor, team.Rep("lin"), team.Rep("zhe"));
        await team.Customer("云顶家居");
        var mine = await team.Customer("青禾包装", zhe);
        var id = await chen.Begins(zhe);
        (await chen.Judges(id, mine, "nurture", "还早", "问候", team.Today())).ShouldBeEmpty();
        await chen.Ends(id);

        var until = team.Today().AddDays(21);
        foreach (var _ in (int[])[1, 2])
            await team.Server.Writer.Run(team.OrgId, db =>
            {
                db.Tell(Topic.House, new InventoryWanted(lin.Id, until));
                db.Tell(Topic.House, new InventoryWanted(Guid.CreateVersion7(), until)); // gone since
                return Task.CompletedTask;
            });
        await Visits.Soon(() => chen.Get("/api/inventories/members"), answer => answer.Items()[0].GetProperty("until").ValueKind != System.Text.Json.JsonValueKind.Null);

        var members = (await chen.Get("/api/inventories/members")).ShouldBeOk().Items();
        members.Select(one => (one.GetProperty("name").GetString(), one.GetProperty("due").GetBoolean())).ShouldBe([("小林", true), ("阿哲", false)]);
        members[0].GetProperty("until").GetString().ShouldBe(until.ToString("yyyy-MM-dd"));
        await using var db = team.Server.Db();
        (await db.Set<global::Vesper.Kit.Notices.Notice>().Of(team.OrgId).CountAsync(one => one.MemberId == chen.Id && one.Kind == "inventory-due")).ShouldBe(1);
    }

    static async Task<List<(string Name, string Why, string Purpose)>> Proposed(Person rep, DateOnly day) =>
        [.. (await rep.Get($"/api/proposals?day={day:yyyy-MM-dd}")).ShouldBeOk()["items"].EnumerateArray()
            .Select(one => (one.GetProperty("customerName").GetString()!, one.GetProperty("why").GetString()!, one.GetProperty("purpose").GetString()!))];
}
