using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.GradeWords;

public sealed class GradeWordTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_supervisors_word_stands_a_fortnight_beside_the_rules_grade_and_then_the_rule_decides(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await ACompany(Task.FromResult(server));
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var word = Guid.CreateVersion7();
        using var phone = await lin.Listen();

        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { grade = "b", reason = "老板亲口说年底定" })).ShouldBeOk();
        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { grade = "b", reason = "老板亲口说年底定" })).ShouldBeOk()["words"].GetArrayLength().ShouldBe(1);

        var said = (await lin.Get(Words(customer))).ShouldBeOk();
        (said["grade"].GetString(), said["byRule"].GetString(), said["may"].GetBoolean(), said["days"].GetInt32()).ShouldBe(("b", "d", false, 14));
        said["words"][0].GetProperty("until").GetString().ShouldBe(team.Today().AddDays(13).ToString("O"));
        (await phone.Next("grade.changed")).GetProperty("of").GetProperty("to").GetString().ShouldBe("b");

        // A visit that shows little does not speak against it, nor does the night.
        (await lin.End(await lin.Visit(customer), new { outcome = "open", facts = new object[] { new { kind = "need", text = "想做外贸" } } })).ShouldBeOk();
        await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}"), answer => answer["facts"].GetArrayLength() > 0);
        server.Clock.Advance(TimeSpan.FromDays(13));
        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":0,\"up\":0}");
        (await lin.Get($"/api/customers/{customer.Id}"))["grade"].GetString().ShouldBe("b");

        server.Clock.Advance(TimeSpan.FromDays(1));
        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":1,\"up\":0}");
        var after = (await lin.Get($"/api/customers/{customer.Id}")).ShouldBeOk();
        after["grade"].GetString().ShouldNotBe("b");
        after["gradeHistory"].EnumerateArray().Select(step => step.GetProperty("reason").GetString()).ShouldBe(["改的等级到期，回到规则", "陈主管：老板亲口说年底定"]);
        (await lin.Get(Words(customer)))["words"][0].GetProperty("stands").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task Of_two_who_say_a_grade_at_once_the_second_is_asked_to_look_again(Engine engine)
    {
        var team = await ACompany(vesper.On(engine));
        var customer = await team.Customer("云顶家居");
        var other = await team.JoinAsync("fang", "方主管", Role.Supervisor);

        var answers = await Task.WhenAll(new[] { team.Supervisor, other }.Select(who => who.Put($"{Words(customer)}/{Guid.CreateVersion7()}", new { grade = "a", reason = "我去过" })));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        answers.Single(answer => answer.Status == 409).ShouldBeProblem(409, "grade.meanwhile");

        var standing = answers.Single(answer => answer.Status == 200)["words"][0].GetProperty("id").GetGuid();
        (await other.Put($"{Words(customer)}/{Guid.CreateVersion7()}", new { grade = "c", reason = "再看看", over = standing })).ShouldBeOk()["words"].EnumerateArray()
            .Select(word => word.GetProperty("stands").GetBoolean()).ShouldBe([true, false]);
    }

    [EachEngine]
    public async Task Taken_back_the_rule_decides_again_and_a_reason_is_always_asked(Engine engine)
    {
        var team = await ACompany(vesper.On(engine));
        var (lin, customer, word) = (team.Rep("lin"), await team.Customer("云顶家居"), Guid.CreateVersion7());

        (await lin.Put($"{Words(customer)}/{word}", new { grade = "a", reason = "我觉得行" })).ShouldBeProblem(409, "grade.by-rule");
        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { grade = "a", reason = "" })).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { reason = "没有等级" })).ShouldBeProblem(400, "request.invalid");
        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { grade = "e", reason = "不合适" })).ShouldBeProblem(409, "grade.disqualified");
        (await team.Supervisor.Put($"{Words(customer)}/{word}", new { grade = "a", reason = "我去过" })).ShouldBeOk();
        (await lin.Delete($"{Words(customer)}/{word}")).ShouldBeProblem(409, "grade.by-rule");
        (await team.Supervisor.Delete($"{Words(customer)}/{word}")).ShouldBeOk()["grade"].GetString().ShouldBe("d");
        (await team.Supervisor.Delete($"{Words(customer)}/{word}")).ShouldBeOk();
    }

    [EachEngine]
    public async Task A_small_organisation_grades_by_hand_without_an_end(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));

        var said = (await lin.Put($"{Words(customer)}/{Guid.CreateVersion7()}", new { grade = "a", reason = "下周就签" })).ShouldBeOk();
        (said["grade"].GetString(), said["byRule"].GetString(), said["days"].ValueKind, said["words"][0].GetProperty("until").ValueKind)
            .ShouldBe(("a", "d", System.Text.Json.JsonValueKind.Null, System.Text.Json.JsonValueKind.Null));
        (await team.RunNow("grades")).Counts.ShouldBe("{\"down\":0,\"up\":0}");
        (await team.Rep("zhe").Get(Words(customer))).ShouldBeProblem(404, "not-found");
    }

    static string Words(Customer customer) => $"/api/customers/{customer.Id}/grade-words";

    static async Task<Team> ACompany(Task<Server> server)
    {
        var team = await server.ATeamOf(1);
        await team.Server.Writer.Run(team.OrgId, async db => (await db.Organisations.SingleAsync(organisation => organisation.Id == team.OrgId)).Preset = Preset.Company);
        return team;
    }
}
