using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class FallsJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_week_before_a_grade_falls_its_owner_hears_of_it_once_for_each_fall(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), Today(team));
        var soon = await Known(team, "旧木坊", today.AddDays(-24)); // stale after 30 days: on the 31st it falls, in 7
        await Known(team, "新木坊", today.AddDays(-23)); // in 8
        await Known(team, "无主木坊", today.AddDays(-24), owned: false);

        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":1}");
        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":0}");

        var notice = (await lin.Get("/api/notices")).ShouldBeOk()["items"].EnumerateArray().ShouldHaveSingleItem();
        (notice.GetProperty("kind").GetString(), notice.GetProperty("link").GetString(), notice.GetProperty("words").GetProperty("customer").GetString()).ShouldBe(("grade-falls", $"/customers/{soon}", "旧木坊"));
        (await team.Supervisor.Get("/api/notices"))["items"].GetArrayLength().ShouldBe(0);

        // The next morning the other one is near; the first stays told.
        server.Clock.Advance(TimeSpan.FromDays(1));
        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":1}");

        // She went there, all is fresh: the fall is another one, and is told when it comes near.
        await See(team, soon, today);
        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":0}");
        server.Clock.Advance(TimeSpan.FromDays(23));
        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":1}");
    }

    [EachEngine]
    public async Task All_that_fall_within_the_week_are_one_notice_to_their_owner(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, today) = (team.Rep("lin"), team.Rep("zhe"), Today(team));
        await Known(team, "甲木坊", today.AddDays(-25));
        foreach (var name in (string[])["乙木坊", "丙木坊", "丁木坊", "戊木坊"]) await Known(team, name, today.AddDays(-24));
        await See(team, (await team.Customer("己木坊", zhe)).Id, today.AddDays(-24));
        await team.Server.Writer.Run(team.OrgId, async db => (await db.Customers.Of(team.OrgId).SingleAsync(c => c.ShortName == "己木坊")).Grade = Grade.A);

        (await team.RunNow("grade-falls")).Counts.ShouldBe("{\"told\":6}");

        var hers = (await lin.Get("/api/notices")).ShouldBeOk()["items"].EnumerateArray().ShouldHaveSingleItem();
        (hers.GetProperty("link").GetString(), hers.GetProperty("words").GetProperty("customer").GetString()).ShouldBe(("/customers", "甲木坊、乙木坊、丙木坊 +2"));
        (await zhe.Get("/api/notices"))["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("words").GetProperty("customer").GetString().ShouldBe("己木坊");
    }

    static DateOnly Today(Team team) => DateOnly.FromDateTime(team.Server.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    static async Task<Guid> Known(Team team, string name, DateOnly seenOn, bool owned = true)
    {
        var customer = await team.Customer(name);
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            var row = await db.Customers.Of(team.OrgId).SingleAsync(c => c.Id == customer.Id);
            row.Grade = Grade.A;
            if (!owned) row.OwnerId = null;
        });
        await See(team, customer.Id, seenOn);
        return customer.Id;
    }

    static Task See(Team team, Guid customer, DateOnly on) => team.Server.Writer.Run(team.OrgId, db =>
    {
        foreach (var kind in new[] { FactKind.KpMet, FactKind.Need, FactKind.Budget, FactKind.Time })
            db.Add(new Fact
            {
                OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer, Kind = kind, Date = kind is FactKind.Time ? Today(team).AddDays(5) : null,
                VisitId = Guid.CreateVersion7(), MemberId = team.Rep("lin").Id, SeenOn = on,
            });
        return Task.CompletedTask;
    });
}
