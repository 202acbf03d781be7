using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class LocationTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly object Here = new { latitude = 30.274153, longitude = 120.155214, accuracy = 12.0 };

    [EachEngine]
    public async Task A_place_grows_coarse_within_a_day_and_is_gone_within_ninety(Engine engine)
    {
        using var server = await vesper.AloneOn(engine);
        var team = await Team.InNewOrganisationAsync(server, 1);
        var (id, customer) = await CheckedIn(team);

        (await team.RunNow("location")).Counts.ShouldBe("{\"deleted\":0,\"rounded\":0}");
        server.Clock.Advance(TimeSpan.FromHours(22.1));
        (await team.RunNow("location")).Counts.ShouldBe("{\"deleted\":0,\"rounded\":1}");
        (await Kept(team, id)).ShouldBe((30.274, 120.155, 12.0, PointKept.Rounded));

        server.Clock.Advance(TimeSpan.FromDays(89));
        (await team.RunNow("location")).Counts.ShouldBe("{\"deleted\":1,\"rounded\":0}");
        (await Kept(team, id)).ShouldBe((null, null, null, null));
        (await team.RunNow("location")).Counts.ShouldBe("{\"deleted\":0,\"rounded\":0}");
        customer.ShouldNotBeNull();
    }

    /// <summary>Hour by hour through the days a point lives: whatever hour it is made, the promise of 24 hours and 90 days holds, also when every second run fails.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_promise_holds_at_every_minute_of_a_day(int everyRun)
    {
        var options = new LocationOptions();
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var made = midnight.AddMinutes(minute);
            FirstRun(made, now => made <= options.RoundBefore(now), everyRun).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(24));
            FirstRun(made.AddDays(89), now => made <= options.DeleteBefore(now), everyRun).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(1));
        }
    }

    static TimeSpan FirstRun(DateTimeOffset from, Func<DateTimeOffset, bool> acts, int every)
    {
        var run = from.AddTicks(-(from.UtcTicks % TimeSpan.TicksPerHour));
        while (run < from || !acts(run)) run = run.AddHours(every);
        return run - from;
    }

    [EachEngine]
    public async Task Her_supervisor_sees_it_with_a_reason_and_she_sees_that_he_did(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        var (id, _) = await CheckedIn(team);

        (await team.Supervisor.Post($"/api/visits/{id}/location-looks", new { reason = " 看看 " })).ShouldBeProblem(409, "location.reason");
        (await team.Supervisor.Post($"/api/visits/{id}/location-looks", new { })).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Post($"/api/visits/{id}/location-looks", new { reason = new string('长', 201) })).ShouldBeProblem(400, "request.invalid");
        var seen = (await team.Supervisor.Post($"/api/visits/{id}/location-looks", new { reason = "客户说没有人来过" })).ShouldBeOk();

        (seen["latitude"].GetDouble(), seen["rounded"].GetBoolean()).ShouldBe((30.274153, false));
        await using var db = team.Server.Db();
        (await db.Set<EventRow>().Where(row => row.OrgId == team.OrgId && row.Type == "location.looked").SingleAsync()).ShouldSatisfyAllConditions(
            told => told.Topic.ShouldBe(Topic.Member(lin.Id).Name), told => told.Payload.ShouldNotContain("30.27"));
        var look = (await lin.Get("/api/me/location")).ShouldBeOk()["looks"].EnumerateArray().ShouldHaveSingleItem();
        (look.GetProperty("looker").GetString(), look.GetProperty("reason").GetString(), look.GetProperty("visitId").GetGuid()).ShouldBe(("陈主管", "客户说没有人来过", id));
        (await lin.Get("/api/notices"))["items"].EnumerateArray().First().GetProperty("kind").GetString().ShouldBe("location-looked");
    }

    [EachEngine]
    public async Task Nobody_else_reaches_it_by_any_question_that_can_be_asked(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var other = await team.AnotherTeamAsync();
        var (id, customer) = await CheckedIn(team);
        (await team.Rep("lin").Get($"/api/visits/{id}/point")).ShouldBeOk()["longitude"].GetDouble().ShouldBe(120.155214);

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Supervisor))
        {
            var asker = await team.JoinAsync($"as{(int)role}", $"问{role}", role, admin: role is Role.Admin);
            (await asker.Get($"/api/visits/{id}/point")).Status.ShouldBe(404);
            (await asker.Post($"/api/visits/{id}/location-looks", new { reason = "想知道她在哪里" })).ShouldBeProblem(403, "access.denied");
        }
        (await other.Supervisor.Post($"/api/visits/{id}/location-looks", new { reason = "想知道她在哪里" })).Status.ShouldBe(404);
        (await team.Supervisor.Get($"/api/visits/{id}/point")).Status.ShouldBe(404);

        // Every GET of the document, with the visit's and the customer's ids where it wants some: the digits are in none of the answers.
        var gets = (await team.Supervisor.Get("/openapi/v1.json")).ShouldBeOk()["paths"].EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)).Select(path => path.Name).ToList();
        gets.Count.ShouldBeGreaterThan(20);
        var today = DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8)).ToString("yyyy-MM-dd");
        foreach (var asker in new[] { team.Supervisor, team.Rep("zhe"), other.Supervisor })
            foreach (var path in gets.Where(path => !path.StartsWith("/api/live", StringComparison.Ordinal) && !path.Contains("{code}"))) // no stream; and wrong codes are counted against everybody here
                foreach (var given in path.Contains('{') ? new[] { id, customer.Id, team.Id, team.Rep("lin").Id } : [Guid.Empty])
                {
                    var text = (await asker.Get($"{System.Text.RegularExpressions.Regex.Replace(path, @"\{(?!day)\w+\}", given.ToString()).Replace("{day}", today)}?year=2026&format=json&day={today}&unitId={team.Id}")).Text;
                    text.ShouldNotContain("30.274", customMessage: $"{asker.Name} {path}");
                    text.ShouldNotContain("120.155", customMessage: $"{asker.Name} {path}");
                }
    }

    [EachEngine]
    public async Task What_was_kept_is_deleted_when_she_says_so_and_nobody_elses(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (mine, customer) = await CheckedIn(team);
        (await zhe.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        var hers = Guid.CreateVersion7();
        (await zhe.CheckIn(await team.Customer("青禾", zhe), hers, Here)).ShouldBeCreated();

        (await lin.Get("/api/me/location"))["exact"].GetInt32().ShouldBe(1);
        (await lin.Delete("/api/me/location/points")).ShouldBeOk()["count"].GetInt32().ShouldBe(1);
        (await lin.Delete("/api/me/location/points")).ShouldBeOk()["count"].GetInt32().ShouldBe(0);

        (await Kept(team, mine)).ShouldBe((null, null, null, null));
        (await Kept(team, hers)).Item4.ShouldBe(PointKept.Exact);
        (await lin.Get($"/api/visits/{mine}/point")).Status.ShouldBe(404);
        (await team.Supervisor.Post($"/api/visits/{mine}/location-looks", new { reason = "客户说没有人来过" })).ShouldBeProblem(409, "location.none");
        customer.ShouldNotBeNull();
    }

    static async Task<(Guid, Customer)> CheckedIn(Team team)
    {
        var lin = team.Rep("lin");
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        var (id, customer) = (Guid.CreateVersion7(), await team.Customer("云顶家居"));
        (await lin.CheckIn(customer, id, Here, team.Server.Clock.GetUtcNow())).ShouldBeCreated()["positionKept"].GetBoolean().ShouldBeTrue();
        return (id, customer);
    }

    static async Task<(double?, double?, double?, PointKept?)> Kept(Team team, Guid id)
    {
        await using var db = team.Server.Db();
        var visit = await db.Visits.Of(team.OrgId).SingleAsync(visit => visit.Id == id);
        return (visit.Latitude, visit.Longitude, visit.Accuracy, visit.PointKept);
    }
}
