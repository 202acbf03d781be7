using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers;

public sealed class CustomerTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Made_on_the_spot_it_is_hers_and_sending_it_again_changes_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var at = $"/api/customers/{Guid.CreateVersion7()}";

        (await team.Rep("lin").Put(at, new { name = "杭州青禾包装有限公司", shortName = "青禾包装", city = "杭州" })).ShouldBeCreated();
        (await team.Rep("lin").Put(at, new { name = "另一个名字" })).ShouldBeOk()["name"].GetString().ShouldBe("杭州青禾包装有限公司");

        (await team.Rep("zhe").Get(at)).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Put(at, new { name = "我的" })).ShouldBeProblem(404, "not-found");
        (await team.Supervisor.Get(at)).ShouldBeOk()["ownerName"].GetString().ShouldBe("小林");
    }

    [EachEngine]
    public async Task Without_consent_her_place_does_not_become_an_address(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        (await team.Rep("lin").Put($"/api/customers/{Guid.CreateVersion7()}", new { name = "青禾包装", point = new { latitude = 30.1, longitude = 120.1 } }))
            .ShouldBeCreated()["hasAddress"].GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    [InlineData("""{"name":""}""", "request.invalid")]
    [InlineData("""{"city":"杭州"}""", "request.invalid")]
    [InlineData("""{"name":"青禾","point":{"latitude":95,"longitude":1}}""", "request.invalid")]
    [InlineData("""{"name":"青""", "request.malformed")]
    [InlineData("[]", "request.malformed")]
    public async Task Nonsense_makes_no_customer(Engine engine, string body, string code)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        (await team.Rep("lin").Send(HttpMethod.Put, $"/api/customers/{Guid.CreateVersion7()}", body)).ShouldBeProblem(400, code);
        (await team.Rep("lin").Put($"/api/customers/{Guid.CreateVersion7()}", new { name = new string('长', 121) })).ShouldBeProblem(400, "request.invalid");
        (await team.Rep("lin").Get("/api/customers")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task A_phone_is_masked_until_somebody_asks_and_that_is_logged(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer, other) = (team.Rep("lin"), await team.Customer("云顶家居"), await team.Customer("中泰纸业"));
        var contact = Guid.CreateVersion7();
        var at = $"/api/customers/{customer.Id}/contacts/{contact}";
        (await lin.Put(at, new { name = "王莉", role = "kp1", decides = true, phone = "13812345678" })).ShouldBeCreated()["phoneMasked"].GetString().ShouldBe("138****5678");
        (await lin.Put(at, new { name = "王莉莉", role = "kp1" })).ShouldBeOk();

        (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk().Text.ShouldNotContain("13812345678");
        (await lin.Get($"{at}/phone")).ShouldBeOk()["phone"].GetString().ShouldBe("13812345678");

        (await team.Rep("zhe").Get($"{at}/phone")).ShouldBeProblem(404, "not-found");
        (await lin.Get($"/api/customers/{other.Id}/contacts/{contact}/phone")).ShouldBeProblem(404, "not-found");
        (await lin.Put($"/api/customers/{other.Id}/contacts/{contact}", new { name = "王莉" })).ShouldBeProblem(404, "not-found");
        (await lin.Put(at, new { name = "王莉", phone = "打给我" })).ShouldBeProblem(400, "request.invalid");
        await using var db = team.Server.Db();
        (await db.Set<EventRow>().CountAsync(e => e.OrgId == team.OrgId && e.Type == "contact.phone-revealed")).ShouldBe(1);
    }

    [EachEngine]
    public async Task What_a_visit_showed_enters_the_archive_and_moves_the_grade(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer, contact) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{contact}", new { name = "董事长的儿子", role = "kp1" })).ShouldBeCreated();
        using var live = await team.Rep("zhe").Listen();
        var today = DateOnly.Parse((await lin.Get("/api/today"))["day"].GetString()!, null);

        (await lin.End(await lin.Visit(customer), new
        {
            outcome = "advanced", kpMet = true, kpMinutes = 15, contactId = contact, nextStep = "送方案", nextOn = $"{today.AddDays(3):yyyy-MM-dd}",
            facts = new object[] { new { kind = "need", text = "想做外贸" }, new { kind = "budget", amountFen = 10_920_000 }, new { kind = "time", date = $"{today.AddDays(20):yyyy-MM-dd}" } },
        })).ShouldBeOk();

        var detail = await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => answer["grade"].GetString() == "a");
        detail["grade"].GetString().ShouldBe("a");
        detail["stage"].GetString().ShouldBe("close");
        detail["nextStep"].GetString().ShouldBe("送方案");
        detail["contacts"][0].GetProperty("metOn").GetString().ShouldBe($"{today:yyyy-MM-dd}");
        detail["facts"].GetArrayLength().ShouldBe(4);
        detail["gradeHistory"][0].GetProperty("from").GetString().ShouldBe("d");
        detail["visits"][0].GetProperty("contactName").GetString().ShouldBe("董事长的儿子");
        var why = detail["why"];
        why.GetProperty("byRule").GetString().ShouldBe("a");
        why.GetProperty("decisionDays").GetInt32().ShouldBe(20);
        why.GetProperty("facts").EnumerateArray().ShouldAllBe(fact => fact.GetProperty("counts").GetBoolean());
        why.GetProperty("stepsDown").GetProperty("to").GetString().ShouldBe("b");
        await live.Next("grade.changed");
    }

    [EachEngine]
    public async Task An_outcome_said_anew_replaces_what_it_had_shown(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await lin.Visit(customer);

        foreach (var text in new[] { "想做外贸", "想换供应商" })
        {
            (await lin.End(visit, new { outcome = "open", facts = new[] { new { kind = "need", text } } })).ShouldBeOk();
            (await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => Facts(answer).Contains(text))).ShouldBeOk();
        }

        Facts(await lin.Get($"/api/customers/{customer.Id}")).ShouldBe(["想换供应商"]);
    }

    [EachEngine]
    public async Task Two_visits_without_the_key_person_raise_it_and_meeting_them_ends_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));

        foreach (var (kpMet, expected) in new[] { (false, 1), (false, 2), (true, 0) })
        {
            (await lin.End(await lin.Visit(customer), new { outcome = "open", kpMet })).ShouldBeOk();
            var detail = await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => answer["visitsWithoutKp"].GetInt32() == expected);
            detail["visitsWithoutKp"].GetInt32().ShouldBe(expected);
            detail["kpUnseen"].GetBoolean().ShouldBe(expected >= new GradeOptions().KpUnseenVisits);
        }
    }

    [EachEngine]
    public async Task The_key_person_stands_first_among_the_people(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var customer = await team.Customer("云顶家居");
        foreach (var (name, role) in new[] { ("前台", "gatekeeper"), ("董事长", "kp1"), ("外贸经理", "influencer") })
            (await team.Rep("lin").Put($"/api/customers/{customer.Id}/contacts/{Guid.CreateVersion7()}", new { name, role })).ShouldBeCreated();

        var people = (await team.Rep("lin").Get($"/api/customers/{customer.Id}")).ShouldBeOk()["contacts"].EnumerateArray().Select(one => one.GetProperty("name").GetString());

        people.ShouldBe(["董事长", "外贸经理", "前台"]);
    }

    [EachEngine]
    public async Task What_was_loaded_past_the_door_is_given_to_the_search(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Customer { OrgId = team.OrgId, Id = Guid.CreateVersion7(), OwnerId = team.Rep("lin").Id, TeamId = team.Id, Name = "批量导入厂", ShortName = "批量导入厂" });
            return Task.CompletedTask;
        });
        var databases = team.Server.Services.GetService(typeof(DbFactory)) as DbFactory;

        await CustomerSearchFill.FillAsync(databases!, team.Server.Writer, default);

        (await team.Rep("lin").Get("/api/customers?q=批量")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(1);
    }

    static List<string?> Facts(Answer answer) => [.. answer["facts"].EnumerateArray().Select(fact => fact.GetProperty("text").GetString())];
}
