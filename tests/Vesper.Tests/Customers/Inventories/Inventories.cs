using Vesper.Customers;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Inventories;

/// <summary>盘点 as a test's sentences speak of it.</summary>
static class Inventories
{
    public static async Task<Guid> Begins(this Person host, Person rep)
    {
        var answer = (await host.Put($"/api/inventories/{Guid.CreateVersion7()}", new { memberId = rep.Id })).ShouldBeOk();
        return answer["id"].GetGuid();
    }

    public static Task<Answer> Judges(this Person person, Guid inventory, Customer customer, string verdict, string reason = "聊过了", string? next = "约见", DateOnly? on = null, int version = 0) =>
        person.Put($"/api/inventories/{inventory}/customers/{customer.Id}/verdict", new { verdict, reason, nextAction = next, nextOn = on, version });

    public static async Task<Answer> Ends(this Person host, Guid inventory) => (await host.Put($"/api/inventories/{inventory}/end", new { })).ShouldBeOk();

    public static async Task<Answer> Card(this Person person, Guid inventory, Customer customer) => (await person.Get($"/api/inventories/{inventory}/customers/{customer.Id}")).ShouldBeOk();

    /// <summary>The line of a customer in what the session answered.</summary>
    public static System.Text.Json.JsonElement Line(this Answer inventory, Customer customer) =>
        inventory["lines"].EnumerateArray().Single(line => line.GetProperty("customerId").GetGuid() == customer.Id);

    public static List<System.Text.Json.JsonElement> Items(this Answer list) => [.. list.ShouldBeOk().Body.EnumerateArray()];
}
