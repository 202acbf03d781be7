using Vesper.Kit.Access;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Archive;

public sealed class AssetTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_customer_is_worth_what_is_known_of_it_lately(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var at = $"/api/customers/{customer.Id}/asset";
        var bare = (await lin.Get(at)).ShouldBeOk();
        (bare["kp"].GetString(), bare["completeness"].GetDouble(), bare["freshness"].GetDouble()).ShouldBe(("nobody", 0.2, 1)); // city and industry

        var contact = Guid.CreateVersion7();
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{contact}", new { name = "王莉", role = "kp1", decides = true, phone = "13812345678" })).ShouldBeCreated();
        (await lin.Get(at))["kp"].GetString().ShouldBe("kpKnown");
        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", kpMet = true, contactId = contact, facts = new object[] { new { kind = "need", text = "想做外贸" } } })).ShouldBeOk();

        var now = await Visits.Soon(() => lin.Get(at), answer => answer["kp"].GetString() == "deciderMet");
        now["completeness"].GetDouble().ShouldBe(0.5);
        Missing(now).ShouldBe(["employees", "address", "budget", "time", "authority"]);
        now["points"].GetDouble().ShouldBeGreaterThan(bare["points"].GetDouble());
        now["ahead"].GetDouble().ShouldBeLessThan(now["points"].GetDouble());
        (await team.Rep("zhe").Get(at)).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_rep_sums_her_own_and_who_leads_sums_the_team_by_name(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, other) = (team.Rep("lin"), team.Rep("zhe"), await team.AnotherTeamAsync());
        await team.Customer("云顶家居");
        await team.Customer("中泰纸业", zhe);
        await team.Customer("恒泰五金", zhe);
        await other.Customer("远处的厂");
        await team.InPool("公海里的");
        var boss = await (await team.AboveAsync()).JoinAsync("boss", "刘经理", Role.Manager);

        var hers = (await lin.Get("/api/assets")).ShouldBeOk();
        hers["customers"].GetInt32().ShouldBe(1);
        var sums = (await team.Supervisor.Get("/api/assets")).ShouldBeOk();
        Members(sums).ShouldBe([("小林", 1), ("阿哲", 2)]);
        sums["points"].GetDouble().ShouldBe(3 * hers["points"].GetDouble(), 0.05);
        (await boss.Get("/api/assets")).ShouldBeOk()["customers"].GetInt32().ShouldBe(3);
        (await other.Supervisor.Get("/api/assets")).ShouldBeOk()["customers"].GetInt32().ShouldBe(1);
    }

    static List<string?> Missing(Answer answer) => [.. answer["missing"].EnumerateArray().Select(part => part.GetString())];

    static List<(string?, int)> Members(Answer answer) =>
        [.. answer["teams"].EnumerateArray().SelectMany(team => team.GetProperty("members").EnumerateArray()).Select(one => (one.GetProperty("name").GetString(), one.GetProperty("customers").GetInt32()))];
}
