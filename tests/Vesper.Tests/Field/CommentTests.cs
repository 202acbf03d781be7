using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class CommentTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_line_shows_the_last_two_and_the_number_and_opened_all_of_them(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        using var live = await team.Rep("lin").Listen();
        foreach (var word in new[] { "一", "二", "三" })
            (await team.Rep("zhe").Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = word })).ShouldBeCreated();

        await live.Next("feed.commented");
        var line = (await team.Rep("lin").Feed()).ShouldHaveSingleItem();
        line.GetProperty("commentCount").GetInt32().ShouldBe(3);
        line.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("text").GetString()).ShouldBe(["二", "三"]);
        (await team.Supervisor.Get($"/api/feed/{visit}/comments")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(3);
    }

    [EachEngine]
    public async Task Sent_twice_it_is_said_once_and_taken_back_it_leaves_its_place(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (zhe, id) = (team.Rep("zhe"), Guid.CreateVersion7());
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));

        (await zhe.Put($"/api/feed/{visit}/comments/{id}", new { text = "说错了" })).ShouldBeCreated();
        (await zhe.Put($"/api/feed/{visit}/comments/{id}", new { text = "说错了" })).ShouldBeOk();
        (await team.Rep("lin").Put($"/api/feed/{visit}/comments/{id}", new { text = "抢过来" })).ShouldBeProblem(404, "not-found");
        (await team.Rep("lin").Delete($"/api/feed/{visit}/comments/{id}")).ShouldBeProblem(404, "not-found");
        for (var i = 0; i < 2; i++) (await zhe.Delete($"/api/feed/{visit}/comments/{id}")).ShouldBeEmpty();

        var line = (await zhe.Feed()).ShouldHaveSingleItem();
        line.GetProperty("commentCount").GetInt32().ShouldBe(0);
        line.GetProperty("comments").GetArrayLength().ShouldBe(0);
        var trace = (await zhe.Get($"/api/feed/{visit}/comments")).ShouldBeOk()["items"].EnumerateArray().ShouldHaveSingleItem();
        trace.GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
        trace.GetProperty("text").GetString().ShouldBe("");
    }

    [EachEngine]
    public async Task Whoever_is_named_in_a_comment_hears_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        using var live = await team.Rep("jia").Listen();

        (await team.Rep("zhe").Put($"/api/feed/{visit}/comments/{Guid.CreateVersion7()}", new { text = "@佳佳 上次怎么谈的", mentionIds = new[] { team.Rep("jia").Id } })).ShouldBeCreated();

        (await live.Next("member.mentioned")).GetProperty("of").GetProperty("itemId").GetGuid().ShouldBe(visit);
        (await team.Rep("jia").Feed())[0].GetProperty("comments")[0].GetProperty("mentions")[0].GetProperty("name").GetString().ShouldBe("佳佳");
    }

    [EachEngine]
    public async Task Nonsense_and_strangers_are_answered(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var visit = await team.Rep("lin").Visit(await team.Customer("云顶家居"));
        var stranger = (await team.AnotherTeamAsync()).Rep("lin");
        string New() => $"/api/feed/{visit}/comments/{Guid.CreateVersion7()}";

        (await team.Rep("zhe").Put(New(), new { text = new string('长', 501) })).ShouldBeProblem(400, "request.invalid");
        (await team.Rep("zhe").Put(New(), new { text = "  " })).ShouldBeProblem(400, "request.invalid");
        (await team.Rep("zhe").Put(New(), new { text = "答", isAnswer = true })).ShouldBeProblem(409, "answer.no-call");
        (await stranger.Put(New(), new { text = "路过" })).ShouldBeProblem(404, "not-found");
        (await stranger.Get($"/api/feed/{visit}/comments")).ShouldBeProblem(404, "not-found");
        (await team.Rep("zhe").Put($"/api/feed/{Guid.CreateVersion7()}/comments/{Guid.CreateVersion7()}", new { text = "?" })).ShouldBeProblem(404, "not-found");
        (await team.Rep("lin").Feed())[0].GetProperty("commentCount").GetInt32().ShouldBe(0);
    }
}
