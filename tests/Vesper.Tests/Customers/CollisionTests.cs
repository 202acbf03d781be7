using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class CollisionTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Who_looks_after_the_company_herself_is_led_to_it_and_nobody_else_is(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var customer = await team.Customer("云顶家居");

        var hers = (await team.Rep("lin").Get("/api/customer-collisions?name=杭州云顶家居有限公司")).ShouldBeOk();
        hers["customerId"].GetGuid().ShouldBe(customer.Id);
        (await team.Rep("zhe").Get("/api/customer-collisions?name=杭州云顶家居有限公司")).ShouldBeOk().Text.ShouldNotContain($"{customer.Id}");

        (await team.Rep("lin").Get("/api/customer-collisions?name=云顶家具&city=杭州")).ShouldBeOk()["similar"].EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(customer.Id);
        (await team.Rep("zhe").Get("/api/customer-collisions?name=云顶家具&city=杭州")).ShouldBeOk()["similar"].GetArrayLength().ShouldBe(0, "a colleague's customer is not told by guessing");
        (await team.Rep("lin").Get("/api/customer-collisions?name=天鼎家居")).ShouldBeOk()["similar"].GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task That_a_similar_one_is_there_is_told_and_nothing_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Customer("云顶家居");
        var zhe = team.Rep("zhe");

        (await zhe.Get("/api/customer-collisions?name=云鼎家居&city=杭州")).ShouldBeOk()["similarElsewhere"].GetBoolean().ShouldBeTrue();
        (await zhe.Get("/api/customer-collisions?name=云鼎家居&city=宁波")).ShouldBeOk()["similarElsewhere"].GetBoolean().ShouldBeFalse();
        (await team.Rep("lin").Get("/api/customer-collisions?name=云鼎家居&city=杭州")).ShouldBeOk()["similarElsewhere"].GetBoolean().ShouldBeFalse("she sees it herself");
    }

    [EachEngine]
    public async Task Until_when_it_is_protected_is_what_its_clock_says(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var customer = await team.Old("云顶家居", Grade.D, 3);
        var until = (await team.Rep("lin").Get($"/api/customers/{customer.Id}/protection")).ShouldBeOk()["until"].GetString();

        var asked = (await team.Rep("zhe").Get("/api/customer-collisions?name=云顶家居&city=杭州")).ShouldBeOk();
        (asked["state"].GetString(), asked["protectedUntil"].GetString()).ShouldBe(("protected", until));
        until.ShouldNotBeNull();
        await team.Change(customer, one => one.OwnerId = null);
        (await team.Rep("zhe").Get("/api/customer-collisions?name=云顶家居&city=杭州")).ShouldBeOk()["protectedUntil"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [EachEngine]
    [InlineData("\"' OR * NEAR(", "")]
    [InlineData("（）", "%_\\")]
    [InlineData("🏠🏠🏠", "🏙")]
    public async Task No_name_breaks_the_question(Engine engine, string name, string city)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");

        (await lin.Get($"/api/customer-collisions?name={Uri.EscapeDataString(name)}&city={Uri.EscapeDataString(city)}")).ShouldBeOk()["state"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await lin.Put($"/api/customers/{Guid.CreateVersion7()}", new { name, city })).ShouldBeCreated();
        (await lin.Put($"/api/customers/{Guid.CreateVersion7()}", new { name, city })).ShouldBeProblem(409, "customer.protected");
        (await lin.Get($"/api/customer-collisions?name={new string('长', 300)}")).ShouldBeOk()["similar"].GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task A_company_is_known_by_a_phone_where_its_name_is_not(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name = "王总", phone = "+86 138-0013-8000" })).ShouldBeCreated();

        (await zhe.Get("/api/customer-collisions?name=另一块牌子&phone=13800138000")).ShouldBeOk()["state"].GetString().ShouldBe("protected");
        (await zhe.Get("/api/customer-collisions?name=另一块牌子&phone=13800138001")).ShouldBeOk()["state"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Make("13800138000")).ShouldBeProblem(409, "customer.protected");
        (await Make("138")).ShouldBeCreated();

        Task<Answer> Make(string phone) => zhe.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = "另一块牌子", phone });
    }

    [EachEngine]
    public async Task A_company_that_is_there_blocks_and_tells_little(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (other, foreign) = (await team.AnotherTeamAsync(), await vesper.On(engine).ATeamOf(1));
        var customer = await team.Customer("云顶家居");
        const string Asked = "/api/customer-collisions?name=云顶家居&city=杭州";

        var near = (await team.Rep("zhe").Get(Asked)).ShouldBeOk();
        (near["state"].GetString(), near["ownerName"].GetString()).ShouldBe(("protected", "小林"));
        var far = (await other.Rep("lin").Get(Asked)).ShouldBeOk();
        (far["state"].GetString(), far["ownerName"].GetString()).ShouldBe(("protected", ""));
        far.Text.ShouldNotContain("小林");
        (await foreign.Rep("lin").Get(Asked)).ShouldBeOk().Text.ShouldContain("\"state\":null");
        (await team.Rep("zhe").Get("/api/customer-collisions?name=青禾包装")).ShouldBeOk().Text.ShouldContain("\"state\":null");

        (await Make(other.Rep("lin"))).ShouldBeProblem(409, "customer.protected");
        await Change(null, Stage.Develop);
        (await Make(other.Rep("lin"))).ShouldBeProblem(409, "customer.in-pool");
        await Change(customer.OwnerId, Stage.Sign);
        (await Make(other.Rep("lin"))).ShouldBeProblem(409, "customer.signed");
        (await Make(foreign.Rep("lin"))).ShouldBeCreated();

        static Task<Answer> Make(Person person) => person.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = "云顶家居（杭州）有限公司", city = "杭州" });

        Task Change(Guid? owner, Stage stage) => team.Server.Writer.Run(team.OrgId, async db =>
        {
            var known = await db.Customers.Of(team.OrgId).FindAsync(customer.Id);
            (known!.OwnerId, known.Stage) = (owner, stage);
        });
    }
}
