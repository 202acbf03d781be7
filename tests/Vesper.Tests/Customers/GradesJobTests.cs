using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class GradesJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task At_night_stale_grades_step_down_near_ones_rise_and_the_team_hears_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var today = Today(team);
        var stale = await Graded(team, "旧木坊", Grade.A, today.AddDays(-31), decidesOn: today.AddDays(5));
        var near = await Graded(team, "新木坊", Grade.B, today.AddDays(-2), decidesOn: today.AddDays(30));
        var same = await Graded(team, "老木坊", Grade.A, today.AddDays(-30), decidesOn: today.AddDays(5));
        using var phone = await team.Rep("lin").Listen();

        var report = await team.RunNow("grades");

        (report.Counts, report.Failure).ShouldBe(("{\"down\":1,\"up\":1}", null));
        await using var db = team.Server.Db();
        var now = await db.Customers.Of(team.OrgId).ToDictionaryAsync(customer => customer.Id);
        (now[stale].Grade, now[near].Grade, now[same].Grade).ShouldBe((Grade.B, Grade.A, Grade.A));
        now[stale].GradeSince.ShouldBe(today);
        (await db.GradeChanges.Of(team.OrgId).SingleAsync(change => change.CustomerId == stale)).ShouldSatisfyAllConditions(
            change => (change.From, change.To, change.Reason).ShouldBe((Grade.A, Grade.B, "太久没有新的进展")),
            change => change.MemberId.ShouldBe(team.Rep("lin").Id));
        new[] { await phone.Next("grade.changed"), await phone.Next("grade.changed") }.Select(told => told.GetProperty("of").GetProperty("customerId").GetGuid()).ShouldBe([stale, near], ignoreOrder: true);

        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":0,\"up\":0}");
    }

    [EachEngine]
    public async Task A_grade_that_only_the_calendar_raised_has_no_line_in_the_feed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), Today(team));
        await Graded(team, "新木坊", Grade.B, today.AddDays(-2), decidesOn: today.AddDays(30));
        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":0,\"up\":1}");

        // A deal after it: once that stands in the feed, the grade before it has been looked at.
        var customer = await team.Customer("云顶家居");
        (await lin.Put($"/api/deals/{Guid.CreateVersion7()}", new { customerId = customer.Id, name = "展会套餐", amountFen = 100 })).ShouldBeCreated();
        var feed = await Visits.Soon(lin.Feed, lines => lines.Exists(line => line.GetProperty("kind").GetString() == "win"));
        feed.ShouldNotContain(line => line.GetProperty("kind").GetString() == "grade");
    }

    static DateOnly Today(Team team) => DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    static async Task<Guid> Graded(Team team, string name, Grade grade, DateOnly seenOn, DateOnly decidesOn)
    {
        var customer = await team.Customer(name);
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            (await db.Customers.Of(team.OrgId).SingleAsync(c => c.Id == customer.Id)).Grade = grade;
            foreach (var kind in new[] { FactKind.KpMet, FactKind.Need, FactKind.Budget, FactKind.Time })
                db.Add(new Fact
                {
                    OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, Kind = kind, Date = kind is FactKind.Time ? decidesOn : null,
                    VisitId = Guid.CreateVersion7(), MemberId = team.Rep("lin").Id, SeenOn = seenOn,
                });
        });
        return customer.Id;
    }
}
