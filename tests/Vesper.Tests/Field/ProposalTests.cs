using System.Text.Json;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class ProposalTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Tomorrow_is_proposed_from_what_was_promised_agreed_and_never_met(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, day) = (team.Rep("lin"), await NextDay(team.Rep("lin")));
        var (promised, agreed, unseen) = (await team.Customer("云顶家居"), await team.Customer("青禾包装"), await team.Customer("恒泰五金"));
        await Change(team, promised, customer => (customer.NextStep, customer.NextOn) = ("送报价", day));
        await Change(team, unseen, customer => (customer.VisitsWithoutKp, customer.LastVisitAt) = (2, customer.CreatedAt.AddDays(-5)));
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Commitment { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = lin.Id, CustomerId = agreed.Id, Text = "先约财务总监", Day = day.AddDays(-1), DueOn = day });
            return Task.CompletedTask;
        });

        var list = await lin.Proposed(day);

        list.Select(one => (one.GetProperty("customerName").GetString(), one.GetProperty("why").GetString(), one.GetProperty("purpose").GetString()))
            .ShouldBe([("青禾包装", "agreed", "先约财务总监"), ("云顶家居", "promised", "送报价"), ("恒泰五金", "kpUnseen", "")]);
    }

    [EachEngine]
    public async Task What_is_planned_or_dismissed_is_not_proposed_again_for_that_day(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, day) = (team.Rep("lin"), team.Rep("zhe"), await NextDay(team.Rep("lin")));
        var (planned, dismissed) = (await team.Customer("云顶家居"), await team.Customer("恒泰五金"));
        foreach (var customer in new[] { planned, dismissed }) await Change(team, customer, one => one.NextOn = day);
        (await lin.Proposed(day)).Count.ShouldBe(2);

        (await lin.Plan(Guid.CreateVersion7(), planned.Id, day)).ShouldBeCreated();
        (await lin.Dismiss(dismissed, day)).ShouldBeEmpty();
        (await lin.Dismiss(dismissed, day)).ShouldBeEmpty();

        (await lin.Proposed(day)).ShouldBeEmpty();
        (await lin.Proposed(day.AddDays(1))).Count.ShouldBe(2);
        (await zhe.Dismiss(dismissed, day)).ShouldBeProblem(404, "not-found");
        foreach (var senseless in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            (await lin.Dismiss(dismissed, senseless)).ShouldBeProblem(409, "plan.day");
            (await lin.Get($"/api/proposals?day={senseless:yyyy-MM-dd}")).ShouldBeProblem(409, "plan.day");
        }
    }

    [EachEngine]
    public async Task The_morning_brings_what_she_tried_herself_else_a_teammates_play_and_nothing_after_the_first_check_in(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, day) = (team.Rep("lin"), team.Rep("zhe"), new DateOnly(2026, 11, 2));
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(new Story { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = zhe.Id, Day = day, ToldAt = team.Server.Clock.GetUtcNow(), Learned = "先问谁拍板" });
            db.Add(new Story { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = zhe.Id, Day = day, Learned = "还没讲" });
            db.Add(new Commitment { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = zhe.Id, Text = "带样品去", CustomerName = "远航照明", State = CommitmentState.Done, Day = day, DueOn = day });
            return Task.CompletedTask;
        });

        (await Morning(lin)).ShouldBe("play 先问谁拍板 阿哲");
        (await Morning(zhe)).ShouldBe("tried 带样品去 远航照明");

        await lin.Visit(await team.Customer("云顶家居"));
        (await Morning(lin)).ShouldBe("");
    }

    static async Task<string> Morning(Person person) => (await person.Get("/api/today"))["practice"] is { ValueKind: JsonValueKind.Object } line
        ? $"{line.GetProperty("kind")} {line.GetProperty("text")} {line.GetProperty("from")}" : "";

    static async Task<DateOnly> NextDay(Person person) => DateOnly.Parse((await person.Get("/api/today"))["next"].GetString()!, null);

    static Task Change(Team team, Customer customer, Action<Customer> change) => team.Server.Writer.Run(team.OrgId, db =>
    {
        db.Attach(customer);
        change(customer);
        return Task.CompletedTask;
    });
}

static class ProposalSteps
{
    public static async Task<List<JsonElement>> Proposed(this Person person, DateOnly day) =>
        [.. (await person.Get($"/api/proposals?day={day:yyyy-MM-dd}")).ShouldBeOk()["items"].EnumerateArray()];

    public static Task<Answer> Dismiss(this Person person, Customer customer, DateOnly day) => person.Put($"/api/proposals/{customer.Id}/dismissal", new { day = $"{day:yyyy-MM-dd}" });
}
