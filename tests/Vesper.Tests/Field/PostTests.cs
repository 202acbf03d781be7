using System.Text.Json;
using Vesper.Kit.Access;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class PostTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_post_sent_twice_is_one_line_that_the_team_and_its_supervisor_read(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        using var live = await zhe.Listen();
        var id = Guid.CreateVersion7();

        (await lin.Put($"/api/posts/{id}", new { text = "下沙那边新开了一排厂房" })).ShouldBeCreated();
        (await lin.Put($"/api/posts/{id}", new { text = "换了说法也不变" })).ShouldBeOk()["body"].GetString().ShouldBe("下沙那边新开了一排厂房");

        (await live.Next("feed.posted")).GetProperty("of").GetProperty("itemId").GetGuid().ShouldBe(id);
        foreach (var reader in new[] { zhe, team.Supervisor })
        {
            var line = (await reader.Feed()).ShouldHaveSingleItem();
            line.GetProperty("body").GetString().ShouldBe("下沙那边新开了一排厂房");
            line.GetProperty("kind").GetString().ShouldBe("post");
        }
    }

    [EachEngine]
    public async Task Whoever_is_named_hears_of_it_and_a_stranger_cannot_be_named(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var stranger = (await team.AnotherTeamAsync()).Rep("lin");
        using var live = await team.Rep("zhe").Listen();

        var post = (await team.Rep("lin").Put($"/api/posts/{Guid.CreateVersion7()}", new { text = "@阿哲 看看 @小林", mentionIds = new[] { team.Rep("zhe").Id, stranger.Id, Guid.CreateVersion7() } })).ShouldBeCreated();

        post["mentions"].EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("阿哲");
        (await live.Next("member.mentioned")).GetProperty("of").GetProperty("by").GetString().ShouldBe("小林");
    }

    [EachEngine]
    public async Task It_shows_my_own_photos_for_the_team_and_no_proof_of_a_visit(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        var (shown, proof) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Photo(shown, Pictures.Jpeg, "team")).ShouldBeCreated();
        (await lin.Photo(proof, Pictures.Png)).ShouldBeCreated();

        (await lin.Put($"/api/posts/{Guid.CreateVersion7()}", new { photoIds = new[] { shown } })).ShouldBeCreated();
        (await lin.Put($"/api/posts/{Guid.CreateVersion7()}", new { photoIds = new[] { shown, proof } })).ShouldBeProblem(409, "photo.unknown");
        (await zhe.Put($"/api/posts/{Guid.CreateVersion7()}", new { photoIds = new[] { shown } })).ShouldBeProblem(409, "photo.unknown");

        (await zhe.Feed()).ShouldHaveSingleItem().GetProperty("photoIds")[0].GetGuid().ShouldBe(shown);
    }

    [EachEngine]
    public async Task A_manager_shows_one_of_her_teams_a_photo_that_the_team_can_open(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var city = await team.AboveAsync();
        var boss = await city.JoinAsync("boss", "王经理", Role.Manager);
        var photo = Guid.CreateVersion7();
        (await boss.Photo(photo, Pictures.Jpeg, "team")).ShouldBeCreated();

        (await boss.Put($"/api/posts/{Guid.CreateVersion7()}", new { kind = "announcement", text = "合影", photoIds = new[] { photo }, teamId = team.Id })).ShouldBeCreated();

        ((int)(await team.Rep("lin").Http.GetAsync($"/api/photos/{photo}")).StatusCode).ShouldBe(200);
    }

    [EachEngine]
    public async Task The_audience_is_the_team_and_who_leads_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.AnotherTeamAsync();
        await team.JoinAsync("desk", "小支", Role.Support);

        var names = (await team.Rep("lin").Get("/api/feed/audience")).ShouldBeOk()["members"].EnumerateArray().Select(member => member.GetProperty("name").GetString());

        names.ShouldBe(["陈主管", "小林", "阿哲"], ignoreOrder: true);
    }

    [EachEngine]
    public async Task Within_the_day_it_may_be_said_anew_and_the_later_word_counts(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(2);
        var (lin, id) = (team.Rep("lin"), Guid.CreateVersion7());
        (await lin.Put($"/api/posts/{id}", new { text = "三点碰头" })).ShouldBeCreated();
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        var now = server.Clock.GetUtcNow();

        (await lin.Put($"/api/posts/{id}/text", new { text = "四点碰头", saidAt = now.AddSeconds(-1) })).ShouldBeOk()["edited"].GetBoolean().ShouldBeTrue();
        (await lin.Put($"/api/posts/{id}/text", new { text = "两点碰头", saidAt = now.AddSeconds(-5) })).ShouldBeOk()["body"].GetString().ShouldBe("四点碰头");
        (await lin.Put($"/api/posts/{id}", new { text = "三点碰头" })).ShouldBeOk()["body"].GetString().ShouldBe("四点碰头");
        (await team.Rep("zhe").Put($"/api/posts/{id}/text", new { text = "不是我的", saidAt = now })).ShouldBeProblem(404, "not-found");

        server.Clock.Advance(TimeSpan.FromDays(1));
        (await lin.Put($"/api/posts/{id}/text", new { text = "五点", saidAt = server.Clock.GetUtcNow() })).ShouldBeProblem(409, "post.closed");
        (await lin.Delete($"/api/posts/{id}")).ShouldBeProblem(409, "post.closed");
    }

    [EachEngine]
    public async Task Taken_back_it_leaves_a_trace_without_words_and_no_reaction_or_comment_comes_any_more(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe, id) = (team.Rep("lin"), team.Rep("zhe"), Guid.CreateVersion7());
        (await lin.Put($"/api/posts/{id}", new { text = "发错了" })).ShouldBeCreated();

        (await zhe.Delete($"/api/posts/{id}")).ShouldBeProblem(404, "not-found");
        (await lin.Delete($"/api/posts/{id}")).ShouldBeOk()["withdrawn"].GetBoolean().ShouldBeTrue();
        (await lin.Delete($"/api/posts/{id}")).ShouldBeOk();

        var line = (await zhe.Feed()).ShouldHaveSingleItem();
        line.GetProperty("memberName").GetString().ShouldBe("小林");
        line.GetRawText().ShouldNotContain("发错了");
        (await zhe.Put($"/api/feed/{id}/reactions/heard", new { })).ShouldBeProblem(409, "feed.withdrawn");
        (await zhe.Put($"/api/feed/{id}/comments/{Guid.CreateVersion7()}", new { text = "?" })).ShouldBeProblem(409, "feed.withdrawn");
        (await lin.Put($"/api/posts/{id}", new { text = "发错了" })).ShouldBeOk()["body"].GetString().ShouldBe("");
    }

    [EachEngine]
    public async Task An_announcement_comes_from_who_leads_and_tells_him_how_many_have_read_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var id = Guid.CreateVersion7();

        (await team.Rep("lin").Put($"/api/posts/{Guid.CreateVersion7()}", new { kind = "announcement", text = "我说了算" })).ShouldBeProblem(403, "access.denied");
        (await team.Supervisor.Put($"/api/posts/{id}", new { kind = "announcement", text = "周五下午盘点" })).ShouldBeCreated()["readers"].GetInt32().ShouldBe(0);
        for (var i = 0; i < 2; i++) (await team.Rep("lin").Put($"/api/feed/{id}/read", new { })).ShouldBeEmpty();
        (await team.Supervisor.Put($"/api/feed/{id}/read", new { })).ShouldBeEmpty();

        (await team.Supervisor.Feed()).ShouldHaveSingleItem().GetProperty("readers").GetInt32().ShouldBe(1);
        (await team.Rep("lin").Feed()).ShouldHaveSingleItem().GetProperty("readers").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    public static IEnumerable<object[]> BadPosts =>
    [
        [$$"""{"text":"{{new string('长', 10_000)}}"}""", 400, "request.invalid"],
        ["""{"text":"   "}""", 409, "post.empty"],
        ["""{}""", 409, "post.empty"],
        ["""{"text":"a\u0000b"}""", 400, "request.invalid"],
        ["""{"kind":"visit","text":"我签到了"}""", 409, "post.kind"],
        ["""{"kind":"rumour","text":"?"}""", 400, "request.malformed"],
        ["""{"text":"x","teamId":"0190a3c2-0000-7000-8000-000000000000"}""", 404, "not-found"],
        [$$"""{"text":"x","photoIds":[{{string.Join(',', Enumerable.Repeat("\"0190a3c2-0000-7000-8000-000000000000\"", 10))}}]}""", 400, "request.invalid"],
    ];

    [EachEngine]
    [MemberData(nameof(BadPosts))]
    public async Task Nonsense_is_answered_and_not_written(Engine engine, string body, int status, string code)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        (await team.Rep("lin").Send(HttpMethod.Put, $"/api/posts/{Guid.CreateVersion7()}", body)).ShouldBeProblem(status, code);
        (await team.Rep("lin").Feed()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Every_script_and_every_face_comes_back_as_it_was_written(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        const string said = "שלום \u202Eabc\u202C 👩‍👩‍👧‍👦🇨🇳 𠮷野家 <b>粗</b> '; drop table--";

        (await team.Rep("lin").Put($"/api/posts/{Guid.CreateVersion7()}", new { text = said })).ShouldBeCreated();

        (await team.Supervisor.Feed()).ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe(said);
    }

    [EachEngine]
    public async Task An_id_of_another_organisation_or_member_changes_nothing(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var foreign = await vesper.On(engine).ATeamOf(1);
        var (lin, zhe, id) = (team.Rep("lin"), team.Rep("zhe"), Guid.CreateVersion7());
        (await lin.Put($"/api/posts/{id}", new { text = "我的" })).ShouldBeCreated();

        (await zhe.Put($"/api/posts/{id}", new { text = "抢过来" })).ShouldBeProblem(404, "not-found");
        (await foreign.Rep("lin").Put($"/api/posts/{Guid.CreateVersion7()}", new { text = "混进去", teamId = team.Id })).ShouldBeProblem(404, "not-found");
        (await foreign.Rep("lin").Get($"/api/feed/{id}")).ShouldBeProblem(404, "not-found");

        (await zhe.Get($"/api/feed/{id}")).ShouldBeOk()["body"].GetString().ShouldBe("我的");
    }
}
