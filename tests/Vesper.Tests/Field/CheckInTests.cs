using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class CheckInTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly object Doorstep = new { latitude = 30.274112, longitude = 120.155187, accuracy = 12.5 };

    [EachEngine]
    public async Task A_visit_at_a_company_that_turned_out_to_be_a_colleagues_is_kept_there(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (zhe, customer, made, visit) = (team.Rep("zhe"), await team.Customer("云顶家居"), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await zhe.Put($"/api/customers/{made}", new { name = "杭州云顶家居有限公司" })).ShouldBeProblem(409, "customer.protected");
        var body = new { customerId = made, deviceAt = TimeProvider.System.GetUtcNow(), company = new { name = "杭州云顶家居有限公司" } };

        (await zhe.Put($"/api/check-ins/{Guid.CreateVersion7()}", new { body.customerId, body.deviceAt })).ShouldBeProblem(404, "not-found");
        (await zhe.Put($"/api/check-ins/{Guid.CreateVersion7()}", new { body.customerId, body.deviceAt, company = new { name = "云顶" } })).ShouldBeProblem(404, "not-found");
        (await zhe.Put($"/api/check-ins/{visit}", body)).ShouldBeCreated();
        (await zhe.Put($"/api/check-ins/{visit}", body)).ShouldBeOk();
        (await zhe.End(visit, new { outcome = "advanced", kpMet = true, kpMinutes = 10 })).ShouldBeOk();

        (await team.Rep("lin").Get($"/api/customers/{customer.Id}")).ShouldBeOk()["visits"].EnumerateArray().ShouldHaveSingleItem();
        var told = (await team.Rep("lin").Get("/api/notices"))["items"].EnumerateArray().Where(notice => notice.GetProperty("kind").GetString() == "customer-visited").ShouldHaveSingleItem();
        (told.GetProperty("link").GetString(), told.GetProperty("words").GetProperty("who").GetString()).ShouldBe(($"/customers/{customer.Id}", "阿哲"));
        (await zhe.Get($"/api/customers/{customer.Id}")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_check_in_sent_twice_is_one_check_in(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var customer = await team.Customer("云顶家居");
        var id = Guid.CreateVersion7();

        (await team.Rep("lin").CheckIn(customer, id)).ShouldBeCreated();
        (await team.Rep("lin").CheckIn(customer, id)).ShouldBeOk()["customerName"].GetString().ShouldBe("云顶家居");

        var line = (await team.Rep("zhe").Feed()).ShouldHaveSingleItem();
        line.GetProperty("memberName").GetString().ShouldBe("小林");
        line.GetProperty("customerName").GetString().ShouldBe("云顶家居");
    }

    [EachEngine]
    public async Task The_team_hears_of_it_at_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var customer = await team.Customer("云顶家居");
        using var live = await team.Rep("zhe").Listen();

        await team.Rep("lin").CheckIn(customer, point: Doorstep);

        (await live.Next("check-in.created")).GetRawText().ShouldNotContain("30.274");
    }

    [EachEngine]
    public async Task Customers_and_visits_of_others_are_as_if_they_were_not_there(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, foreign) = (team.Rep("lin"), team.Rep("zhe"), (await vesper.On(engine).ATeamOf(1)).Rep("lin"));
        var customer = await team.Customer("云顶家居");
        var visit = await lin.Visit(customer);

        (await zhe.CheckIn(customer)).ShouldBeProblem(404, "not-found");
        (await zhe.CheckIn(customer, visit)).ShouldBeProblem(404, "not-found");
        (await foreign.CheckIn(customer, visit)).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/check-ins/{Guid.CreateVersion7()}", new { customerId = Guid.CreateVersion7(), deviceAt = TimeProvider.System.GetUtcNow() })).ShouldBeProblem(404, "not-found");
        (await zhe.Feed()).Count.ShouldBe(1);
        (await foreign.Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    [InlineData(11)]
    [InlineData(-14 * 24 * 60 - 5)]
    public async Task A_clock_out_of_sense_is_refused(Engine engine, int minutes)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var customer = await team.Customer("云顶家居");

        (await team.Rep("lin").CheckIn(customer, at: TimeProvider.System.GetUtcNow().AddMinutes(minutes))).ShouldBeProblem(409, "check-in.time");
        (await team.Rep("lin").Put($"/api/check-ins/{Guid.CreateVersion7()}", new { customerId = customer.Id })).ShouldBeProblem(409, "check-in.time");
        (await team.Rep("lin").Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task What_waited_overnight_in_a_phone_belongs_to_its_own_day(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);

        var answer = await team.Rep("lin").CheckIn(await team.Customer("云顶家居"), at: yesterday);

        answer.ShouldBeCreated()["day"].GetString().ShouldBe($"{yesterday.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}");
    }

    [EachEngine]
    public async Task A_point_is_kept_with_consent_only_and_never_told(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        var customer = await team.Customer("云顶家居");
        var (without, with) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        (await lin.CheckIn(customer, without, Doorstep)).ShouldBeCreated()["positionKept"].GetBoolean().ShouldBeFalse();
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        var answer = (await lin.CheckIn(customer, with, Doorstep)).ShouldBeCreated();
        answer["positionKept"].GetBoolean().ShouldBeTrue();

        await using var db = team.Server.Db();
        (await db.Visits.Of(team.OrgId).SingleAsync(visit => visit.Id == without)).Latitude.ShouldBeNull();
        (await db.Visits.Of(team.OrgId).SingleAsync(visit => visit.Id == with)).Latitude.ShouldBe(30.274112);

        string[] told = [answer.Text, (await lin.Get("/api/today")).Text, (await team.Rep("zhe").Get("/api/feed")).Text, (await team.Supervisor.Get("/api/feed")).Text,
            (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk().Text, (await team.Supervisor.Get($"/api/customers/{customer.Id}")).ShouldBeOk().Text];
        told.ShouldAllBe(text => !text.Contains("30.274") && !text.Contains("120.155"));
    }

    [EachEngine]
    [InlineData(91, 120, 10)]
    [InlineData(30, 181, 10)]
    [InlineData(30, 120, -1)]
    [InlineData(30, 120, 100_001)]
    public async Task A_place_that_is_not_on_earth_is_named_in_the_answer(Engine engine, double latitude, double longitude, double accuracy)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        (await team.Rep("lin").CheckIn(await team.Customer("云顶家居"), point: new { latitude, longitude, accuracy })).ShouldBeProblem(400, "request.invalid");
        (await team.Rep("lin").Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Bad_requests_change_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var at = $"/api/check-ins/{Guid.CreateVersion7()}";

        (await lin.Send(HttpMethod.Put, at, "{\"customerId\":")).ShouldBeProblem(400, "request.malformed");
        (await lin.Put(at, new { customerId = "seven", deviceAt = "yesterday" })).ShouldBeProblem(400, "request.malformed");
        (await lin.Put(at, new { customerId = customer.Id, deviceAt = TimeProvider.System.GetUtcNow(), purpose = new string('长', 101) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put("/api/check-ins/not-an-id", new { })).ShouldBeProblem(404, "not-found");
        (await lin.Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Who_has_left_checks_in_no_more(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Members.Of(team.OrgId).FindAsync(lin.Id))!.State = MemberState.Left;
            db.Tell(Topic.House, new RightsChanged(lin.Id));
        });

        (await lin.CheckIn(customer)).ShouldBeProblem(401, "session.required");
        (await team.Supervisor.Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task A_check_in_at_a_planned_customer_fulfils_the_plan(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var today = (await lin.Get("/api/today"))["day"].GetString();
        (await lin.Put($"/api/planned-visits/{Guid.CreateVersion7()}", new { customerId = customer.Id, day = today, purpose = "见董事长的儿子", position = 0 })).ShouldBeCreated();

        var visit = await lin.Visit(customer);

        var day = (await lin.Get("/api/today")).ShouldBeOk();
        day["plannedVisits"][0].GetProperty("visitId").GetGuid().ShouldBe(visit);
        day["visits"][0].GetProperty("visit").GetProperty("purpose").GetString().ShouldBe("见董事长的儿子");
    }
}
