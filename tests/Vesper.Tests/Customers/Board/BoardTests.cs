using Vesper.Customers;
using Vesper.Tests.Customers.Deals;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Board;

public sealed class BoardTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Going_on_asks_for_what_nothing_shows_and_going_back_for_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var stage = $"/api/customers/{customer.Id}/stage";
        using var phone = await lin.Listen();

        (await lin.Put(stage, new { to = "follow" })).ShouldBeProblem(409, "stage.evidence");
        (await lin.Put(stage, new { to = "follow", said = new[] { new { condition = "contactReached", note = "前台转给了采购" } } })).ShouldBeProblem(409, "stage.evidence");
        (await lin.Put(stage, new { to = "follow", said = new[] { new { condition = "needHypothesis", note = "" } } })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(stage, new { to = "follow", said = new object?[] { null } })).ShouldBeProblem(409, "stage.evidence");
        var said = new[] { new { condition = "contactReached", note = "前台转给了采购" }, new { condition = "needHypothesis", note = "在找外贸渠道" } };
        (await lin.Put(stage, new { to = "follow", said })).ShouldBeEmpty();
        (await lin.Put(stage, new { to = "follow", said })).ShouldBeEmpty();

        var told = (await phone.Next("stage.moved")).GetProperty("of");
        (told.GetProperty("from").GetString(), told.GetProperty("to").GetString()).ShouldBe(("develop", "follow"));
        // Nobody's word stands for having met the key person.
        var words = new[] { new { condition = "kpMet", note = "见过" }, new { condition = "needConfirmed", note = "确认了" } };
        (await lin.Put(stage, new { to = "close", said = words })).ShouldBeProblem(409, "stage.evidence");
        var asked = (await lin.Get(stage)).ShouldBeOk()["targets"].EnumerateArray().Single(one => one.GetProperty("stage").GetString() == "close").GetProperty("asked");
        asked.EnumerateArray().Select(one => (one.GetProperty("condition").GetString(), one.GetProperty("mayBeSaid").GetBoolean())).ShouldBe([("kpMet", false), ("needConfirmed", true)]);

        (await lin.Put(stage, new { to = "develop" })).ShouldBeEmpty();
        (await team.Rep("zhe").Put(stage, new { to = "follow", said })).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_visit_moves_it_by_itself_and_an_open_deal_goes_along(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var deal = await lin.Opens(customer);
        using var phone = await lin.Listen();

        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", kpMet = true, facts = new object[] { new { kind = "need", text = "想做外贸" } } })).ShouldBeOk();

        (await phone.Next("stage.moved")).GetProperty("of").GetProperty("to").GetString().ShouldBe("close");
        (await lin.Get(deal))["stage"].GetString().ShouldBe("close");
    }

    [EachEngine]
    public async Task It_gets_to_signed_by_a_signature_only_and_its_next_deal_begins_anew(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Change(customer, one => one.Stage = Stage.Close);
        var (deal, offer, stage) = (await lin.Opens(customer), Guid.CreateVersion7(), $"/api/customers/{customer.Id}/stage");
        (await lin.Put($"{deal}/offers/{offer}", new { lines = new[] { new { name = "套餐", priceFen = 500 } } })).ShouldBeOk();
        (await lin.Put($"{deal}/showings/{Guid.CreateVersion7()}", new { offerId = offer })).ShouldBeOk();
        (await lin.Put(stage, new { to = "sign" })).ShouldBeProblem(409, "stage.signature");
        var asked = (await lin.Get(stage))["targets"].EnumerateArray().Single(one => one.GetProperty("stage").GetString() == "sign").GetProperty("asked");
        asked.EnumerateArray().Select(one => (one.GetProperty("condition").GetString(), one.GetProperty("done").GetBoolean()))
            .ShouldBe([("packageOffered", true), ("priceOffered", true), ("contractSigned", false)]);

        (await lin.Put($"{deal}/signature", new { offerId = offer })).ShouldBeOk()["stage"].GetString().ShouldBe("sign");
        (await lin.Get(stage))["stage"].GetString().ShouldBe("sign");
        (await lin.Put(stage, new { to = "follow" })).ShouldBeProblem(409, "stage.signed");
        await lin.Opens(customer);
        (await lin.Put(stage, new { to = "follow" })).ShouldBeEmpty();
        (await lin.Get(deal))["stage"].GetString().ShouldBe("sign"); // what was signed stays signed
    }

    [EachEngine]
    public async Task A_column_counts_its_customers_and_what_their_deals_come_to_page_by_page(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var lin = team.Rep("lin");
        for (var n = 0; n < 31; n++) await team.Customer($"木坊{n}");
        var customer = await team.Customer("云顶家居");
        await team.Customer("别人的", team.Rep("zhe"));
        (await lin.Put($"/api/customers/{customer.Id}/deals/{Guid.CreateVersion7()}", new { name = "展会套餐", amountFen = 500 })).ShouldBeCreated();

        var first = (await lin.Get("/api/stages/develop")).ShouldBeOk();
        (first["count"].GetInt32(), first["amountFen"].GetInt64(), first["items"].GetArrayLength()).ShouldBe((32, 500, 30));
        var newest = first["items"][0];
        (newest.GetProperty("shortName").GetString(), newest.GetProperty("dealName").GetString()).ShouldBe(("云顶家居", "展会套餐"));
        (await lin.Get($"/api/stages/develop?after={first["next"].GetString()}")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(2);
        (await team.Supervisor.Get("/api/stages/develop"))["count"].GetInt32().ShouldBe(33);
        (await lin.Get("/api/stages/nowhere")).Status.ShouldBe(400);
    }
}
