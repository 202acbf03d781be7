using System.Text.Json;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Tests.Field;
using Vesper.Tests.Journals;
using Vesper.Tests.Support;

namespace Vesper.Tests.Customers.Archive;

public sealed class TimelineTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Every_kind_stands_in_one_order_and_no_line_is_lost_between_pages(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        var written = await WriteAsync(team, customer, days: 25);

        var (read, after) = (new List<JsonElement>(), "");
        do
        {
            var page = (await lin.Get($"/api/customers/{customer.Id}/timeline?after={after}")).ShouldBeOk();
            page["items"].GetArrayLength().ShouldBeLessThanOrEqualTo(30);
            read.AddRange(page["items"].EnumerateArray());
            after = page["next"].GetString();
        }
        while (after is not null);

        read.Select(Id).ShouldBe(written, ignoreOrder: true);
        var times = read.ConvertAll(line => line.GetProperty("at").GetDateTimeOffset());
        times.ShouldBe(times.OrderDescending());
        (await lin.Get($"/api/customers/{customer.Id}/timeline?kind=call")).ShouldBeOk()["items"].EnumerateArray().ShouldAllBe(line => line.GetProperty("kind").GetString() == "call");
        (await lin.Get($"/api/customers/{customer.Id}/timeline?after=nonsense")).ShouldBeProblem(400, "page.cursor");
        (await lin.Get($"/api/customers/{customer.Id}/timeline?kind=7")).Status.ShouldBe(400);
    }

    [EachEngine]
    public async Task A_journal_that_names_the_customer_is_there_for_who_may_read_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, customer) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        var day = team.Today();
        (await zhe.Writes(day, win: "路过云顶家居，听说要换供应商")).ShouldBeCreated();
        (await lin.Writes(day, win: "约到了别家", block: "老板一直不在", at: customer)).ShouldBeCreated();

        Texts(await lin.Get($"/api/customers/{customer.Id}/timeline?kind=journal")).ShouldBe(["老板一直不在"]);
        Texts(await team.Supervisor.Get($"/api/customers/{customer.Id}/timeline?kind=journal")).ShouldBe(["老板一直不在", "路过云顶家居，听说要换供应商"], ignoreOrder: true);
        (await zhe.Get($"/api/customers/{customer.Id}/timeline")).ShouldBeProblem(404, "not-found");
    }

    [EachEngine]
    public async Task A_visit_shows_what_came_of_it_and_the_grade_it_moved(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        (await lin.End(await lin.Visit(customer), new { outcome = "advanced", kpMet = true, nextStep = "送方案", facts = new object[] { new { kind = "need", text = "想做外贸" }, new { kind = "budget", amountFen = 100 } } })).ShouldBeOk();
        (await lin.Put($"/api/deals/{Guid.CreateVersion7()}", new { customerId = customer.Id, name = "展会套餐", amountFen = 10_920_000 })).ShouldBeCreated();

        var lines = (await Visits.Soon(() => lin.Get($"/api/customers/{customer.Id}/timeline"), answer => Kinds(answer).Contains("deal")))["items"].EnumerateArray().ToList();
        lines.Single(line => line.GetProperty("kind").GetString() == "visit").GetProperty("visit").GetProperty("nextStep").GetString().ShouldBe("送方案");
        lines.Single(line => line.GetProperty("kind").GetString() == "deal").GetProperty("deal").GetProperty("amountFen").GetInt64().ShouldBe(10_920_000);
    }

    /// <summary>On each day visits and calls of one moment, and two steps of the grade: whatever a page's end may fall between.</summary>
    static async Task<List<Guid>> WriteAsync(Team team, Customer customer, int days)
    {
        var (ids, lin) = (new List<Guid>(), team.Rep("lin").Id);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            for (var back = 1; back <= days; back++)
            {
                var (day, at) = (team.Today().AddDays(-back), new DateTimeOffset(team.Today().AddDays(-back).ToDateTime(new(2, 0)), TimeSpan.Zero));
                var visit = new Visit { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin, TeamId = team.Id, CustomerId = customer.Id, Day = day, CheckedInAt = at, DeviceAt = at };
                var call = new Call { OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = lin, TeamId = team.Id, CustomerId = customer.Id, Day = day, ReceivedAt = at, DeviceAt = at };
                var steps = new[] { Grade.B, Grade.C }.Select(to => new GradeChange { OrgId = team.OrgId, Id = Guid.CreateVersion7(), CustomerId = customer.Id, TeamId = team.Id, From = Grade.D, To = to, Day = day }).ToList();
                db.AddRange([visit, call, .. steps]);
                ids.AddRange([visit.Id, call.Id, .. steps.Select(step => step.Id)]);
            }
            return Task.CompletedTask;
        });
        return ids;
    }

    static Guid Id(JsonElement line) => line.GetProperty("id").GetGuid();

    static List<string?> Kinds(Answer answer) => [.. answer["items"].EnumerateArray().Select(line => line.GetProperty("kind").GetString())];

    static List<string?> Texts(Answer answer) => [.. answer.ShouldBeOk()["items"].EnumerateArray().SelectMany(line => line.GetProperty("journal").GetProperty("texts").EnumerateArray()).Select(text => text.GetString())];
}
