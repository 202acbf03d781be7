using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

/// <summary>A mission as the tests' sentences speak of it.</summary>
static class Missions
{
    /// <summary>A customer with an address: so many degrees north and east of 金沙湖.</summary>
    public static async Task<Customer> CustomerAt(this Team team, string name, double north, double east, Person? owner = null)
    {
        var customer = await team.Customer(name, owner);
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            var row = (await db.Customers.Of(team.OrgId).FindAsync(customer.Id))!;
            (row.Latitude, row.Longitude) = (30.3051 + north, 120.3402 + east);
        });
        return customer;
    }

    public static object Mission(this Team team, DateTimeOffset meetsAt, params (Person Who, string Side, Customer[] Doors)[] routes) => new
    {
        area = "下沙", place = "金沙湖地铁口", meetsAt, teamId = team.Id,
        routes = routes.Select(route => new { memberId = route.Who.Id, side = route.Side, customerIds = route.Doors.Select(door => door.Id) }),
    };

    /// <summary>A mission of today that has started, and its id.</summary>
    public static async Task<Guid> StartMission(this Team team, params (Person Who, string Side, Customer[] Doors)[] routes)
    {
        var id = Guid.CreateVersion7();
        (await team.Supervisor.Put($"/api/missions/{id}", team.Mission(team.Server.Clock.GetUtcNow(), routes))).ShouldBeCreated();
        (await team.Supervisor.Put($"/api/missions/{id}/start", new { })).ShouldBeOk();
        return id;
    }

    public static async Task<Answer> Mission(this Person person, Guid id) => (await person.Get($"/api/missions/{id}")).ShouldBeOk();

    /// <summary>How many stops of a member are done, and whom she visited last.</summary>
    public static (int Done, int Total, string Last) Progress(this Answer mission, Person person)
    {
        var route = mission["routes"].EnumerateArray().Single(route => route.GetProperty("memberId").GetGuid() == person.Id);
        return (route.GetProperty("done").GetInt32(), route.GetProperty("total").GetInt32(), route.GetProperty("lastCustomer").GetString()!);
    }
}
