using System.Text.Json;
using Vesper.Kit.Access;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Deals;

public sealed class OfferTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_package_offered_twice_is_signed_with_the_sum_of_the_version_that_was_signed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var product = await Priced(team, "展会套餐", 13_000_000);
        var deal = await lin.Opens(customer);

        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Put($"{deal}/offers/{first}", new { lines = new[] { new { productId = product } } })).ShouldBeOk();
        (await lin.Put($"{deal}/showings/{Guid.CreateVersion7()}", new { offerId = first })).ShouldBeOk();
        var cheaper = new { lines = new[] { new { productId = product, discountPercent = 16 } } };
        (await lin.Put($"{deal}/offers/{second}", cheaper)).ShouldBeOk();
        (await lin.Put($"{deal}/offers/{second}", cheaper)).ShouldBeOk()["offers"].GetArrayLength().ShouldBe(2);
        var seen = new { offerId = second };
        var showing = $"{deal}/showings/{Guid.CreateVersion7()}";
        (await lin.Put(showing, seen)).ShouldBeOk();
        (await lin.Put(showing, seen)).ShouldBeOk();
        (await lin.Put($"{deal}/signature", new { offerId = second })).ShouldBeOk();
        (await lin.Put($"{deal}/signature", new { offerId = second })).ShouldBeOk();

        var paper = (await lin.Get(deal)).ShouldBeOk();
        (paper["state"].GetString(), paper["amountFen"].GetInt64(), paper["signedOfferId"].GetGuid()).ShouldBe(("won", 10_920_000, second));
        paper["offers"].EnumerateArray().Select(offer => (offer.GetProperty("version").GetInt32(), offer.GetProperty("totalFen").GetInt64(), offer.GetProperty("shown").GetArrayLength()))
            .ShouldBe([(2, 10_920_000, 1), (1, 13_000_000, 1)]);
        (await Visits.Soon(lin.Feed, feed => feed.Count > 0)).ShouldHaveSingleItem().GetProperty("kind").GetString().ShouldBe("win");
        (await lin.Get($"/api/customers/{customer.Id}"))["stage"].GetString().ShouldBe("sign");
    }

    [EachEngine]
    public async Task A_new_price_changes_no_offer_that_was_made_and_what_is_retired_is_offered_no_more(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, manager) = (team.Rep("lin"), await team.JoinAsync("he", "何经理", Role.Manager));
        var product = await Priced(team, "展会套餐", 100);
        var deal = await lin.Opens(await team.Customer("云顶家居"));
        var lines = new { lines = new[] { new { productId = product, quantity = 3 } } };
        (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", lines)).ShouldBeOk();

        (await manager.Put($"/api/products/{product}", new { name = "展会套餐", priceFen = 200 })).ShouldBeOk();
        (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", lines)).ShouldBeOk()["offers"].EnumerateArray().Select(offer => offer.GetProperty("totalFen").GetInt64()).ShouldBe([600, 300]);

        (await manager.Put($"/api/products/{product}", new { name = "展会套餐", priceFen = 200, retired = true })).ShouldBeOk();
        (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", lines)).ShouldBeProblem(409, "offer.product");
        (await lin.Put($"/api/products/{product}", new { name = "展会套餐", priceFen = 1 })).ShouldBeProblem(403, "access.denied");
    }

    [EachEngine]
    public async Task Prices_below_nothing_and_discounts_out_of_sense_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var deal = await lin.Opens(await team.Customer("云顶家居"));
        Task<Answer> Offer(Person who, params object?[] lines) => who.Put($"{deal}/offers/{Guid.CreateVersion7()}", new { lines });

        (await Offer(lin, new { name = "套餐", priceFen = -1 })).ShouldBeProblem(400, "request.invalid");
        (await Offer(lin, new { name = "套餐", priceFen = 100, quantity = 0 })).ShouldBeProblem(400, "request.invalid");
        (await Offer(lin, new { name = "套餐", priceFen = 100, discountPercent = 101 })).ShouldBeProblem(400, "request.invalid");
        (await Offer(lin, new { name = "套餐", priceFen = 100, discountPercent = -5 })).ShouldBeProblem(400, "request.invalid");
        (await Offer(lin)).ShouldBeProblem(400, "request.invalid");
        (await Offer(lin, [null])).ShouldBeProblem(409, "offer.line");
        (await Offer(lin, new { name = "", priceFen = 100 })).ShouldBeProblem(409, "offer.line");
        (await Offer(lin, new { name = "套餐", priceFen = 1_000_000_000_000, quantity = 10_000 })).ShouldBeProblem(409, "offer.sum");
        (await Offer(lin, new { name = "套餐", priceFen = 100, discountPercent = 31 })).ShouldBeProblem(409, "offer.discount");
        (await Offer(team.Supervisor, new { name = "套餐", priceFen = 100, discountPercent = 61 })).ShouldBeProblem(409, "offer.discount");
        (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", new { validUntil = "2020-01-01", lines = new[] { new { name = "套餐", priceFen = 1 } } })).ShouldBeProblem(409, "offer.over");

        (await Offer(team.Supervisor, new { name = "套餐", priceFen = 333, discountPercent = 50 })).ShouldBeOk()["offers"][0].GetProperty("totalFen").GetInt64().ShouldBe(167); // half a fen up
    }

    [EachEngine]
    public async Task Of_offers_made_at_once_each_is_a_version_of_its_own(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var deal = await lin.Opens(await team.Customer("云顶家居"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n => (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", new { lines = new[] { new { name = "套餐", priceFen = 100 + n } } })).ShouldBeOk()));

        (await lin.Get(deal))["offers"].EnumerateArray().Select(offer => offer.GetProperty("version").GetInt32()).ShouldBe([8, 7, 6, 5, 4, 3, 2, 1]);
    }

    internal static async Task<Guid> Priced(Team team, string name, long fen)
    {
        var id = Guid.CreateVersion7();
        (await (await team.JoinAsync("gao", "高经理", Role.Manager)).Put($"/api/products/{id}", new { name, priceFen = fen, unit = "套" })).ShouldBeOk();
        return id;
    }
}

static class Opening
{
    /// <summary>Begins a deal and gives its path.</summary>
    public static async Task<string> Opens(this Person person, global::Vesper.Customers.Customer customer, DateOnly? on = null)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/customers/{customer.Id}/deals/{id}", new { name = "展会套餐", openedOn = on?.ToString("O") })).ShouldBeCreated();
        return $"/api/deals/{id}";
    }
}
