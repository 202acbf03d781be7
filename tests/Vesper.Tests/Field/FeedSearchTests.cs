using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class FeedSearchTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Two_characters_find_a_line_by_what_stands_in_it_and_under_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var visit = await lin.Visit(await team.Customer("云顶家居"));
        var post = await Post(lin, "下沙新开了一排厂房");
        (await zhe.Put($"/api/feed/{post}/comments/{Guid.CreateVersion7()}", new { text = "门口挂牌的有三家做包装" })).ShouldBeCreated();

        await Finds(zhe, "云顶", visit);
        await Finds(zhe, "厂房", post);
        await Finds(zhe, "包装", post);
        await Finds(zhe, "厂房 包装", post);
        (await Found(zhe, "q=厂房 云顶")).ShouldBeEmpty();
        (await Found(zhe, "q=云")).ShouldBeEmpty("one character would match half of everything");
    }

    [EachEngine]
    public async Task By_person_and_by_kind_also_without_words(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var visit = await lin.Visit(await team.Customer("云顶家居"));
        var (mine, theirs) = (await Post(lin, "云顶那边停车难"), await Post(zhe, "云顶门口在修路"));
        await Finds(zhe, "云顶", theirs, mine, visit);

        (await Found(zhe, $"memberId={lin.Id}")).ShouldBe([mine, visit]);
        (await Found(zhe, "kind=visit")).ShouldBe([visit]);
        (await Found(zhe, $"q=云顶&memberId={lin.Id}&kind=post")).ShouldBe([mine]);
        (await Found(zhe, $"q=云&memberId={lin.Id}")).ShouldBeEmpty("what is too short for the index must not be ignored");
        (await Found(zhe, "")).ShouldBeEmpty("that is the feed itself");
        (await zhe.Get("/api/feed/found?kind=gossip")).ShouldBeProblem(400, "request.malformed");
    }

    [EachEngine]
    public async Task Nobody_finds_what_she_may_not_read(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var other = await team.AnotherTeamAsync();
        var desk = await team.JoinAsync("desk", "支持", Role.Support);
        var stranger = (await vesper.On(engine).ATeamOf(1)).Rep("lin");
        var post = await Post(team.Rep("lin"), "恒泰那单压价压得厉害");

        await Finds(team.Rep("zhe"), "恒泰", post);
        (await Found(team.Supervisor, "q=恒泰")).ShouldBe([post]);
        foreach (var outsider in new[] { other.Rep("lin"), other.Supervisor, desk, stranger })
        {
            (await Found(outsider, "q=恒泰")).ShouldBeEmpty();
            (await Found(outsider, $"memberId={team.Rep("lin").Id}")).ShouldBeEmpty();
        }
    }

    [EachEngine]
    public async Task A_line_keeps_no_word_that_was_taken_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (post, changed) = (await Post(lin, "青禾的老板姓马"), await Post(lin, "青禾的电话是错的"));
        var comment = Guid.CreateVersion7();
        (await zhe.Put($"/api/feed/{changed}/comments/{comment}", new { text = "我有马总助理的名片" })).ShouldBeCreated();
        await Finds(zhe, "青禾", changed, post);
        await Finds(zhe, "名片", changed);

        (await lin.Delete($"/api/posts/{post}")).ShouldBeOk();
        (await lin.Put($"/api/posts/{changed}/text", new { text = "号码已经问到", saidAt = team.Server.Clock.GetUtcNow() })).ShouldBeOk();
        (await zhe.Delete($"/api/feed/{changed}/comments/{comment}")).ShouldBeEmpty();

        await Finds(zhe, "号码", changed);
        await Finds(zhe, "名片");
        await Finds(zhe, "青禾");
        (await Found(zhe, $"memberId={lin.Id}")).ShouldBe([changed]);
    }

    [EachEngine]
    public async Task Its_pages_go_on_without_gap_and_a_fill_finds_what_was_loaded_in_bulk(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (server, lin) = (team.Server, team.Rep("lin"));
        await server.Writer.Run(team.OrgId, db =>
        {
            for (var i = 0; i < 40; i++)
                db.Add(new FeedItem { OrgId = team.OrgId, Id = Guid.CreateVersion7(), TeamId = team.Id, MemberId = lin.Id, MemberName = "小林", Kind = FeedKind.Post, Body = $"第{i}次路过萧山", At = server.Clock.GetUtcNow().AddDays(-i) });
            return Task.CompletedTask;
        });

        var databases = (DbFactory)server.Services.GetService(typeof(DbFactory))!;
        await FeedSearchFill.FillAsync(databases, server.Writer, default);
        await using (var db = databases.ForReading()) (await db.Set<SearchRow>().CountAsync(row => row.OrgId == team.OrgId && row.Kind == FeedSearch.Kind)).ShouldBe(40);

        var first = (await lin.Get("/api/feed/found?q=萧山")).ShouldBeOk();
        var second = (await lin.Get($"/api/feed/found?q=萧山&after={first["next"].GetString()}")).ShouldBeOk();

        var all = first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).ToList();
        (first["items"].GetArrayLength(), second["items"].GetArrayLength(), second["next"].ValueKind).ShouldBe((30, 10, JsonValueKind.Null));
        all.Select(item => item.GetProperty("body").GetString()).ShouldBe(Enumerable.Range(0, 40).Select(i => $"第{i}次路过萧山"));
        (await lin.Get("/api/feed/found?q=萧山&after=nowhere")).ShouldBeProblem(400, "page.cursor");
    }

    static async Task<Guid> Post(Person person, string text)
    {
        var id = Guid.CreateVersion7();
        (await person.Put($"/api/posts/{id}", new { text })).ShouldBeCreated();
        return id;
    }

    static async Task<List<Guid>> Found(Person person, string query) =>
        [.. (await person.Get($"/api/feed/found?{query}")).ShouldBeOk()["items"].EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    /// <summary>The index follows the feed a moment later.</summary>
    static async Task Finds(Person person, string words, params Guid[] lines) =>
        (await Visits.Soon(() => Found(person, $"q={words}"), found => found.SequenceEqual(lines))).ShouldBe(lines);
}
