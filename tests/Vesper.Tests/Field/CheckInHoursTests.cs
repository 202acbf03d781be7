using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

/// <summary>The button is off outside working hours and on leave, unless switched on for that visit; and a wrong clock loses nothing.</summary>
public sealed class CheckInHoursTests(Vesper vesper) : IClassFixture<Vesper>
{
    static readonly DateTimeOffset Thursday = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    static readonly object Doorstep = new { latitude = 30.274112, longitude = 120.155187, accuracy = 12.5 };

    [EachEngine]
    [InlineData(0, null)]
    [InlineData(10, "check-in.off-hours")] // 20:00
    [InlineData(48, "check-in.day-off")] // Saturday
    public async Task Outside_working_hours_she_switches_it_on_herself(Engine engine, int hours, string? code)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await WithHours(server);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        server.Clock.Set(Thursday.AddHours(hours));
        var now = server.Clock.GetUtcNow();

        var answer = await lin.CheckIn(customer, at: now);

        if (code is null) answer.ShouldBeCreated();
        else answer.ShouldBeProblem(409, code);
        (await lin.CheckIn(customer, at: now, more: new { outsideHours = true })).ShouldBeCreated()["outsideHours"].GetBoolean().ShouldBeTrue();
    }

    [EachEngine]
    public async Task On_leave_it_is_off_all_day(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await WithHours(server);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        server.Clock.Set(Thursday);
        (await lin.Put($"/api/leaves/{Guid.CreateVersion7()}", new { memberId = lin.Id, from = "2026-03-05", until = "2026-03-06" })).ShouldBeCreated();

        (await lin.CheckIn(customer, at: Thursday)).ShouldBeProblem(409, "check-in.on-leave");
        var terms = (await lin.Get("/api/check-in-terms")).ShouldBeOk();
        (terms["onLeave"].GetBoolean(), terms["works"].GetBoolean(), terms["opens"].GetString()).ShouldBe((true, true, "09:00:00"));
        (await lin.CheckIn(customer, at: Thursday, more: new { outsideHours = true })).ShouldBeCreated();
    }

    [EachEngine]
    public async Task What_was_made_without_a_network_is_not_lost_for_the_hour_but_keeps_no_point(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await WithHours(server);
        var lin = team.Rep("lin");
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        server.Clock.Set(Thursday.AddHours(12));

        var visit = (await lin.CheckIn(await team.Customer("云顶家居"), at: Thursday.AddHours(11), point: Doorstep)).ShouldBeCreated();

        visit["positionKept"].GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    [InlineData(1440)]
    [InlineData(-1440)]
    public async Task A_phone_that_is_a_day_off_checks_in_all_the_same(Engine engine, int minutes)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var now = TimeProvider.System.GetUtcNow();
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();

        var visit = (await lin.CheckIn(customer, point: Doorstep, at: now.AddMinutes(minutes - 20), sentAt: now.AddMinutes(minutes))).ShouldBeCreated();

        visit["at"].GetDateTimeOffset().ShouldBe(now.AddMinutes(-20), TimeSpan.FromSeconds(30));
        visit["evidenceReasons"].EnumerateArray().Select(reason => reason.GetString()).ShouldContain("clockSkew");
    }

    [EachEngine]
    public async Task A_sending_time_that_is_none_is_as_if_it_were_not_there(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        lin.Http.DefaultRequestHeaders.Add("Vesper-Sent-At", "yesterday, I think");

        (await lin.CheckIn(customer)).ShouldBeCreated();
        (await lin.CheckIn(customer, at: TimeProvider.System.GetUtcNow().AddHours(1))).ShouldBeProblem(409, "check-in.time");
    }

    /// <summary>A team that works from 9 to 18.</summary>
    static async Task<Team> WithHours(Server server)
    {
        var team = await Task.FromResult(server).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        (await admin.Put("/api/field-rules", new { opens = "09:00:00", closes = "18:00:00", evidenceShared = false })).ShouldBeOk();
        return team;
    }
}
