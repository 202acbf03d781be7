using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.JointVisits;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Tests.Customers.Inventories;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.JointVisits;

public sealed class JointVisitTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task It_stands_in_both_plans_and_the_other_hears_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (chen, lin, zhe, tomorrow) = (team.Supervisor, team.Rep("lin"), team.Rep("zhe"), team.Today().AddDays(1));
        var customer = await team.Customer("云顶家居");
        var id = await Planned(lin, customer, tomorrow);

        foreach (var (who, with) in new[] { (lin, "陈主管"), (chen, "小林") })
        {
            var stop = (await who.Get($"/api/planned-visits?day={tomorrow:yyyy-MM-dd}")).Items().Single();
            (stop.GetProperty("customerName").GetString(), stop.GetProperty("purpose").GetString(), stop.GetProperty("joint").GetProperty("with").GetString()).ShouldBe(("云顶家居", "见到儿子", with));
        }
        (await chen.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("joint-planned");
        (await zhe.Get($"/api/joint-visits/{id}")).Status.ShouldBe(404);
        (await chen.Put($"/api/joint-visits/{Guid.CreateVersion7()}", New(customer, tomorrow))).ShouldBeProblem(409, "joint.twice");
        (await chen.Put($"/api/joint-visits/{Guid.CreateVersion7()}", New(customer, team.Today().AddDays(-1)))).ShouldBeProblem(409, "joint.day");
        (await lin.Put($"/api/joint-visits/{Guid.CreateVersion7()}", new { customerId = customer.Id, day = tomorrow, mode = "coach", goal = "见到儿子", companionId = zhe.Id })).ShouldBeProblem(409, "joint.alone");
        (await chen.Put($"/api/joint-visits/{Guid.CreateVersion7()}", New(await team.InPool("没人的"), tomorrow))).ShouldBeProblem(409, "joint.nobody");

        (await chen.Put($"/api/joint-visits/{id}", New(customer, tomorrow.AddDays(1)))).ShouldBeOk()["day"].GetString().ShouldBe($"{tomorrow.AddDays(1):yyyy-MM-dd}");
        foreach (var who in new[] { lin, chen })
        {
            (await who.Get($"/api/planned-visits?day={tomorrow:yyyy-MM-dd}")).Items().ShouldBeEmpty();
            (await who.Get($"/api/planned-visits?day={tomorrow.AddDays(1):yyyy-MM-dd}")).Items().ShouldHaveSingleItem();
        }
        (await lin.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("joint-changed");
        (await lin.Delete($"/api/joint-visits/{id}")).ShouldBeEmpty();
        (await chen.Get($"/api/planned-visits?day={tomorrow.AddDays(1):yyyy-MM-dd}")).Items().ShouldBeEmpty();
        (await lin.Get($"/api/planned-visits?day={tomorrow.AddDays(1):yyyy-MM-dd}")).Items().ShouldHaveSingleItem(); // she may go alone
    }

    [EachEngine]
    public async Task An_inventory_that_says_joint_visit_makes_one_and_the_appointment_gives_it_its_time(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin, tomorrow) = (team.Supervisor, team.Rep("lin"), team.Today().AddDays(1));
        var customer = await team.Customer("云顶家居");
        var contact = Guid.CreateVersion7();
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{contact}", new { name = "张云帆", role = "kp1" })).Status.ShouldBeInRange(200, 201);
        var inventory = await chen.Begins(lin);
        (await chen.Judges(inventory, customer, "joint", "儿子两次没见到", "约儿子 15 分钟", tomorrow)).ShouldBeEmpty();
        (await chen.Ends(inventory)).Line(customer).GetProperty("effect").GetString().ShouldBe("joint");

        var made = Coming(await lin.Get("/api/joint-visits"));
        (made.GetProperty("companionName").GetString(), made.GetProperty("goal").GetString(), made.GetProperty("who").GetString(), made.GetProperty("at").ValueKind)
            .ShouldBe(("陈主管", "约儿子 15 分钟", "张云帆", System.Text.Json.JsonValueKind.Null));

        (await lin.Put($"/api/planned-visits/{Guid.CreateVersion7()}", new { customerId = customer.Id, day = tomorrow.AddDays(1), appointment = new { at = "10:30:00", contactId = contact } })).ShouldBeCreated();
        var agreed = await Visits.Soon(async () => Coming(await chen.Get("/api/joint-visits")), one => one.GetProperty("at").ValueKind != System.Text.Json.JsonValueKind.Null);
        (agreed.GetProperty("day").GetString(), agreed.GetProperty("at").GetString()).ShouldBe(($"{tomorrow.AddDays(1):yyyy-MM-dd}", "10:30:00"));
        (await chen.Get($"/api/planned-visits?day={tomorrow.AddDays(1):yyyy-MM-dd}")).Items().ShouldHaveSingleItem().GetProperty("joint").GetProperty("with").GetString().ShouldBe("小林");
        (await lin.Get($"/api/planned-visits?day={tomorrow:yyyy-MM-dd}")).Items().ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Two_check_ins_at_one_place_and_time_tie_themselves_to_it_and_both_debrief(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin) = (team.Supervisor, team.Rep("lin"));
        var customer = await team.Customer("云顶家居");
        var later = await Planned(lin, await team.Customer("青禾包装"), team.Today().AddDays(2));
        (await lin.Put($"/api/joint-visits/{later}/debrief", new { kept = "先听" })).ShouldBeProblem(409, "joint.early");
        var id = await Planned(lin, customer, team.Today());
        var now = team.Server.Clock.GetUtcNow();

        var visit = Guid.CreateVersion7();
        (await lin.CheckIn(customer, visit, at: now.AddMinutes(-2))).ShouldBeCreated();
        (await chen.CheckIn(customer, at: now)).ShouldBeCreated();
        (await lin.End(visit, new { outcome = "advanced", kpMet = true, kpMinutes = 15 })).ShouldBeOk();
        var held = await Visits.Soon(() => lin.Get($"/api/joint-visits/{id}"), answer => answer["held"].GetBoolean());
        (held["kpMet"].GetBoolean(), held["kpMinutes"].GetInt32(), held["mayDebrief"].GetBoolean()).ShouldBe((true, 15, true));
        foreach (var who in new[] { lin, chen }) (await who.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("joint-held");

        (await lin.Put($"/api/joint-visits/{id}/debrief", new { kept = "", change = " " })).ShouldBeProblem(409, "joint.empty");
        (await lin.Put($"/api/joint-visits/{id}/debrief", new { kept = "先问外贸", change = "少报功能" })).ShouldBeEmpty();
        (await chen.Put($"/api/joint-visits/{id}/debrief", new { kept = "让她先开口" })).ShouldBeEmpty();
        var view = (await chen.Get($"/api/joint-visits/{id}")).ShouldBeOk();
        (view["byRep"].GetProperty("change").GetString(), view["byCompanion"].GetProperty("kept").GetString()).ShouldBe(("少报功能", "让她先开口"));
        (await chen.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("joint-debriefed");
        (await lin.Delete($"/api/joint-visits/{id}")).ShouldBeProblem(409, "joint.held");
        (await lin.Put($"/api/joint-visits/{id}", New(customer, team.Today()))).ShouldBeProblem(409, "joint.held");
    }

    [EachEngine]
    public async Task What_both_did_there_before_they_agreed_on_it_is_not_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin, customer, now) = (team.Supervisor, team.Rep("lin"), await team.Customer("云顶家居"), team.Server.Clock.GetUtcNow());
        var id = Guid.CreateVersion7();
        Visit At(Person who, int minutes) => new() { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = who.Id, TeamId = team.Id, CustomerId = customer.Id, Day = team.Today(), DeviceAt = now.AddMinutes(minutes), CheckedInAt = now };
        Visit[] visits = [At(lin, -180), At(chen, -180), At(lin, 0)];
        async Task Happen(params Visit[] checkIns) => await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.AddRange(checkIns.Select(one => (object)one));
            foreach (var one in checkIns) db.Tell(global::Vesper.Kit.Live.Topic.Team(team.Id), new CheckInCreated(one.Id, customer.Id, one.MemberId));
            return Task.CompletedTask;
        });
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new JointVisit { OrgId = team.OrgId, Id = id, CustomerId = customer.Id, MemberId = lin.Id, TeamId = team.Id, CompanionId = chen.Id, Day = team.Today(), CreatedAt = now });
            return Task.CompletedTask;
        });

        await Happen(visits);
        var second = At(chen, 10);
        await Happen(second);
        await Visits.Soon(() => lin.Get($"/api/joint-visits/{id}"), answer => answer["held"].GetBoolean());
        await using var db = team.Server.Db();
        var joint = await db.JointVisits.Of(team.OrgId).SingleAsync(one => one.Id == id);
        (joint.RepVisitId, joint.CompanionVisitId).ShouldBe((visits[2].Id, second.Id));
    }

    [EachEngine]
    public async Task Her_thirty_days_after_stand_beside_those_before_and_small_numbers_say_so(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (chen, lin, day) = (team.Supervisor, team.Rep("lin"), team.Today().AddDays(-10));
        var customer = await team.Customer("云顶家居");
        var id = Guid.CreateVersion7();
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new JointVisit { OrgId = team.OrgId, Id = id, CustomerId = customer.Id, MemberId = lin.Id, TeamId = team.Id, CompanionId = chen.Id, Day = day, TiedAt = team.Server.Clock.GetUtcNow(), CreatedAt = team.Server.Clock.GetUtcNow() });
            foreach (var (ago, met, outcome) in new[] { (-31, true, VisitOutcome.Won), (-30, false, VisitOutcome.Open), (-1, true, VisitOutcome.Open), (0, true, VisitOutcome.Won), (1, true, VisitOutcome.Advanced) })
            {
                var visit = team.Effective(customer, day.AddDays(ago));
                (visit.KpMet, visit.Outcome) = (met, outcome);
                db.Add(visit);
            }
            db.Add(new Deal { OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, OwnerId = lin.Id, TeamId = team.Id, State = DealState.Won, OpenedOn = day, ClosedOn = day.AddDays(5) });
            return Task.CompletedTask;
        });

        var effect = (await lin.Get($"/api/joint-visits/{id}/effect")).ShouldBeOk();
        (effect["days"].GetInt32(), effect["daysOver"].GetInt32(), effect["few"].GetBoolean()).ShouldBe((30, 10, true));
        Month(effect["before"]).ShouldBe((2, 1, 0, 0));
        Month(effect["after"]).ShouldBe((1, 1, 1, 1));
        (await (await team.JoinAsync("fang", "方经理", Role.Manager)).Get($"/api/joint-visits/{id}/effect")).ShouldBeOk();

        static (int, int, int, int) Month(System.Text.Json.JsonElement month) =>
            (month.GetProperty("visits").GetInt32(), month.GetProperty("kpMet").GetInt32(), month.GetProperty("advances").GetInt32(), month.GetProperty("deals").GetInt32());
    }

    static object New(Customer customer, DateOnly day) => new { customerId = customer.Id, day, mode = "coach", goal = "见到儿子", watch = "她怎么开口" };

    static async Task<Guid> Planned(Person person, Customer customer, DateOnly day)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/joint-visits/{id}", New(customer, day))).ShouldBeCreated();
        return id;
    }

    static System.Text.Json.JsonElement Coming(Answer list) => list.ShouldBeOk()["coming"].EnumerateArray().Single();
}
