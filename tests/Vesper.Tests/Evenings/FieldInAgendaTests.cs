using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

/// <summary>What the day in the street brings to the evening's agenda.</summary>
public sealed class FieldInAgendaTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly DateTimeOffset Monday = new(2027, 3, 1, 10, 30, 0, TimeSpan.Zero);

    [EachEngine]
    public async Task Refusals_on_the_phone_weigh_like_those_at_the_door(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 3);
        var (lin, cloud) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Visited(team.Rep("zhe"), await team.Customer("青禾包装", team.Rep("zhe")));
        var calm = (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("act") == "relief").Sum(item => item.GetProperty("minutes").GetDouble());

        for (var i = 0; i < 6; i++)
            (await lin.Put($"/api/calls/{Guid.CreateVersion7()}", new { customerId = cloud.Id, deviceAt = Monday, outcome = i % 2 == 0 ? "refused" : "hungUp" })).ShouldBeCreated();

        var heavy = (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("act") == "relief").Sum(item => item.GetProperty("minutes").GetDouble());
        heavy.ShouldBeGreaterThan(calm);
    }

    [EachEngine]
    public async Task Help_that_arrives_after_the_evening_is_heard_on_the_next_one_once(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 3);
        var (lin, cloud) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Supervisor.Opened();
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await team.Supervisor.Closes();

        // Her phone was without a network in the afternoon and sends at night what she asked at the door.
        server.Clock.Advance(TimeSpan.FromHours(2));
        await team.Visited(lin, cloud, VisitOutcome.Open, help: "老板只肯看样品");
        server.Clock.Advance(TimeSpan.FromHours(22));

        (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("kind") == "case").ShouldHaveSingleItem().Text("title").ShouldContain("云顶家居");
        await team.Supervisor.Opened();
        await team.Supervisor.Closes();
        server.Clock.Advance(TimeSpan.FromDays(1));
        (await team.Supervisor.Tonight()).List("items").Count(item => item.Text("kind") == "case").ShouldBeLessThanOrEqualTo(1, "carried as a case, not drafted a second time");
    }

    [EachEngine]
    public async Task A_grade_that_only_the_calendar_raised_is_nobodys_story(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        server.Clock.Set(Monday);
        var team = await Team.InNewOrganisationAsync(server, 3);
        var (lin, near, seen) = (team.Rep("lin"), await team.Customer("新木坊"), await team.Customer("云顶家居"));
        await server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Customers.Of(team.OrgId).SingleAsync(customer => customer.Id == near.Id)).Grade = Grade.B;
            foreach (var kind in new[] { FactKind.KpMet, FactKind.Need, FactKind.Budget, FactKind.Time })
                db.Add(new Fact
                {
                    OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = near.Id, Kind = kind, Date = kind is FactKind.Time ? team.Today().AddDays(30) : null, VisitId = Guid.CreateVersion7(), MemberId = lin.Id, SeenOn = team.Today().AddDays(-2),
                });
        });
        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":0,\"up\":1}");
        await team.Raised(lin, seen, Grade.B);

        (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("kind") == "story").ShouldHaveSingleItem().Text("title").ShouldContain("云顶家居");
    }
}
