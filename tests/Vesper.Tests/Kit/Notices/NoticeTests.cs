using Vesper.Kit.Data;
using Vesper.Kit.Notices;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Notices;

public sealed class NoticeTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_notice_stands_in_her_list_and_in_nobody_elses_and_her_phone_hears_of_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        using var live = await team.Rep("lin").Listen();

        await team.Notify(team.Rep("lin"), "mention", "/team?item=1", ("who", "阿哲"), ("customer", "云顶家居"));

        var notice = (await team.Rep("lin").Get("/api/notices")).ShouldBeOk()["items"][0];
        (notice.GetProperty("kind").GetString(), notice.GetProperty("link").GetString(), notice.GetProperty("read").GetBoolean()).ShouldBe(("mention", "/team?item=1", false));
        notice.GetProperty("words").GetProperty("who").GetString().ShouldBe("阿哲");
        (await live.Next("notice.changed")).GetProperty("of").GetProperty("kind").GetString().ShouldBe("mention");
        (await team.Rep("zhe").Get("/api/notices")).ShouldBeOk()["items"].GetArrayLength().ShouldBe(0);
    }

    [EachEngine]
    public async Task Reading_one_or_all_lowers_the_count_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        for (var i = 0; i < 3; i++) await team.Notify(lin, "comment", "/team");
        var items = (await lin.Get("/api/notices"))["items"];

        for (var i = 0; i < 2; i++) (await lin.Put($"/api/notices/{items[0].GetProperty("id").GetGuid()}/reading", new { })).ShouldBeEmpty();
        (await lin.Get("/api/notices/unread"))["count"].GetInt32().ShouldBe(2);
        await team.Notify(lin, "comment", "/team");
        (await lin.Put("/api/notices/reading", new { until = items[0].GetProperty("at").GetDateTimeOffset() })).ShouldBeEmpty();

        (await lin.Get("/api/notices/unread"))["count"].GetInt32().ShouldBe(1, "what came after the list was looked at is still unread");
    }

    [EachEngine]
    public async Task The_list_goes_on_page_by_page(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        for (var i = 0; i < 33; i++) await team.Notify(lin, "comment", $"/team?item={i}");

        var first = (await lin.Get("/api/notices")).ShouldBeOk();
        var second = (await lin.Get($"/api/notices?after={first["next"].GetString()}")).ShouldBeOk();

        first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(notice => notice.GetProperty("link").GetString()).Distinct().Count().ShouldBe(33);
        (await lin.Get("/api/notices?after=nowhere")).ShouldBeProblem(400, "page.cursor");
    }

    [EachEngine]
    public async Task A_notice_is_refused_that_nobody_could_read_or_that_leads_away(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        await Should.ThrowAsync<ArgumentException>(() => team.Notify(team.Rep("lin"), "no-such-kind", "/team"));
        foreach (var away in new[] { "https://elsewhere.example", "//elsewhere.example", "" })
            await Should.ThrowAsync<ArgumentException>(() => team.Notify(team.Rep("lin"), "mention", away));
        (await team.Rep("lin").Get("/api/notices/unread"))["count"].GetInt32().ShouldBe(0);
    }

    [EachEngine]
    public async Task A_name_that_is_too_long_is_shortened_and_no_letter_is_halved(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        await team.Notify(team.Rep("lin"), "mention", "/team", ("who", new string('家', 78) + "😀😀😀"));

        (await team.Rep("lin").Get("/api/notices"))["items"][0].GetProperty("words").GetProperty("who").GetString().ShouldBe(new string('家', 78) + "…");
    }

    [EachEngine]
    public async Task Reading_needs_an_instant(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");

        (await lin.Put("/api/notices/reading", new { })).ShouldBeProblem(400, "request.invalid");
        (await lin.Send(HttpMethod.Put, "/api/notices/reading", "{\"until\":\"yesterday\"}")).Status.ShouldBe(400);
    }
}

static class Notices
{
    public static Task Notify(this Team team, Person whom, string kind, string link, params (string, string)[] words) => team.Server.Writer.Run(team.OrgId, db =>
    {
        db.Notify(whom.Id, kind, link, words);
        return Task.CompletedTask;
    });
}

public sealed class NoticeKindsTests
{
    [Fact]
    public void Every_kind_has_its_sentence_and_its_name_in_both_languages()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var words = File.ReadAllText(Repository.File("web", "src", "kit", "text", "words", $"{language}.ts"));
            foreach (var kind in NoticeKinds.All.Keys)
                System.Text.RegularExpressions.Regex.Count(words, $@"^ +'?{kind}'?: ", System.Text.RegularExpressions.RegexOptions.Multiline, TimeSpan.FromSeconds(1)).ShouldBe(2, $"{language}: {kind}");
        }
    }
}
