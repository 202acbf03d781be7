using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Kit.Data;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

public sealed class ReviewTests(Vesper vesper) : IClassFixture<Vesper>
{
    static object Point(string dimension = "people", string next = "先约助理，再见董事长") => new { dimension, goal = "见到董事长", actual = "只见到前台", cause = "没有先约", next };

    static object Body(Customer customer, Guid visit, Person who, string with = "team", object[]? points = null, object[]? promises = null) => new
    {
        customerId = customer.Id, visitId = visit, with, points = points ?? [Point()],
        promises = promises ?? [new { id = Guid.CreateVersion7(), memberId = who.Id, text = "周四前约到助理", dueOn = Today.AddDays(3) }],
    };

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    static async Task<(Team Team, Customer Customer, Guid Visit)> ARejection(Server server)
    {
        var team = await Team.InNewOrganisationAsync(server, 2);
        var customer = await team.Customer("云顶家居");
        var visit = await team.Rep("lin").Visit(customer);
        (await team.Rep("lin").End(visit, new { outcome = "rejected", note = "前台说不需要" })).ShouldBeOk();
        return (team, customer, visit);
    }

    [EachEngine]
    public async Task The_facts_stand_there_before_a_word_is_written(Engine engine)
    {
        var (team, customer, visit) = await ARejection(await vesper.On(engine));
        var deal = Guid.CreateVersion7();
        (await team.Rep("lin").Put($"/api/deals/{deal}", new { customerId = customer.Id, name = "展会套餐", amountFen = 10_920_000 })).ShouldBeCreated();

        var ofVisit = (await team.Rep("lin").Get($"/api/reviews/facts?customerId={customer.Id}&visitId={visit}")).ShouldBeOk();
        var ofDeal = (await team.Supervisor.Get($"/api/reviews/facts?customerId={customer.Id}&dealId={deal}")).ShouldBeOk();

        ofVisit["outcome"].GetString().ShouldBe("lost");
        ofVisit["mayHost"].GetString().ShouldBe("team");
        ofVisit["visits"][0].GetProperty("note").GetString().ShouldBe("前台说不需要");
        ofVisit["deals"][0].GetProperty("name").GetString().ShouldBe("展会套餐");
        ofDeal["outcome"].GetString().ShouldBe("won");
        ofDeal["mayHost"].GetString().ShouldBe("oneToOne");
        (await team.Rep("zhe").Get($"/api/reviews/facts?customerId={customer.Id}&visitId={visit}")).ShouldBeProblem(404, "not-found");
        (await team.Rep("lin").Get($"/api/reviews/facts?customerId={customer.Id}")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task Closed_twice_it_is_one_review_one_line_and_its_promises_once(Engine engine)
    {
        var (team, customer, visit) = await ARejection(await vesper.On(engine));
        var (id, lin, zhe) = (Guid.CreateVersion7(), team.Rep("lin"), team.Rep("zhe"));
        var body = Body(customer, visit, lin, promises:
        [
            new { id = Guid.CreateVersion7(), memberId = lin.Id, text = "周四前约到助理", dueOn = Today.AddDays(3) },
            new { id = Guid.CreateVersion7(), memberId = zhe.Id, text = "给小林三个同类案例", dueOn = Today.AddDays(1) },
        ]);

        (await lin.Put($"/api/reviews/{id}", body)).ShouldBeCreated();
        (await lin.Put($"/api/reviews/{id}", body)).ShouldBeOk();

        var promised = await Visits.Soon(() => Promised(zhe), list => list.Count > 0);
        promised.ShouldBe([("给小林三个同类案例", "review")]);
        (await Promised(lin)).ShouldBe([("周四前约到助理", "review")]);
        (await Visits.Soon(async () => (await zhe.Feed()).Count(line => line.GetProperty("kind").GetString() == "review"), count => count > 0)).ShouldBe(1);
        await using var db = team.Server.Db();
        (await db.Commitments.Of(team.OrgId).CountAsync(one => one.OriginId == id)).ShouldBe(2);

        static async Task<List<(string?, string?)>> Promised(Person person) =>
            [.. (await person.Get("/api/commitments?of=mine")).ShouldBeOk()["items"].EnumerateArray().Select(one => (one.GetProperty("text").GetString(), one.GetProperty("origin").GetString()))];
    }

    [EachEngine]
    public async Task It_is_found_again_by_stage_industry_outcome_and_words(Engine engine)
    {
        var (team, customer, visit) = await ARejection(await vesper.On(engine));
        var (id, lin, zhe) = (Guid.CreateVersion7(), team.Rep("lin"), team.Rep("zhe"));
        (await lin.Put($"/api/reviews/{id}", Body(customer, visit, lin))).ShouldBeCreated();

        foreach (var found in new[] { "", "?outcome=lost", "?stage=develop", "?industry=家具", "?q=助理", "?q=云顶&outcome=lost&stage=develop&industry=家具" })
            (await zhe.Get($"/api/reviews{found}")).ShouldBeOk()["items"].EnumerateArray().ShouldHaveSingleItem(found).GetProperty("lesson").GetString().ShouldBe("先约助理，再见董事长");
        foreach (var other in new[] { "?outcome=won", "?stage=sign", "?industry=五金", "?q=报价", "?q=助理&outcome=won" })
            (await zhe.Get($"/api/reviews{other}")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0, other);
        var seen = (await zhe.Get($"/api/reviews/{id}")).ShouldBeOk();
        seen["facts"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null); // no way into a teammate's archive
        seen["customerId"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await lin.Get($"/api/reviews/{id}"))["facts"].GetProperty("visits").GetArrayLength().ShouldBe(1);
    }

    [EachEngine]
    public async Task What_two_said_alone_stays_between_the_two(Engine engine)
    {
        var (team, customer, visit) = await ARejection(await vesper.On(engine));
        var (id, lin, zhe) = (Guid.CreateVersion7(), team.Rep("lin"), team.Rep("zhe"));

        (await lin.Put($"/api/reviews/{id}", Body(customer, visit, lin, "oneToOne"))).ShouldBeProblem(409, "review.host");
        (await team.Supervisor.Put($"/api/reviews/{id}", Body(customer, visit, lin))).ShouldBeProblem(409, "review.host");
        (await team.Supervisor.Put($"/api/reviews/{id}", Body(customer, visit, lin, "oneToOne"))).ShouldBeCreated();

        (await lin.Get("/api/reviews?q=助理")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);
        (await zhe.Get("/api/reviews")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await zhe.Get("/api/reviews?q=助理")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
        (await zhe.Get($"/api/reviews/{id}")).ShouldBeProblem(404, "not-found");
        (await zhe.Feed()).ShouldNotContain(line => line.GetProperty("kind").GetString() == "review");
    }

    [EachEngine]
    public async Task Bad_reviews_change_nothing(Engine engine)
    {
        var (team, customer, visit) = await ARejection(await vesper.On(engine));
        var foreign = await vesper.On(engine).ATeamOf(1);
        var (lin, zhe, at) = (team.Rep("lin"), team.Rep("zhe"), $"/api/reviews/{Guid.CreateVersion7()}");
        object Promise(Person who, int days, string text = "约助理") => new { id = Guid.CreateVersion7(), memberId = who.Id, text, dueOn = Today.AddDays(days) };

        (await lin.Put(at, Body(customer, visit, lin, points: []))).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(at, Body(customer, visit, lin, promises: []))).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(at, Body(customer, visit, lin, promises: [.. Enumerable.Range(0, 4).Select(_ => Promise(lin, 1))]))).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(at, Body(customer, visit, lin, points: [Point(next: new string('长', 10_000))]))).ShouldBeProblem(400, "request.invalid");
        (await lin.Put(at, Body(customer, visit, lin, points: [Point("blame")]))).ShouldBeProblem(400, "request.malformed");
        (await lin.Put(at, Body(customer, visit, lin, points: [Point(), Point()]))).ShouldBeProblem(409, "review.dimension");
        (await lin.Put(at, Body(customer, visit, lin, points: [new { dimension = "price", goal = " ", actual = "", cause = "", next = "" }]))).ShouldBeProblem(409, "review.empty");
        (await lin.Put(at, Body(customer, visit, lin, promises: [Promise(lin, -1)]))).ShouldBeProblem(409, "review.due");
        (await lin.Put(at, Body(customer, visit, lin, promises: [Promise(foreign.Rep("lin"), 1)]))).ShouldBeProblem(404, "not-found");
        (await lin.Put(at, Body(customer, Guid.CreateVersion7(), lin))).ShouldBeProblem(404, "not-found");
        (await zhe.Put(at, Body(customer, visit, zhe))).ShouldBeProblem(404, "not-found");
        (await foreign.Rep("lin").Put(at, Body(customer, visit, lin))).ShouldBeProblem(404, "not-found");
        (await lin.Put(at, new { customerId = customer.Id, with = "team", points = new[] { Point() }, promises = new[] { Promise(lin, 1) } })).ShouldBeProblem(409, "review.subject");
        (await lin.Get("/api/reviews?q=助理&after=x")).ShouldBeProblem(400, "page.cursor");
        (await lin.Get("/api/reviews")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
    }
}
