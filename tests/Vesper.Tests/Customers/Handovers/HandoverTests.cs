using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Handovers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Handovers;

public sealed class HandoverTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task She_moves_on_and_every_customer_has_somebody_who_was_introduced(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (best, small) = (await team.Customer("云顶家居"), await team.Customer("海川木业"));
        await team.Change(best, customer => customer.Grade = Grade.A);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            var (now, day) = (team.Server.Clock.GetUtcNow(), team.Today());
            db.Add(new Commitment { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = lin.Id, CustomerId = best.Id, Text = "送样品", Day = day, DueOn = day.AddDays(3), CreatedAt = now });
            db.Add(new Deal { OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = best.Id, OwnerId = lin.Id, TeamId = team.Id, Name = "套餐", State = DealState.Won, AmountFen = 10_920_000, OpenedOn = day, ClosedOn = day });
            return Task.CompletedTask;
        });

        var id = Guid.CreateVersion7();
        var draft = (await team.Supervisor.Put($"/api/handovers/{id}", new { memberId = lin.Id, kind = "transfer" })).ShouldBeOk();
        var first = draft["items"][0];
        (first.GetProperty("customerName").GetString(), first.GetProperty("grade").GetString(), first.GetProperty("promises")[0].GetProperty("text").GetString(), first.GetProperty("owedFen").GetInt64())
            .ShouldBe(("云顶家居", "a", "送样品", 10_920_000));
        draft["items"].EnumerateArray().ShouldAllBe(item => item.GetProperty("toId").ValueKind != System.Text.Json.JsonValueKind.Null && item.GetProperty("why").GetArrayLength() > 0);
        (await zhe.Get($"/api/handovers/{id}")).Status.ShouldBe(404); // a draft is nobody's yet
        (await Owners(team)).Values.Distinct().ShouldBe([lin.Id]);

        (await team.Supervisor.Put($"/api/handovers/{id}/items/{best.Id}", new { toId = zhe.Id })).ShouldBeEmpty();
        (await team.Supervisor.Put($"/api/handovers/{id}/items/{small.Id}", new { toId = (Guid?)null })).ShouldBeEmpty();
        (await team.Supervisor.Put($"/api/handovers/{id}/items/{best.Id}", new { toId = team.Supervisor.Id })).ShouldBeProblem(409, "handover.taker");
        var done = (await team.Supervisor.Put($"/api/handovers/{id}/confirmation", new { })).ShouldBeOk();
        (await Owners(team)).ShouldBe(new Dictionary<Guid, Guid?> { [best.Id] = zhe.Id, [small.Id] = null }, ignoreOrder: true);
        var together = DateOnly.Parse(done["items"].EnumerateArray().Single(item => item.GetProperty("customerId").GetGuid() == best.Id).GetProperty("introduceOn").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        together.ShouldBeGreaterThan(team.Today());
        await using (var db = team.Server.Db())
            (await db.PlannedVisits.Of(team.OrgId).Where(visit => visit.CustomerId == best.Id && visit.Day == together).Select(visit => visit.MemberId).ToListAsync()).ShouldBe([lin.Id, zhe.Id], ignoreOrder: true);

        // For a while two answer for it, then it is its new owner's alone.
        (await lin.Get($"/api/customers/{best.Id}")).ShouldBeOk();
        (await lin.Get("/api/customers?q=云顶")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);
        (await lin.Get($"/api/customers/{small.Id}")).Status.ShouldBe(404);
        (await team.RunNow("dual-owners")).Counts.ShouldBe("{\"ended\":0}");
        await team.Change(best, customer => customer.FormerUntil = team.Today().AddDays(-1));
        (await team.RunNow("dual-owners")).Counts.ShouldBe("{\"ended\":1}");
        (await lin.Get($"/api/customers/{best.Id}")).Status.ShouldBe(404);
        (await lin.Get("/api/customers?q=云顶")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);

        // Both sign.
        (await zhe.Get("/api/notices")).ShouldBeOk().Text.ShouldContain("handover");
        (await zhe.Put($"/api/handovers/{id}/signature", new { })).ShouldBeOk()["line"].GetProperty("state").GetString().ShouldBe("confirmed");
        (await team.Rep("jia").Put($"/api/handovers/{id}/signature", new { })).Status.ShouldBe(404);
        (await lin.Put($"/api/handovers/{id}/signature", new { })).ShouldBeOk()["line"].GetProperty("state").GetString().ShouldBe("done");
    }

    [EachEngine]
    public async Task Whoever_left_without_a_handover_leaves_nothing_ownerless(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var hr = await team.JoinAsync("hr", "人事", Role.Hr);
        var customer = await team.Customer("云顶家居");
        (await hr.Put($"/api/members/{team.Rep("lin").Id}/state", new { state = "left" })).ShouldBeEmpty();
        var id = Guid.CreateVersion7();
        (await hr.Put($"/api/handovers/{id}", new { memberId = team.Rep("lin").Id, kind = "leaving" })).ShouldBeOk();

        // A draft holds them back, for a while.
        await team.RunNow("customers-erasure");
        (await Owners(team))[customer.Id].ShouldBe(team.Rep("lin").Id);
        (await hr.Delete($"/api/handovers/{id}")).ShouldBeEmpty();
        await team.RunNow("customers-erasure");
        (await Owners(team))[customer.Id].ShouldBeNull();
        (await team.Supervisor.Get("/api/pool/moves")).ShouldBeOk().Text.ShouldContain("离开时没有交接");
    }

    [EachEngine]
    public async Task For_who_has_left_her_leader_signs_and_HR_sees_no_customer(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, hr) = (team.Rep("lin"), team.Rep("zhe"), await team.JoinAsync("hr", "人事", Role.Hr));
        var customer = await team.Customer("云顶家居");
        await team.Change(customer, one => one.Grade = Grade.A);
        var id = Guid.CreateVersion7();
        var begun = (await hr.Put($"/api/handovers/{id}", new { memberId = lin.Id, kind = "leaving" })).ShouldBeOk();
        begun.Text.ShouldNotContain("云顶");
        (begun["line"].GetProperty("customers").GetInt32(), begun["line"].GetProperty("aOrB").GetInt32(), begun["line"].GetProperty("unassigned").GetInt32()).ShouldBe((1, 1, 0));
        (await hr.Put($"/api/handovers/{id}/confirmation", new { })).Status.ShouldBe(403);
        (await hr.Put($"/api/members/{lin.Id}/state", new { state = "left" })).ShouldBeEmpty();

        var confirmed = (await team.Supervisor.Put($"/api/handovers/{id}/confirmation", new { })).ShouldBeOk();
        confirmed["maySign"].GetBoolean().ShouldBeTrue();
        confirmed["items"][0].GetProperty("introduceOn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null); // nobody is there to go along
        (await team.Supervisor.Put($"/api/handovers/{id}/signature", new { })).ShouldBeOk();
        (await zhe.Put($"/api/handovers/{id}/signature", new { })).ShouldBeOk()["line"].GetProperty("state").GetString().ShouldBe("done");
        (await hr.Get("/api/handovers")).ShouldBeOk().Text.ShouldContain(id.ToString());
    }

    [EachEngine]
    public async Task Whatever_happens_meanwhile_every_customer_ends_with_an_owner_or_in_the_pool(Engine engine)
    {
        var team = await vesper.On(engine).WithAPool(4);
        var (dice, lin) = (new Random(7), team.Rep("lin"));
        for (var round = 0; round < 3; round++)
        {
            var customers = new List<Customer>();
            for (var n = 0; n < 12; n++)
            {
                customers.Add(await team.Customer($"第{round}轮{n}号"));
                await team.Change(customers[^1], customer => (customer.Grade, customer.Stage) = ((Grade)dice.Next(5), (Stage)dice.Next(4)));
            }
            var id = Guid.CreateVersion7();
            (await team.Supervisor.Put($"/api/handovers/{id}", new { memberId = lin.Id, kind = "promotion" })).ShouldBeOk();
            foreach (var customer in customers)
                switch (dice.Next(5))
                {
                    case 0: await team.Supervisor.Put($"/api/handovers/{id}/items/{customer.Id}", new { toId = team.Reps.ElementAt(1 + dice.Next(3)).Id }); break;
                    case 1: await team.Supervisor.Put($"/api/handovers/{id}/items/{customer.Id}", new { toId = (Guid?)null }); break;
                    case 2: await lin.Put($"/api/customers/{customer.Id}/return", new { reason = "跟不过来" }); break;
                    case 3: await team.Supervisor.Put($"/api/customers/{customer.Id}/owner", new { memberId = team.Rep("jia").Id, reason = "他懂" }); break;
                    default: break;
                }
            var late = await team.Customer($"第{round}轮后来的");
            (await team.Supervisor.Put($"/api/handovers/{id}/confirmation", new { })).ShouldBeOk();
            var owners = await Owners(team);
            owners.Values.ShouldNotContain(lin.Id);
            owners[late.Id].ShouldBeNull();
            owners.Values.OfType<Guid>().ShouldAllBe(owner => team.Reps.Any(rep => rep.Id == owner));
            await using var db = team.Server.Db();
            (await db.HandoverItems.Of(team.OrgId).Where(item => item.HandoverId == id).ToListAsync()).ShouldAllBe(item => item.Gone || item.MovedAt != null);
        }
    }

    static async Task<Dictionary<Guid, Guid?>> Owners(Team team)
    {
        await using var db = team.Server.Db();
        return await db.Customers.Of(team.OrgId).ToDictionaryAsync(customer => customer.Id, customer => customer.OwnerId);
    }
}
