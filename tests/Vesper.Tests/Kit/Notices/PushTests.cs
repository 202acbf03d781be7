using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit.Data;
using Vesper.Kit.Notices;
using Vesper.Kit.Notices.Push;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Notices;

public sealed class PushTests(Vesper vesper) : IClassFixture<Vesper>
{
    /// <summary>A Monday at ten in Hangzhou.</summary>
    static readonly DateTimeOffset Working = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [EachEngine]
    public async Task A_notice_rings_on_her_browsers_names_only_and_rings_once(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        var (phone, tablet) = (await scene.Push.SubscribeAsync(scene.Lin), await scene.Push.SubscribeAsync(scene.Lin));

        await scene.Team.Notify(scene.Lin, "mention", "/team?item=7", ("who", "阿哲"));
        await scene.SendAsync();
        await scene.SendAsync();

        scene.Push.Taken.Select(push => push.Browser.Name).ShouldBe([phone.Name, tablet.Name], ignoreOrder: true);
        var (_, text, headers) = scene.Push.Taken[0];
        (text.GetProperty("kind").GetString(), text.GetProperty("link").GetString(), text.GetProperty("words").GetProperty("who").GetString()).ShouldBe(("mention", "/team?item=7", "阿哲"));
        (headers["Urgency"], headers["TTL"]).ShouldBe(("normal", "86400"));
    }

    [EachEngine]
    public async Task It_rings_by_itself(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine, byItself: true);
        await scene.Push.SubscribeAsync(scene.Lin);

        await scene.Team.Notify(scene.Lin, "mention", "/team");

