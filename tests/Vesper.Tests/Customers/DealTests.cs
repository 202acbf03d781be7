using System.Text.Json;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class DealTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_signature_is_one_line_of_the_feed_with_the_visit_that_brought_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await lin.Visit(customer);
        (await lin.End(visit, new { outcome = "won" })).ShouldBeOk();
        var deal = $"/api/deals/{Guid.CreateVersion7()}";

        (await lin.Put(deal, new { customerId = customer.Id, name = "展会套餐", amountFen = 10_920_000 })).ShouldBeCreated();
        (await lin.Put(deal, new { customerId = customer.Id, name = "展会套餐", amountFen = 10_920_000 })).ShouldBeOk();

        var feed = await Visits.Soon(() => team.Rep("zhe").Feed(), feed => feed.Any(line => line.GetProperty("kind").GetString() == "win"));
        var line = feed.ShouldHaveSingleItem();
        line.GetProperty("id").GetGuid().ShouldBe(visit);
        line.GetProperty("text").GetString().ShouldBe("展会套餐");
        var detail = (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk();
        detail["stage"].GetString().ShouldBe("sign");
        detail["deals"][0].GetProperty("amountFen").GetInt64().ShouldBe(10_920_000);
    }

    [EachEngine]
    public async Task Without_a_visit_it_is_a_line_of_its_own(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var deal = Guid.CreateVersion7();

        (await team.Rep("lin").Put($"/api/deals/{deal}", new { customerId = (await team.Customer("云顶家居")).Id, name = "展会套餐" })).ShouldBeCreated();

        (await Visits.Soon(() => team.Rep("lin").Feed(), feed => feed.Count > 0)).ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(deal);
    }

    [EachEngine]
    public async Task On_its_day_the_sum_may_be_put_right_later_it_stays(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, customer, deal) = (team.Rep("lin"), await team.Customer("云顶家居"), $"/api/deals/{Guid.CreateVersion7()}");
        (await lin.Put(deal, new { customerId = customer.Id, amountFen = 1 })).ShouldBeCreated();
        (await lin.Put(deal, new { customerId = customer.Id, amountFen = 2 })).ShouldBeOk();

        server.Clock.Advance(TimeSpan.FromDays(1));

        (await lin.Put(deal, new { customerId = customer.Id, amountFen = 2 })).ShouldBeOk();
        (await lin.Put(deal, new { customerId = customer.Id, amountFen = 3 })).ShouldBeProblem(409, "deal.signed");
    }

    [EachEngine]
    public async Task Deals_of_others_and_sums_out_of_sense_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var deal = $"/api/deals/{Guid.CreateVersion7()}";
        (await lin.Put(deal, new { customerId = customer.Id })).ShouldBeCreated();

        (await zhe.Put(deal, new { customerId = customer.Id })).ShouldBeProblem(404, "not-found");
        (await zhe.Put(deal, new { customerId = (await team.Customer("中泰纸业", zhe)).Id })).ShouldBeProblem(404, "not-found");
        (await lin.Put(deal, new { customerId = customer.Id, amountFen = -1 })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(deal, new { customerId = customer.Id, amountFen = "many" })).ShouldBeProblem(400, "request.malformed");
        (await lin.Put(deal, new { customerId = customer.Id, name = new string('长', 121) })).ShouldBeProblem(400, "request.invalid");
    }

    [EachEngine]
    public async Task A_grade_that_rises_to_a_is_told_in_the_feed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var soon = $"{TimeProvider.System.GetUtcNow().AddDays(10):yyyy-MM-dd}";
        (await lin.End(await lin.Visit(customer), new { outcome = "open", facts = new object[] { new { kind = "need", text = "想做外贸" }, new { kind = "time", date = soon } } })).ShouldBeOk();
        await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => answer["grade"].GetString() == "c");

        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", kpMet = true, facts = new object[] { new { kind = "budget", amountFen = 100 } } })).ShouldBeOk();

        var feed = await Visits.Soon(() => team.Rep("zhe").Feed(), feed => feed.Any(line => line.GetProperty("kind").GetString() == "grade"));
        feed.First(line => line.GetProperty("kind").GetString() == "grade").GetProperty("text").GetString().ShouldBe("C→A");
    }
}
