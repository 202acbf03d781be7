using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Tests.Journals;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class JournalBlockTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task What_blocks_her_in_the_journal_is_a_case_tonight_and_stays_one(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, home) = (team.Rep("lin"), team.Rep("zhe"), await team.Customer("云顶家居"));
        await lin.Submits(team, block: "他怕外贸亏钱", at: home);
        await zhe.Submits(team, block: "开口第一句总被挂断");

        var titles = (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("kind") == "case").Select(item => item.Text("title")).ToList();
        titles.ShouldBe(["云顶家居：他怕外贸亏钱", "开口第一句总被挂断"], ignoreOrder: true);
        await team.Supervisor.Opened();

        var cases = (await lin.Get("/api/cases")).ShouldBeOk().Body.List("items").ToList();
        cases.Select(one => one.Text("blockedBy")).ShouldBe(["他怕外贸亏钱", "开口第一句总被挂断"], ignoreOrder: true);
        (await team.Supervisor.Tonight()).List("items").Count(item => item.Text("kind") == "case").ShouldBe(2);
        var withdrawn = cases.First(one => one.Text("blockedBy") == "他怕外贸亏钱").Id();
        (await lin.Delete($"/api/cases/{withdrawn}")).ShouldBeEmpty();
        (await lin.Get("/api/cases")).ShouldBeOk().Body.List("items").ShouldHaveSingleItem();
    }

    [EachEngine]
    public async Task A_call_for_help_at_the_same_customer_is_not_a_second_case(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, home) = (team.Rep("lin"), await team.Customer("云顶家居"));
        await team.Visited(lin, home, help: "");
        await lin.Submits(team, block: "他怕外贸亏钱", at: home);

        var cases = (await team.Supervisor.Tonight()).List("items").Where(item => item.Text("kind") == "case").ToList();

        cases.ShouldHaveSingleItem().Text("title").ShouldBe("云顶家居：他怕外贸亏钱");
    }

    [Fact]
    public void A_block_beside_help_an_open_case_and_a_signal_is_one_candidate()
    {
        var day = Days.Of(3) with
        {
            Cases = [Days.Case(1, 0, customer: 1)],
            Help = [Days.Help(2, 1, customer: 2)],
            KpNotMet = [Days.KpNotMet(0, 1), Days.KpNotMet(1, 2), Days.KpNotMet(2, 3)],
            Blocks = [Block(0, 1, "甲"), Block(1, 2, "乙"), Block(2, 3, "丙"), Block(2, null, "丁") with { JournalId = Days.Id(8, 9) }],
        };

        var cases = CaseQueue.Of(day, new());

        cases.Select(one => one.Subject.BlockedBy).ShouldBe(["对手报价低三成", "乙", "丙", "丁"], ignoreOrder: true);
        cases.First(one => one.Subject.BlockedBy == "丙").VisitsWithoutKp.ShouldBe(2);
    }

    static JournalBlock Block(int member, int? customer, string text) =>
        new(Days.Id(8, member), Days.Id(1, member), Days.Name(member), customer is { } id ? Days.Id(3, id) : null, customer is { } named ? Days.CustomerName(named) : "", Stage.Follow, false, text);
}
