using Vesper.Customers;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Collisions;

public sealed class CreditCodeTests(Vesper vesper) : IClassFixture<Vesper>
{
    [Theory]
    [InlineData("914403001922038216", true)] // two companies' own, from their annual reports
    [InlineData("9144030071526726XG", true)]
    [InlineData("914403001922038217", false)] // the last character
    [InlineData("914403001922083216", false)] // two changed places
    [InlineData("91440300192203821O", false)] // O for 0
    [InlineData("91440300192203821", false)]
    [InlineData("", false)]
    public void Its_last_character_checks_the_others(string code, bool valid) => CreditCode.IsValid(code).ShouldBe(valid);

    [EachEngine]
    public async Task A_company_is_known_by_its_code_whatever_it_is_called(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var code = Valid();
        (await lin.Put($"/api/customers/{customer.Id}/credit-code", new { code = $" {code.ToLowerInvariant()} " })).Status.ShouldBe(204);

        (await zhe.Get($"/api/customer-collisions?name=另一块牌子&creditCode={code}")).ShouldBeOk()["state"].GetString().ShouldBe("protected");
        (await zhe.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = "另一块牌子", creditCode = code })).ShouldBeProblem(409, "customer.protected");
        (await lin.Get($"/api/customers?q={code[..8]}")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);

        var other = Valid(7);
        (await zhe.Put($"/api/customers/{Guid.CreateVersion7()}", new { name = "云顶家居", city = "杭州", creditCode = other })).ShouldBeCreated(); // two codes are two companies
        (await lin.Put($"/api/customers/{customer.Id}/credit-code", new { code = other })).ShouldBeProblem(409, "customer.protected");
        (await lin.Put($"/api/customers/{customer.Id}/credit-code", new { code = "" })).Status.ShouldBe(204);
        (await lin.Put($"/api/customers/{customer.Id}/credit-code", new { code = code[..17] })).ShouldBeProblem(400, "customer.credit-code");
        (await zhe.Put($"/api/customers/{customer.Id}/credit-code", new { code })).Status.ShouldBe(404);
        (await zhe.Get("/api/customer-collisions?name=青禾&creditCode=1")).ShouldBeProblem(400, "customer.credit-code");
    }

    /// <summary>A code with a right last character.</summary>
    static string Valid(int seed = 1) =>
        "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(last => $"91330106MA2CFJ5{seed}2{last}").First(CreditCode.IsValid);
}
