using Vesper.Kit.Access;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class CalendarTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_holiday_and_a_worked_sunday_change_the_work_calendar(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var hr = await team.JoinAsync("hr", "人事", Role.Hr);

        (await hr.Put("/api/calendar-days/2026-10-01", new { works = false, name = "国庆" })).ShouldBeOk();
        (await hr.Put("/api/calendar-days/2026-09-27", new { works = false, name = "写错了" })).ShouldBeOk();
        (await hr.Put("/api/calendar-days/2026-09-27", new { works = true, name = "国庆调休" })).ShouldBeOk();

        (await team.Rep("lin").Get("/api/calendar-days?year=2026")).ShouldBeOk().Body.EnumerateArray().Select(day => day.GetProperty("name").GetString()).ShouldBe(["国庆调休", "国庆"]);
        await using var db = team.Server.Db();
        var calendar = await WorkCalendar.OfAsync(db, team.OrgId);
        calendar.Works(new(2026, 9, 27)).ShouldBeTrue();
        calendar.Next(new(2026, 9, 30)).ShouldBe(new(2026, 10, 2));

        (await hr.Delete("/api/calendar-days/2026-10-01")).ShouldBeEmpty();
        (await team.Rep("lin").Get("/api/calendar-days?year=2026")).ShouldBeOk().Body.GetArrayLength().ShouldBe(1);
    }

    [EachEngine]
    [InlineData("1999-12-31", 400)]
    [InlineData("2101-01-01", 400)]
    [InlineData("2026-02-30", 400)]
    [InlineData("tomorrow", 400)]
    public async Task A_day_outside_sense_is_refused(Engine engine, string day, int status)
    {
        var hr = await (await vesper.On(engine).ATeamOf(0)).JoinAsync("hr", "人事", Role.Hr);

        (await hr.Put($"/api/calendar-days/{day}", new { works = false, name = "x" })).Status.ShouldBe(status);
        (await hr.Get("/api/calendar-days?year=0")).ShouldBeProblem(400, "day.senseless");
    }

    [EachEngine]
    public async Task A_leave_is_entered_by_oneself_or_who_answers_for_her(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, id) = (team.Rep("lin"), team.Rep("zhe"), Guid.CreateVersion7());

        (await lin.Put($"/api/leaves/{id}", Leave(lin, "2030-05-01", "2030-05-03"))).ShouldBeCreated();
        (await lin.Put($"/api/leaves/{id}", Leave(lin, "2030-05-01", "2030-05-04"))).ShouldBeOk();
        (await zhe.Put($"/api/leaves/{id}", Leave(zhe, "2030-05-01", "2030-05-04"))).ShouldBeProblem(404, "not-found");
        (await zhe.Delete($"/api/leaves/{id}")).ShouldBeProblem(404, "not-found");
        (await zhe.Get("/api/leaves")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        (await team.Supervisor.Get("/api/leaves")).ShouldBeOk().Body[0].GetProperty("until").GetString().ShouldBe("2030-05-04");

        (await lin.Put($"/api/leaves/{Guid.CreateVersion7()}", Leave(lin, "2030-05-03", "2030-05-01"))).ShouldBeProblem(409, "leave.order");
        (await team.Supervisor.Delete($"/api/leaves/{id}")).ShouldBeEmpty();
    }

    static object Leave(Person of, string from, string until) => new { memberId = of.Id, from, until };
}
