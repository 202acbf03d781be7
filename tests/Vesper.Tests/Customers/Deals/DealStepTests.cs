using System.Text.Json;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Deals;

public sealed class DealStepTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Nothing_is_signed_before_it_began_or_tomorrow_and_nothing_twice(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), team.Today());
        var customer = await team.Customer("云顶家居");
        var deal = await lin.Opens(customer, today.AddDays(-10));

        (await lin.Put($"{deal}/signature", new { amountFen = 100, signedOn = Day(today.AddDays(-11)) })).ShouldBeProblem(409, "deal.before-it-began");
        (await lin.Put($"{deal}/signature", new { amountFen = 100, signedOn = Day(today.AddDays(1)) })).ShouldBeProblem(409, "deal.ahead");
        (await lin.Put($"{deal}/signature", new { amountFen = -1 })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"{deal}/signature", new { amountFen = 100, signedOn = Day(today.AddDays(-9)) })).ShouldBeOk()["closedOn"].GetString().ShouldBe(Day(today.AddDays(-9)));

        (await lin.Put($"{deal}/signature", new { amountFen = 200 })).ShouldBeProblem(409, "deal.signed-already");
        (await lin.Put($"{deal}/loss", new { reason = "太贵" })).ShouldBeProblem(409, "deal.closed");
        (await lin.Put($"/api/customers/{customer.Id}/deals/{Guid.CreateVersion7()}", new { name = "展会套餐", openedOn = Day(today.AddDays(1)) })).ShouldBeProblem(409, "deal.ahead");
    }

    [EachEngine]
    public async Task An_offer_is_signed_with_its_own_sum_and_no_other_deals_offer(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var (deal, other, offer) = (await lin.Opens(await team.Customer("云顶家居")), await lin.Opens(await team.Customer("中泰纸业")), Guid.CreateVersion7());
        (await lin.Put($"{deal}/offers/{offer}", new { lines = new[] { new { name = "套餐", priceFen = 500 } } })).ShouldBeOk();

        (await lin.Put($"{other}/signature", new { offerId = offer })).ShouldBeProblem(404, "not-found");
        (await lin.Put($"{other}/offers/{offer}", new { lines = new[] { new { name = "套餐", priceFen = 500 } } })).ShouldBeProblem(404, "not-found");
        (await lin.Put($"{other}/showings/{Guid.CreateVersion7()}", new { offerId = offer })).ShouldBeProblem(404, "not-found");
        (await lin.Put($"{deal}/signature", new { offerId = offer, amountFen = 400 })).ShouldBeProblem(409, "deal.sum");

        // Signed without having been shown before: it was shown then.
        (await lin.Put($"{deal}/signature", new { offerId = offer })).ShouldBeOk()["offers"][0].GetProperty("shown").GetArrayLength().ShouldBe(1);
    }

    [EachEngine]
    public async Task The_first_payment_is_a_fact_of_its_own_and_nobody_pays_more_than_was_signed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, today) = (team.Rep("lin"), team.Today());
        var deal = await lin.Opens(await team.Customer("云顶家居"), today.AddDays(-5));
        (await lin.Put($"{deal}/payments/{Guid.CreateVersion7()}", new { amountFen = 1, paidOn = Day(today) })).ShouldBeProblem(409, "payment.unsigned");
        (await lin.Put($"{deal}/signature", new { amountFen = 1000 })).ShouldBeOk();
        using var phone = await lin.Listen();

        var first = $"{deal}/payments/{Guid.CreateVersion7()}";
        (await lin.Put(first, new { amountFen = 600, paidOn = Day(today) })).ShouldBeOk();
        (await lin.Put(first, new { amountFen = 600, paidOn = Day(today) })).ShouldBeOk();
        (await lin.Put($"{deal}/payments/{Guid.CreateVersion7()}", new { amountFen = 401, paidOn = Day(today) })).ShouldBeProblem(409, "payment.too-much");
        (await lin.Put($"{deal}/payments/{Guid.CreateVersion7()}", new { amountFen = 1, paidOn = Day(today.AddDays(-6)) })).ShouldBeProblem(409, "deal.before-it-began");
        (await lin.Put($"{deal}/payments/{Guid.CreateVersion7()}", new { amountFen = 0, paidOn = Day(today) })).ShouldBeProblem(400, "request.invalid");
        var paper = (await lin.Put($"{deal}/payments/{Guid.CreateVersion7()}", new { amountFen = 400, paidOn = Day(today) })).ShouldBeOk();

        (paper["paidFen"].GetInt64(), string.Join(' ', paper["payments"].EnumerateArray().Select(payment => payment.GetProperty("first").GetBoolean()))).ShouldBe((1000, "True False"));
        new[] { await phone.Next("deal.paid"), await phone.Next("deal.paid") }.Select(told => told.GetProperty("of").GetProperty("first").GetBoolean()).ShouldBe([true, false]);
    }

    [EachEngine]
    public async Task A_loss_has_its_reason_and_the_customer_begins_anew_unless_another_deal_goes_on(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var customer = await team.Customer("云顶家居");
        await team.Change(customer, one => one.Stage = global::Vesper.Customers.Stage.Close);
        var (deal, other) = (await lin.Opens(customer), await lin.Opens(customer));

        (await lin.Put($"{deal}/loss", new { reason = "" })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"{deal}/loss", new { reason = "选了别家" })).ShouldBeOk();
        (await lin.Put($"{deal}/loss", new { reason = "选了别家" })).ShouldBeOk()["lostReason"].GetString().ShouldBe("选了别家");
        (await lin.Get($"/api/customers/{customer.Id}"))["stage"].GetString().ShouldBe("close");
        (await lin.Put($"{other}/loss", new { reason = "没有预算" })).ShouldBeOk();
        (await lin.Get($"/api/customers/{customer.Id}"))["stage"].GetString().ShouldBe("develop");

        (await lin.Put($"{deal}/signature", new { amountFen = 1 })).ShouldBeProblem(409, "deal.closed");
        (await lin.Put($"{deal}/offers/{Guid.CreateVersion7()}", new { lines = new[] { new { name = "套餐", priceFen = 1 } } })).ShouldBeProblem(409, "deal.closed");
    }

    [EachEngine]
    public async Task Of_two_who_sign_at_once_one_is_told_that_it_is_signed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        var deal = await lin.Opens(await team.Customer("云顶家居"));

        var answers = await Task.WhenAll(lin.Put($"{deal}/signature", new { amountFen = 100 }), team.Supervisor.Put($"{deal}/signature", new { amountFen = 200 }));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        answers.Single(answer => answer.Status == 409).ShouldBeProblem(409, "deal.signed-already");
    }

    static string Day(DateOnly day) => day.ToString("O");
}
