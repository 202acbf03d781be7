using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class CollisionTests(Vesper vesper) : IClassFixture<Vesper>
{
    [Theory]
    [InlineData("杭州云顶家居有限公司", "杭州", "云顶家居", "杭州", true)]
    [InlineData("云顶家居（集团）股份有限公司", "", "杭州云顶家居有限公司", "杭州市", true)]
    [InlineData("Ｙｕｎｄｉｎｇ Furniture Co., Ltd.", "", "yunding furniture", "", true)]
    [InlineData("云顶家居", "杭州", "云顶家居", "宁波", false)]
    [InlineData("云顶家具", "杭州", "云顶家居", "杭州", false)]
    [InlineData("有限公司", "", "有限公司", "", true)]
    [InlineData("杭州公司", "杭州", "杭州集团", "杭州", false)]
    public void Names_are_compared_without_what_every_company_has(string one, string city, string other, string otherCity, bool same)
    {
        CompanyName.Same(one, city, other, otherCity).ShouldBe(same);
        CompanyName.Same(other, otherCity, one, city).ShouldBe(same);
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
        (await foreign.Rep("lin").Get(Asked)).ShouldBeOk().Text.ShouldNotContain("protected");
        (await team.Rep("zhe").Get("/api/customer-collisions?name=青禾包装")).ShouldBeOk().Text.ShouldNotContain("protected");

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
