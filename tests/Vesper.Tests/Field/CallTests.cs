using System.Net.Http.Json;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class CallTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_call_sent_twice_is_one_call_and_the_last_word_of_the_day_counts(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer, id, at) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7(), Now);

        (await lin.Phone(customer, "reached", id, at)).ShouldBeCreated();
        (await lin.Phone(customer, "reached", id, at)).ShouldBeOk();
        (await lin.Phone(customer, "appointment", id, at)).ShouldBeOk()["outcome"].GetString().ShouldBe("appointment");

        (await lin.Get("/api/today")).ShouldBeOk()["calls"].EnumerateArray().ShouldHaveSingleItem().GetProperty("customerName").GetString().ShouldBe("云顶家居");
    }

    [EachEngine]
    public async Task Refusals_at_doors_and_on_the_phone_are_one_load_and_a_call_is_no_visit(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        (await lin.End(await lin.Visit(customer), new { outcome = "rejected" })).ShouldBeOk();
        foreach (var outcome in new[] { "refused", "hungUp", "reached", "appointment" }) (await lin.Phone(customer, outcome)).ShouldBeCreated();

        var today = (await lin.Get("/api/today")).ShouldBeOk();

        today["rejections"].GetInt32().ShouldBe(3);
        today["visits"].GetArrayLength().ShouldBe(1);
        var day = DateOnly.Parse(today["day"].GetString()!, null);
        (await team.Server.Writer.Run(team.OrgId, db => Rejections.OfAsync(db, team.OrgId, [lin.Id, zhe.Id], day))).ShouldBe(new Dictionary<Guid, int> { [lin.Id] = 3 });
    }

    [EachEngine]
    public async Task The_team_hears_of_an_appointment_and_of_no_other_call(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer, id, at) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7(), Now);
        (await lin.Phone(customer, "refused")).ShouldBeCreated();
        (await lin.Phone(customer, "appointment", id, at, new { note = "只给自己看" })).ShouldBeCreated();

        var line = (await team.Rep("zhe").Feed()).ShouldHaveSingleItem();
        (line.GetProperty("kind").GetString(), line.GetProperty("customerName").GetString()).ShouldBe(("call", "云顶家居"));
        line.GetRawText().ShouldNotContain("只给自己看");

        (await lin.Phone(customer, "reached", id, at)).ShouldBeOk();
        (await team.Rep("zhe").Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task A_step_agreed_on_the_phone_is_the_customers_next_step_until_a_later_visit(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var visit = await lin.Visit(customer);
        (await lin.End(visit, new { outcome = "open", nextStep = "送样本" })).ShouldBeOk();
        await NextStepBecomes(lin, customer, "送样本");

        (await lin.Phone(customer, "reached", more: new { nextStep = "周四见老板" })).ShouldBeCreated();
        await NextStepBecomes(lin, customer, "周四见老板");

        // The visit before the call, said anew, does not take the word back.
        (await lin.End(visit, new { outcome = "advanced", nextStep = "送样本" })).ShouldBeOk();
        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", nextStep = "签约" })).ShouldBeOk();
        await NextStepBecomes(lin, customer, "签约");
        (await lin.Get($"/api/customers/{customer.Id}"))["calls"].EnumerateArray().ShouldHaveSingleItem().GetProperty("nextStep").GetString().ShouldBe("周四见老板");
    }

    [EachEngine]
    public async Task What_makes_no_sense_or_is_not_hers_is_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var (foreign, id) = (await (await vesper.On(engine).ATeamOf(1)).Customer("外人"), Guid.CreateVersion7());
        (await lin.Phone(customer, "reached", id)).ShouldBeCreated();

        (await zhe.Phone(customer, "reached", id)).ShouldBeProblem(404, "not-found");
        (await zhe.Phone(customer, "reached")).ShouldBeProblem(404, "not-found");
        (await lin.Phone(foreign, "reached")).ShouldBeProblem(404, "not-found");
        (await lin.Phone(await team.Customer("恒泰五金"), "reached", id)).ShouldBeProblem(404, "not-found");
        (await lin.Phone(customer, "reached", more: new { contactId = Guid.CreateVersion7() })).ShouldBeProblem(404, "not-found");
        (await lin.Phone(customer, "reached", at: Now.AddHours(1))).ShouldBeProblem(409, "call.time");
        (await lin.Phone(customer, "reached", at: Now.AddYears(-20))).ShouldBeProblem(409, "call.time");
        (await lin.Phone(customer, "reached", more: new { nextOn = "1999-01-01" })).ShouldBeProblem(409, "call.date");
        (await lin.Phone(customer, "reached", more: new { note = new string('长', 10_000) })).ShouldBeProblem(400, "request.invalid");
        (await lin.Put($"/api/calls/{Guid.CreateVersion7()}", new { customerId = customer.Id, deviceAt = Now })).ShouldBeProblem(400, "request.invalid");
        (await lin.Get("/api/today"))["calls"].GetArrayLength().ShouldBe(1);
    }

    [EachEngine]
    public async Task After_its_day_a_call_stays_as_it_was(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, customer, id, at) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7(), server.Clock.GetUtcNow());
        (await lin.Phone(customer, "refused", id, at)).ShouldBeCreated();

        server.Clock.Advance(TimeSpan.FromDays(1));

        (await lin.Phone(customer, "refused", id, at)).ShouldBeOk();
        (await lin.Phone(customer, "reached", id, at)).ShouldBeProblem(409, "call.closed");
    }

    [EachEngine]
    public async Task A_phone_whose_clock_is_a_day_off_loses_no_call(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer, id) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());
        var ahead = Now.AddDays(1);

        (await lin.Phone(customer, "reached", id, ahead.AddMinutes(-20), sentAt: ahead)).ShouldBeCreated()["at"].GetDateTimeOffset().ShouldBe(Now.AddMinutes(-20), TimeSpan.FromMinutes(1));
        (await lin.Phone(customer, "reached", id, ahead.AddMinutes(-20), sentAt: ahead)).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_word_of_the_same_day_that_waited_overnight_counts(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, customer, id, at) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7(), server.Clock.GetUtcNow());
        (await lin.Phone(customer, "reached", id, at)).ShouldBeCreated();
        var saidAt = server.Clock.GetUtcNow();
        server.Clock.Advance(TimeSpan.FromDays(1));

        (await lin.Phone(customer, "reached", id, at, new { saidAt, note = "周四再打" }, sentAt: server.Clock.GetUtcNow())).ShouldBeOk()["note"].GetString().ShouldBe("周四再打");
    }

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static async Task NextStepBecomes(Person person, Customer customer, string step) =>
        (await Visits.Soon(async () => (await person.Get($"/api/customers/{customer.Id}"))["nextStep"].GetString(), now => now == step)).ShouldBe(step);
}

static class CallSteps
{
    /// <summary>More: the members of a NewCall to set beside these.</summary>
    public static async Task<Answer> Phone(
        this Person person, Customer customer, string outcome, Guid? id = null, DateTimeOffset? at = null, object? more = null, DateTimeOffset? sentAt = null)
    {
        var body = new Dictionary<string, object?> { ["customerId"] = customer.Id, ["deviceAt"] = at ?? TimeProvider.System.GetUtcNow(), ["outcome"] = outcome };
        foreach (var property in more?.GetType().GetProperties() ?? []) body[property.Name] = property.GetValue(more);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/calls/{id ?? Guid.CreateVersion7()}") { Content = JsonContent.Create(body) };
        if (sentAt is { } sent) request.Headers.Add("Vesper-Sent-At", $"{sent.UtcDateTime:O}");
        return await Answer.Of(await person.Http.SendAsync(request));
    }
}
