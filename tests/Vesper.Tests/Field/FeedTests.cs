using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class FeedTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_page_holds_thirty_and_the_next_goes_on_without_gap(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        for (var i = 0; i < 32; i++) await lin.Visit(customer);

        var first = (await lin.Get("/api/feed")).ShouldBeOk();
        var second = (await lin.Get($"/api/feed?after={first["next"].GetString()}")).ShouldBeOk();

        first["items"].GetArrayLength().ShouldBe(30);
        second["items"].GetArrayLength().ShouldBe(2);
        second["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(item => item.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(32);
        (await lin.Get("/api/feed?after=nowhere")).ShouldBeProblem(400, "page.cursor");
    }

    [EachEngine]
    public async Task A_supervisor_reads_his_team_and_nobody_reads_another(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var other = await team.AnotherTeamAsync();
        await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        await other.Rep("lin").Visit(await other.Customer("中泰纸业"));

        (await team.Supervisor.Feed()).ShouldHaveSingleItem().GetProperty("customerName").GetString().ShouldBe("云顶家居");
        (await other.Rep("lin").Feed()).ShouldHaveSingleItem().GetProperty("customerName").GetString().ShouldBe("中泰纸业");
    }

    [EachEngine]
    public async Task A_teammate_learns_no_way_into_the_archive(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Rep("lin").Visit(await team.Customer("云顶家居"));

        (await team.Rep("zhe").Feed())[0].GetProperty("customerId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await team.Rep("lin").Feed())[0].GetProperty("customerId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await team.Supervisor.Feed())[0].GetProperty("customerId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [EachEngine]
    public async Task Given_twice_a_reaction_counts_once_and_can_be_taken_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        using var live = await team.Rep("lin").Listen();

        (await team.Rep("zhe").Put($"/api/feed/{visit}/reactions/encourage", new { })).ShouldBeOk();
        (await team.Rep("zhe").Put($"/api/feed/{visit}/reactions/encourage", new { })).ShouldBeOk();
        var now = (await team.Rep("jia").Put($"/api/feed/{visit}/reactions/encourage", new { })).ShouldBeOk();

        now["encourage"].GetInt32().ShouldBe(2);
        now["mine"][0].GetString().ShouldBe("encourage");
        await live.Next("reaction.changed");
        (await team.Rep("zhe").Delete($"/api/feed/{visit}/reactions/encourage")).ShouldBeOk()["encourage"].GetInt32().ShouldBe(1);
        (await team.Rep("lin").Feed())[0].GetProperty("reactions").GetProperty("encourage").GetInt32().ShouldBe(1);
    }

    [EachEngine]
    public async Task Reactions_are_for_teammates_and_of_three_kinds(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        var stranger = (await team.AnotherTeamAsync()).Rep("lin");

        (await team.Rep("lin").Put($"/api/feed/{visit}/reactions/heard", new { })).ShouldBeProblem(409, "reaction.own");
        (await stranger.Put($"/api/feed/{visit}/reactions/heard", new { })).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Put($"/api/feed/{Guid.CreateVersion7()}/reactions/heard", new { })).ShouldBeProblem(404, "not-found");
        foreach (var unknown in new[] { "dislike", "1" }) (await team.Rep("zhe").Put($"/api/feed/{visit}/reactions/{unknown}", new { })).ShouldBeProblem(400, "request.malformed");
    }
}
