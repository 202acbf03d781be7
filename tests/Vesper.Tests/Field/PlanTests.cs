using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class PlanTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_plan_is_kept_in_its_order_and_can_be_changed(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, first, second) = (team.Rep("lin"), await team.Customer("云顶家居"), await team.Customer("恒泰五金"));
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Plan(a, first.Id, Tomorrow, position: 1)).ShouldBeCreated();
        (await lin.Plan(a, first.Id, Tomorrow, position: 1)).ShouldBeOk();
        (await lin.Plan(b, second.Id, Tomorrow, position: 0)).ShouldBeCreated();
        (await lin.Plan(b, second.Id, Tomorrow, position: 2, "确认预算")).ShouldBeOk()["position"].GetInt32().ShouldBe(0, "within a day only its order moves it");

        var plan = (await lin.Get($"/api/planned-visits?day={Tomorrow:yyyy-MM-dd}")).ShouldBeOk().Body;

        plan.EnumerateArray().Select(planned => planned.GetProperty("customerName").GetString()).ShouldBe(["恒泰五金", "云顶家居"]);
        (await lin.Delete($"/api/planned-visits/{a}")).ShouldBeEmpty();
        (await lin.Delete($"/api/planned-visits/{a}")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task The_plan_of_another_and_a_day_out_of_sense_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var id = Guid.CreateVersion7();
        (await lin.Plan(id, customer.Id, Tomorrow)).ShouldBeCreated();

        (await zhe.Plan(id, (await team.Customer("中泰纸业", zhe)).Id, Tomorrow)).ShouldBeProblem(404, "not-found");
        (await zhe.Delete($"/api/planned-visits/{id}")).ShouldBeProblem(404, "not-found");
        (await zhe.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow)).ShouldBeProblem(404, "not-found");
        (await lin.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow.AddDays(-5))).ShouldBeProblem(409, "plan.day");
        (await lin.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow.AddDays(400))).ShouldBeProblem(409, "plan.day");
        (await lin.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow, purpose: new string('长', 101))).ShouldBeProblem(400, "request.invalid");
    }

    [EachEngine]
    public async Task A_day_holds_only_so_many_visits(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        for (var i = 0; i < new PlanOptions().Most; i++) (await lin.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow, i)).ShouldBeCreated();

        (await lin.Plan(Guid.CreateVersion7(), customer.Id, Tomorrow, 99)).ShouldBeProblem(409, "plan.full");
    }

    [EachEngine]
    public async Task What_is_named_first_at_checkout_leads_the_plan(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, home, paper) = (team.Rep("lin"), await team.Customer("云顶家居"), await team.Customer("中泰纸业"));
        (await lin.Plan(Guid.CreateVersion7(), home.Id, Tomorrow)).ShouldBeCreated();
        var me = new Me(team.OrgId, lin.Id, lin.Name, lin.Role, false, team.Id, [], TimeZoneInfo.Utc, "");

        foreach (var purpose in new[] { "见采购", "见老板" })
            await team.Server.Writer.Run(team.OrgId, db => DayPlan.PutFirst(db, me, Tomorrow, paper.Id, purpose));

        var plan = (await lin.Get($"/api/planned-visits?day={Tomorrow:yyyy-MM-dd}")).ShouldBeOk().Body;
        plan.EnumerateArray().Select(planned => (planned.GetProperty("customerName").GetString(), planned.GetProperty("purpose").GetString()))
            .ShouldBe([("中泰纸业", "见老板"), ("云顶家居", "")]);
    }

    [EachEngine]
    public async Task The_order_of_a_day_is_one_request_and_strange_ids_in_it_change_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, ids) = (team.Rep("lin"), team.Rep("zhe"), Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList());
        foreach (var (name, i) in new[] { "云顶家居", "恒泰五金", "中泰纸业" }.Select((name, i) => (name, i)))
            (await lin.Plan(ids[i], (await team.Customer(name)).Id, Tomorrow, i)).ShouldBeCreated();
        (await zhe.Plan(ids[3], (await team.Customer("远航照明", zhe)).Id, Tomorrow, 7)).ShouldBeCreated();

        var answer = (await lin.Order(Tomorrow, [ids[2], ids[3], Guid.CreateVersion7(), ids[0], ids[2]])).ShouldBeOk().Body;

        answer.EnumerateArray().Select(planned => (planned.GetProperty("id").GetGuid(), planned.GetProperty("position").GetInt32())).ShouldBe([(ids[2], 0), (ids[0], 1), (ids[1], 2)]);
        (await lin.Order(Tomorrow, [ids[2], ids[0], ids[1]])).ShouldBeOk().Text.ShouldBe(answer.GetRawText());
        (await zhe.PlanOf(Tomorrow)).ShouldHaveSingleItem().GetProperty("position").GetInt32().ShouldBe(7);
        (await lin.Put($"/api/planned-visits/{Tomorrow:yyyy-MM-dd}/order", new { ids = Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7()) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put("/api/planned-visits/never/order", new { ids })).Status.ShouldBe(400);
    }

    [EachEngine]
    public async Task An_appointment_names_time_person_and_place_and_stands_in_the_plan_until_it_is_taken_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer, id, contact) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Put($"/api/customers/{customer.Id}/contacts/{contact}", new { name = "顾明", role = "kp1" })).ShouldBeCreated();

        (await lin.Plan(id, customer.Id, Tomorrow, purpose: "想做外贸吗", appointment: new { at = "15:00", contactId = contact, with = "别的名字", place = "西溪店" })).ShouldBeCreated();
        (await lin.Plan(id, customer.Id, Tomorrow, purpose: "先看样品间")).ShouldBeOk();

        var planned = (await lin.PlanOf(Tomorrow)).ShouldHaveSingleItem();
        planned.GetProperty("purpose").GetString().ShouldBe("先看样品间");
        planned.GetProperty("appointment").GetRawText().ShouldBe($$"""{"at":"15:00:00","contactId":"{{contact}}","with":"顾明","place":"西溪店"}""");
        (await lin.Plan(id, customer.Id, Tomorrow, appointment: new { at = (string?)null })).ShouldBeOk()["appointment"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        (await lin.Plan(id, customer.Id, Tomorrow, appointment: new { at = "15:00", contactId = Guid.CreateVersion7() })).ShouldBeProblem(404, "not-found");
        (await lin.Plan(id, customer.Id, Tomorrow, appointment: new { at = "25:00" })).Status.ShouldBe(400);
        (await lin.Plan(id, customer.Id, Tomorrow, appointment: new { at = "15:00", with = new string('长', 10_000) })).ShouldBeProblem(400, "request.invalid");
    }

    static DateOnly Tomorrow => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(1);
}

static class PlanSteps
{
    public static Task<Answer> Plan(this Person person, Guid id, Guid customerId, DateOnly day, int position = 0, string purpose = "", object? appointment = null) =>
        person.Put($"/api/planned-visits/{id}", new { customerId, day = $"{day:yyyy-MM-dd}", purpose, position, appointment });

    public static Task<Answer> Order(this Person person, DateOnly day, IEnumerable<Guid> ids) => person.Put($"/api/planned-visits/{day:yyyy-MM-dd}/order", new { ids });

    public static async Task<List<System.Text.Json.JsonElement>> PlanOf(this Person person, DateOnly day) =>
        [.. (await person.Get($"/api/planned-visits?day={day:yyyy-MM-dd}")).ShouldBeOk().Body.EnumerateArray()];
}
