using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Pool;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Pool;

public sealed class PoolTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Of_a_hundred_claims_at_once_exactly_one_wins(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(20);
        var customer = await team.InPool("云顶家居");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => team.Reps.ElementAt(n % 20).Put($"/api/pool/{customer.Id}/claim", new { })));

        var won = answers.Select((answer, n) => (answer, who: team.Reps.ElementAt(n % 20))).Where(one => one.answer.Status == 204).Select(one => one.who.Id).Distinct().ToList();
        won.Count.ShouldBe(1);
        answers.Where(answer => answer.Status != 204).ShouldAllBe(answer => answer.Status == 409 && answer.Code == "pool.taken");
        await using var db = team.Server.Db();
        (await db.Customers.Of(team.OrgId).SingleAsync(c => c.Id == customer.Id)).OwnerId.ShouldBe(won[0]);
        (await db.PoolMoves.Of(team.OrgId).CountAsync(move => move.CustomerId == customer.Id && move.Kind == PoolMoveKind.Claimed)).ShouldBe(1);
    }

    [EachEngine]
    public async Task What_is_taken_is_hers_with_its_open_deals_and_found_by_her(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var customer = await team.InPool("云顶家居");
        var deal = Guid.CreateVersion7();
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Deal { OrgId = team.OrgId, Id = deal, CustomerId = customer.Id, OwnerId = zhe.Id, TeamId = team.Id, OpenedOn = team.Today() });
            return Task.CompletedTask;
        });
        using var phone = await zhe.Listen();

        var listed = (await lin.Get("/api/pool?q=云顶")).ShouldBeOk();
        listed["items"].EnumerateArray().Single().GetProperty("shortName").GetString().ShouldBe("云顶家居");
        listed["mine"].GetProperty("claimsLeft").GetInt32().ShouldBe(5);
        (await lin.Get($"/api/customers/{customer.Id}")).Status.ShouldBe(404);
        (await lin.Put($"/api/pool/{customer.Id}/claim", new { })).ShouldBeEmpty();
        (await lin.Put($"/api/pool/{customer.Id}/claim", new { })).ShouldBeEmpty(); // sent again

        (await lin.Get("/api/customers?q=云顶")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);
        var pool = (await lin.Get("/api/pool")).ShouldBeOk();
        (pool["items"].GetArrayLength(), pool["mine"].GetProperty("claimsLeft").GetInt32(), pool["mine"].GetProperty("held").GetInt32()).ShouldBe((0, 4, 1));
        await phone.Next("pool.changed");
        await using var db = team.Server.Db();
        (await db.Deals.Of(team.OrgId).SingleAsync(one => one.Id == deal)).OwnerId.ShouldBe(lin.Id);
        var kept = (await lin.Get($"/api/customers/{customer.Id}/protection")).ShouldBeOk();
        (kept["inPool"].GetBoolean(), kept["cause"].GetString(), kept["days"].GetInt32(), kept["moves"].GetArrayLength()).ShouldBe((false, "followUp", 60, 1));
    }

    [EachEngine]
    public async Task Limits_keep_anybody_from_taking_all(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2, rules => (rules.ClaimsPerDay, rules.MostHeld) = (2, 3));
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var pool = new List<Customer>();
        for (var n = 0; n < 5; n++) pool.Add(await team.InPool($"海里{n}"));

        await Took(lin, pool[0]);
        await Took(lin, pool[1]);
        (await Claim(lin, pool[2])).ShouldBeProblem(409, "pool.day-limit");
        await team.Customer("自己的一", zhe);
        await team.Customer("自己的二", zhe);
        await Took(zhe, pool[2]);
        (await Claim(zhe, pool[3])).ShouldBeProblem(409, "pool.full");
        await team.Change(pool[2], customer => customer.Stage = Stage.Sign); // what has signed does not count
        await Took(zhe, pool[3]);

        await team.Change(pool[4], customer => customer.Grade = Grade.E);
        (await lin.Get("/api/pool")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await Claim(team.Supervisor, pool[4])).ShouldBeProblem(409, "pool.disqualified");
        (await Claim(lin, await (await vesper.On(engine).ATeamOf(1)).InPool("别家的"))).Status.ShouldBe(404);
        (await Claim(team.Supervisor, pool[0])).ShouldBeProblem(409, "pool.taken");
    }

    [EachEngine]
    public async Task Given_back_by_hand_it_is_barred_to_her_for_a_fortnight(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var customer = await team.Customer("云顶家居");

        (await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "" })).Status.ShouldBe(400);
        (await zhe.Put($"/api/customers/{customer.Id}/return", new { reason = "不是我的" })).Status.ShouldBe(404);
        (await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "搬去了宁波" })).ShouldBeEmpty();
        (await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "搬去了宁波" })).ShouldBeEmpty();

        var row = (await lin.Get("/api/pool")).ShouldBeOk()["items"].EnumerateArray().Single();
        (row.GetProperty("how").GetString(), row.GetProperty("barredUntil").GetString()).ShouldBe(("returned", team.Today().AddDays(15).ToString("yyyy-MM-dd")));
        (await Claim(lin, customer)).ShouldBeProblem(409, "pool.barred");
        await Took(zhe, customer);
        var moves = (await lin.Get("/api/pool/moves")).ShouldBeOk()["items"].EnumerateArray().ToList();
        moves.Select(move => (move.GetProperty("kind").GetString(), move.GetProperty("reason").GetString(), move.GetProperty("fromName").GetString())).ShouldBe([("returned", "搬去了宁波", "小林")]);

        var signed = await team.Customer("签过的");
        await team.Change(signed, one => one.Stage = Stage.Sign);
        (await lin.Put($"/api/customers/{signed.Id}/return", new { reason = "不想跟了" })).ShouldBeProblem(409, "pool.signed");
    }

    [EachEngine]
    public async Task A_supervisor_gives_it_to_one_of_his_and_both_hear_of_it(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var (lin, zhe, other) = (team.Rep("lin"), team.Rep("zhe"), await team.AnotherTeamAsync());
        var customer = await team.Customer("云顶家居");
        Task<Answer> Give(Person by, Guid to) => by.Put($"/api/customers/{customer.Id}/owner", new { memberId = to, reason = "阿哲懂家具" });

        (await Give(lin, zhe.Id)).Status.ShouldBe(403);
        (await Give(other.Supervisor, zhe.Id)).Status.ShouldBe(404);
        (await Give(team.Supervisor, other.Rep("lin").Id)).Status.ShouldBe(404);
        (await Give(team.Supervisor, zhe.Id)).ShouldBeEmpty();

        (await zhe.Get($"/api/customers/{customer.Id}")).ShouldBeOk();
        (await lin.Get($"/api/customers/{customer.Id}")).Status.ShouldBe(404);
        (await zhe.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("customer-given");
        (await lin.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("customer-taken");
    }

    [EachEngine]
    public async Task A_squad_has_no_pool_until_it_is_switched_on(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, admin) = (team.Rep("lin"), await team.JoinAsync("admin", "管理员", global::Vesper.Kit.Access.Role.Admin));
        var customer = await team.Customer("云顶家居");
        (await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "搬走了" })).ShouldBeProblem(409, "pool.off");
        (await lin.Get("/api/pool")).ShouldBeOk()["mine"].GetProperty("off").GetBoolean().ShouldBeTrue();
        (await Claim(lin, await team.InPool("没人的"))).ShouldBeProblem(409, "pool.off");

        var rules = (await admin.Get("/api/pool-rules")).ShouldBeOk();
        (rules["on"].GetBoolean(), rules["daysA"].GetInt32(), rules["barredDays"].GetInt32()).ShouldBe((false, 14, 15));
        (await admin.Put("/api/pool-rules", Rules(0))).Status.ShouldBe(400);
        (await admin.Put("/api/pool-rules", Rules(14))).ShouldBeOk()["enabledOn"].GetString().ShouldBe(team.Today().ToString("yyyy-MM-dd"));
        (await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "搬走了" })).ShouldBeEmpty();

        static object Rules(int a) => new { on = true, daysA = a, daysB = 21, daysC = 30, daysD = 60, daysNoDeal = 90, claimsPerDay = 5, mostHeld = 150, barredDays = 15 };
    }

    static Task<Answer> Claim(Person person, Customer customer) => person.Put($"/api/pool/{customer.Id}/claim", new { });

    static async Task Took(Person person, Customer customer) => (await Claim(person, customer)).ShouldBeEmpty();
}
