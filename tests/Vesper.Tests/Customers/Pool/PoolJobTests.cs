using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Pool;

public sealed class PoolJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task At_night_what_nobody_followed_up_goes_back_and_says_why(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var lin = team.Rep("lin");
        var (left, visited, called, signed) = (await Old("没人管", Grade.A, 30), await Old("刚去过", Grade.A, 30), await Old("打过电话", Grade.A, 30), await Old("签过的", Grade.A, 300));
        await team.Change(signed, customer => customer.Stage = Stage.Sign);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(Visit(visited, team.Today().AddDays(-3)));
            db.Add(new Call { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin.Id, TeamId = team.Id, CustomerId = called.Id, Day = team.Today().AddDays(-4), Outcome = CallOutcome.Reached });
            db.Add(new Call { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin.Id, TeamId = team.Id, CustomerId = left.Id, Day = team.Today().AddDays(-4), Outcome = CallOutcome.HungUp });
            return Task.CompletedTask;
        });

        (await team.RunNow("pool")).Counts.ShouldBe("{\"kept\":2,\"released\":1,\"reminded\":0}");
        (await team.RunNow("pool")).Counts.ShouldBe("{\"kept\":0,\"released\":0,\"reminded\":0}");

        (await lin.Get($"/api/customers/{left.Id}")).Status.ShouldBe(404);
        (await lin.Get("/api/customers?q=没人管")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await lin.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("pool-released");
        var why = (await lin.Get("/api/pool/moves")).ShouldBeOk()["items"].EnumerateArray().Single();
        (why.GetProperty("kind").GetString(), why.GetProperty("cause").GetString(), why.GetProperty("grade").GetString(), why.GetProperty("days").GetInt32(), why.GetProperty("byName").GetString())
            .ShouldBe(("released", "followUp", "a", 14, ""));
        (await team.Supervisor.Get($"/api/customers/{left.Id}/protection")).ShouldBeOk()["inPool"].GetBoolean().ShouldBeTrue();

        Task<Customer> Old(string name, Grade grade, int days) => team.Old(name, grade, days);
        Visit Visit(Customer customer, DateOnly day) => team.Effective(customer, day);
    }

    [EachEngine]
    public async Task She_hears_of_the_end_once_for_each_of_seven_three_and_one(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(1);
        var lin = team.Rep("lin");
        foreach (var name in new[] { "快到的一", "快到的二" }) await team.Old(name, Grade.D, 100);
        await team.Rules(rules => (rules.EnabledOn, rules.DaysD) = (team.Today(), 5));

        (await team.RunNow("pool")).Counts.ShouldBe("{\"kept\":2,\"released\":0,\"reminded\":2}");
        (await team.RunNow("pool")).Counts.ShouldBe("{\"kept\":0,\"released\":0,\"reminded\":0}");
        var notices = (await lin.Get("/api/notices")).ShouldBeOk()["items"].EnumerateArray().Where(notice => notice.GetProperty("kind").GetString() == "pool-soon").ToList();
        notices.Count.ShouldBe(1);
        notices[0].GetProperty("words").GetProperty("count").GetString().ShouldBe("2");
        (await lin.Get("/api/pool/leaving")).ShouldBeOk().Body.GetArrayLength().ShouldBe(2);

        await team.Clocks(clock => clock.Reminded = 7);
        await team.Rules(rules => (rules.EnabledOn, rules.DaysD) = (team.Today().AddDays(-2), 5));
        (await team.RunNow("pool")).ShouldNotBeNull();
        await using var db = team.Server.Db();
        (await db.PoolClocks.Of(team.OrgId).ToListAsync()).ShouldAllBe(clock => clock.Until.DayNumber - team.Today().DayNumber > 3 || clock.Reminded <= 3);
    }

    [EachEngine]
    public async Task Leave_stops_the_clock_and_a_visit_starts_it_anew(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(1);
        var lin = team.Rep("lin");
        var customer = await team.Old("云顶家居", Grade.A, 20);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Leave { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin.Id, From = team.Today().AddDays(-15), Until = team.Today().AddDays(-1) });
            return Task.CompletedTask;
        });

        (await team.RunNow("pool")).Counts.ShouldContain("\"released\":0");
        var before = (await lin.Get($"/api/customers/{customer.Id}/protection")).ShouldBeOk();
        before["stopped"].GetInt32().ShouldBe(15);

        var visit = Guid.CreateVersion7();
        (await lin.Put($"/api/check-ins/{visit}", new { customerId = customer.Id, deviceAt = team.Server.Clock.GetUtcNow() })).ShouldBeCreated();
        (await lin.Put($"/api/visits/{visit}/outcome", new { outcome = "advanced", kpMet = true, kpMinutes = 20 })).Status.ShouldBeLessThan(300);
        await Eventually(async () =>
        {
            var after = (await lin.Get($"/api/customers/{customer.Id}/protection")).ShouldBeOk();
            return after["countedFrom"].GetString() == team.Today().ToString("yyyy-MM-dd") && after["stopped"].GetInt32() == 0;
        });
    }

    [EachEngine]
    public async Task A_check_in_that_waited_on_the_phone_while_the_clock_ran_out_is_not_lost(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var (customer, now) = (await team.Old("没信号", Grade.A, 30), team.Server.Clock.GetUtcNow());
        (await team.RunNow("pool")).Counts.ShouldContain("\"released\":1");

        (await CheckIn(team.Rep("lin"), now.AddHours(-2))).ShouldBeCreated();
        (await CheckIn(team.Rep("lin"), team.Server.Clock.GetUtcNow())).Status.ShouldBe(404);
        (await CheckIn(team.Rep("zhe"), now.AddHours(-2))).Status.ShouldBe(404);

        Task<Answer> CheckIn(Person person, DateTimeOffset at) => person.Put($"/api/check-ins/{Guid.CreateVersion7()}", new { customerId = customer.Id, deviceAt = at });
    }

    [EachEngine]
    public async Task Who_takes_it_out_has_its_whole_time(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(2);
        var customer = await team.Old("老客户", Grade.A, 200);
        (await team.RunNow("pool")).Counts.ShouldContain("\"released\":1");
        (await team.Rep("zhe").Put($"/api/pool/{customer.Id}/claim", new { })).ShouldBeEmpty();

        (await team.RunNow("pool")).Counts.ShouldContain("\"released\":0");
        (await team.Rep("zhe").Get($"/api/customers/{customer.Id}/protection")).ShouldBeOk()["countedFrom"].GetString().ShouldBe(team.Today().ToString("yyyy-MM-dd"));
    }

    static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            tries.ShouldBeLessThan(100);
            await Task.Delay(50);
        }
    }
}