        (await Field.Visits.Soon(() => Task.FromResult(scene.Push.Taken), taken => taken.Count > 0)).Count.ShouldBe(1);
    }

    [EachEngine]
    public async Task A_service_that_is_away_is_tried_again_and_one_that_knows_her_no_more_is_forgotten(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        var (busy, gone) = (await scene.Push.SubscribeAsync(scene.Lin), await scene.Push.SubscribeAsync(scene.Lin));
        scene.Push.Answers[busy.Name] = new([503, 429]);
        scene.Push.Answers[gone.Name] = new([410]);

        await scene.Team.Notify(scene.Lin, "help-now", "/team", ("who", "阿哲"), ("customer", "云顶家居"));
        await scene.SendAsync();
        scene.Push.Taken.ShouldBeEmpty();
        for (var i = 0; i < 2; i++)
        {
            scene.Server.Clock.Advance(TimeSpan.FromMinutes(3));
            await scene.SendAsync();
        }

        var push = scene.Push.Taken.ShouldHaveSingleItem();
        (push.Browser.Name, push.Headers["Urgency"], push.Headers["TTL"]).ShouldBe((busy.Name, "high", "900"));
        await using var db = scene.Server.Db();
        (await db.PushSubscriptions.Of(scene.Team.OrgId).CountAsync()).ShouldBe(1);
        (await db.Notices.Of(scene.Team.OrgId).SingleAsync()).PushAt.ShouldBeNull();
    }

    [EachEngine]
    public async Task In_quiet_hours_nothing_rings_not_later_either_and_the_list_has_it(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        await scene.Push.SubscribeAsync(scene.Lin);

        scene.Server.Clock.Set(Working.AddHours(12)); // ten in the evening
        await scene.Team.Notify(scene.Lin, "help-now", "/team", ("who", "阿哲"));
        await scene.SendAsync();
        scene.Server.Clock.Set(Working.AddDays(1));
        await scene.SendAsync();

        scene.Push.Taken.ShouldBeEmpty();
        (await scene.Lin.Get("/api/notices"))["items"].GetArrayLength().ShouldBe(1);
    }

    [EachEngine]
    public async Task Her_own_settings_and_her_leave_count_and_help_now_passes_quiet_hours_within_working_hours_only(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        await scene.Push.SubscribeAsync(scene.Lin);
        (await scene.Lin.Put("/api/me/notice-settings", new { quietFrom = "09:00:00", quietUntil = "17:00:00", quietOnDaysOff = true, silent = new[] { "comment" } })).ShouldBeOk();

        foreach (var kind in new[] { "comment", "mention", "help-now" }) await scene.Team.Notify(scene.Lin, kind, "/team");
        await scene.SendAsync();
        scene.Push.Taken.ShouldHaveSingleItem().Text.GetProperty("kind").GetString().ShouldBe("help-now");

        (await scene.Lin.Put($"/api/leaves/{Guid.CreateVersion7()}", new { memberId = scene.Lin.Id, from = "2026-11-23", until = "2026-11-23" })).ShouldBeCreated();
        await scene.Team.Notify(scene.Lin, "help-now", "/team");
        await scene.SendAsync();
        scene.Push.Taken.Count.ShouldBe(1, "she is on leave");
    }

    [EachEngine]
    public async Task A_browser_belongs_to_who_signed_in_last_and_is_hers_to_end(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        var browser = await scene.Push.SubscribeAsync(scene.Lin);
        (await scene.Team.Rep("zhe").Put("/api/me/push-subscriptions", browser.Subscription(scene.Push.Origin))).ShouldBeEmpty();

        await scene.Team.Notify(scene.Lin, "mention", "/team");
        await scene.SendAsync();
        scene.Push.Taken.ShouldBeEmpty();

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{scene.Push.Origin}/{browser.Name}")));
        (await scene.Lin.Delete($"/api/me/push-subscriptions/{hash}")).ShouldBeEmpty(); // not hers: nothing happens
        await scene.Team.Notify(scene.Team.Rep("zhe"), "mention", "/team");
        await scene.SendAsync();
        scene.Push.Taken.Count.ShouldBe(1);
        (await scene.Team.Rep("zhe").Delete($"/api/me/push-subscriptions/{hash}")).ShouldBeEmpty();
        await scene.Team.Notify(scene.Team.Rep("zhe"), "mention", "/team");
        await scene.SendAsync();
        scene.Push.Taken.Count.ShouldBe(1);
    }

    [EachEngine]
    public async Task Bad_subscriptions_and_settings_are_named(Engine engine)
    {
        await using var scene = await Scene.OnAsync(vesper, engine);
        using var browser = new FakeBrowser();
        var keys = (dynamic)browser.Subscription("https://push.example.com");
        scene.Server.Services.GetRequiredService<NoticeOptions>().LoopbackToo = false;
        foreach (var endpoint in new[] { "http://push.example.com/x", "https://127.0.0.1/x", "https://[::1]/x", "https://10.0.0.1/x", "https://localhost/x", "https://intranet/x", "ftp://push.example.com", "nonsense", "https://user:word@push.example.com/" })
            (await scene.Lin.Put("/api/me/push-subscriptions", new { endpoint, p256dh = (string)keys.p256dh, auth = (string)keys.auth })).ShouldBeProblem(400, "push.endpoint");
        foreach (var (p256dh, auth) in new[] { ("AAAA", (string)keys.auth), ((string)keys.p256dh, "AAAA"), ("***", (string)keys.auth), ("B" + new string('A', 86), (string)keys.auth) })
            (await scene.Lin.Put("/api/me/push-subscriptions", new { endpoint = "https://push.example.com/x", p256dh, auth })).ShouldBeProblem(400, "push.keys");
        (await scene.Lin.Put("/api/me/push-subscriptions", new { endpoint = $"https://push.example.com/{new string('x', 2000)}", keys.p256dh, keys.auth })).ShouldBeProblem(400, "request.invalid");

        (await scene.Lin.Put("/api/me/notice-settings", new { quietFrom = "21:00:00", quietUntil = "08:00:00", quietOnDaysOff = true, silent = new[] { "gossip" } })).ShouldBeProblem(400, "notice.kind");
        (await scene.Lin.Put("/api/me/notice-settings", new { quietUntil = "08:00:00", quietOnDaysOff = true })).ShouldBeProblem(400, "request.invalid");
        (await scene.Lin.Send(HttpMethod.Put, "/api/me/notice-settings", "{\"quietFrom\":\"25:00\"}")).Status.ShouldBe(400);
    }

    [EachEngine]
    public async Task Without_a_key_nothing_is_pushed_and_nobody_is_asked_to_subscribe(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        using var browser = new FakeBrowser();

        (await team.Rep("lin").Get("/api/me/notice-settings")).ShouldBeOk()["pushKey"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await team.Rep("lin").Put("/api/me/push-subscriptions", browser.Subscription("https://push.example.com"))).ShouldBeProblem(409, "push.off");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    public void Only_the_public_internet_is_called(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to()
    {
        using var http = new HttpClient(PublicAddress.Handler(() => false));
        (await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("https://localhost:1/"))).Message.ShouldContain("not on the public internet");
    }

    sealed record Scene(Server Server, Team Team, FakePush Push) : IAsyncDisposable
    {
        public Person Lin => Team.Rep("lin");

        /// <summary>The server's own sender stands still unless it is asked for: the test says when.</summary>
        public static async Task<Scene> OnAsync(Vesper vesper, Engine engine, bool byItself = false)
        {
            var server = await vesper.AloneOn(engine);
            server.Clock.Set(Working);
            server.Services.GetRequiredService<NoticeOptions>().LoopbackToo = true;
            await server.Services.GetRequiredService<PushKeys>().MakeAsync("mailto:admin@example.com");
            if (!byItself) await server.Services.GetRequiredService<PushSender>().StopAsync(default);
            return new(server, await Task.FromResult(server).ATeamOf(2), await FakePush.StartAsync());
        }

        public Task<int> SendAsync() => Server.Services.GetRequiredService<PushSender>().SendDueAsync(default);

        public async ValueTask DisposeAsync()
        {
            await Push.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("mention", "20:59", true, true)]
    [InlineData("mention", "21:00", true, false)]
    [InlineData("mention", "00:00", true, false)]
    [InlineData("mention", "07:59", true, false)]
    [InlineData("mention", "08:00", true, true)]
    [InlineData("mention", "12:00", false, false)]
    [InlineData("help-now", "12:00", true, true)]
    [InlineData("help-now", "22:00", true, false)]
    [InlineData("help-now", "12:00", false, false)]
    public void The_usual_hours(string kind, string at, bool works, bool rings)
    {
        var local = TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        QuietHours.Rings(kind, QuietHours.Usual(new(), default, default), new(local, works, local.Hour is >= 9 and < 18)).ShouldBe(rings);
    }

    [Theory]
    [InlineData("12:00", "14:00", "13:00", false)]
    [InlineData("12:00", "14:00", "14:00", true)]
    [InlineData("12:00", "12:00", "12:00", true)]
    public void Hours_of_her_own(string from, string until, string at, bool rings)
    {
        static TimeOnly Of(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var settings = new NoticeSettings { QuietFrom = Of(from), QuietUntil = Of(until), QuietOnDaysOff = false };
        QuietHours.Rings("mention", settings, new(Of(at), Works: false, WithinHours: true)).ShouldBe(rings);
    }
}
