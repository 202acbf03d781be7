using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Vesper.Browser;

/// <summary>Scene 2 of the product: three reps work an area towards one meeting point, one of them without network for a while.</summary>
public sealed class PincerTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    // Far from every address of the demo, so that its digits can only come from a phone.
    const float North = 33.7711f, East = 117.8822f;

    [Fact]
    public async Task Three_close_on_a_meeting_point_and_the_one_without_network_loses_and_doubles_nothing()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await using var jia = await chromium.Phone(vesper);
        var told = new ConcurrentBag<string>();
        var mission = "";
        foreach (var (phone, account) in new[] { (lin, "rep"), (zhe, "rep2"), (jia, "rep3") })
        {
            await phone.Page.Context.SetGeolocationAsync(new() { Latitude = North, Longitude = East });
            phone.Page.Response += async (_, response) => told.Add(await Body(response));
            await phone.SignInToDemo(account);
            await phone.Tap("战队", AriaRole.Link);
            await phone.Tap(phone.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("下沙会师") }));
            await phone.SeesHeading("下沙会师");
            mission = new Uri(phone.Page.Url).AbsolutePath;
            await Expect(Row(phone, "小林")).ToContainTextAsync("3/5");
        }
        await lin.Shot("phone-mission");

        // 小林 walks on: both others read it.
        var clock = new Stopwatch();
        var door = await CheckIn(lin, clock);
        await Expect(Row(jia, "小林")).ToContainTextAsync($"刚去过 {door}");
        var first = clock.ElapsedMilliseconds;
        await Expect(Row(zhe, "小林")).ToContainTextAsync("4/5");
        output.WriteLine($"小林's check-in stood on the others' phones {first} and {clock.ElapsedMilliseconds} ms after her tap (promised: 1000, on a machine with room to breathe).");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));

        // 阿哲 has no network for an hour; his phone knows what it saw and what he did.
        await zhe.ReadyForOffline();
        await zhe.GoOffline();
        var now = TimeProvider.System.GetUtcNow();
        await zhe.Page.Clock.SetSystemTimeAsync((now - Back(now)).UtcDateTime);
        string[] doors = [await CheckIn(zhe), ""];
        await zhe.Page.GotoAsync(mission);
        await Expect(Row(zhe, "阿哲")).ToContainTextAsync("3/5");
        await Expect(Row(zhe, "小林")).ToContainTextAsync("4/5");
        doors[1] = await CheckIn(zhe);
        doors[1].ShouldNotBe(doors[0]);
        await zhe.Page.GotoAsync(mission);
        await zhe.Page.ReloadAsync();
        await Expect(Row(zhe, "阿哲")).ToContainTextAsync("4/5");

        // Meanwhile 佳佳's way goes on, and his stands still.
        await CheckIn(jia);
        await lin.Page.GotoAsync(mission);
        await Expect(Row(lin, "佳佳")).ToContainTextAsync("5/5");
        await Expect(Row(lin, "阿哲")).ToContainTextAsync("2/5");

        await zhe.Page.Clock.SetSystemTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime);
        clock.Restart();
        await zhe.GoOnline();
        await Expect(Row(lin, "阿哲")).ToContainTextAsync("4/5");
        output.WriteLine($"阿哲's two check-ins of an hour ago stood on 小林's phone {clock.ElapsedMilliseconds} ms after his network came back.");
        await Expect(Row(zhe, "佳佳")).ToContainTextAsync("5/5");
        await zhe.Page.ReloadAsync();
        await Expect(Row(zhe, "阿哲")).ToContainTextAsync("4/5");

        await lin.Page.GotoAsync("/team");
        foreach (var one in doors) (await LinesAsync(lin, "阿哲", one)).ShouldBe(1, one);
        told.Count.ShouldBeGreaterThan(20);
        told.ShouldContain(text => text.Contains("金沙湖"));
        told.ShouldAllBe(text => !text.Contains("33.77") && !text.Contains("117.88"));
    }

    /// <summary>The next door of her route: the button under the thumb, then 在这里签到. Gives the door's name.</summary>
    static async Task<string> CheckIn(Screen phone, Stopwatch? clock = null)
    {
        var next = phone.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^去 .+ 签到$") });
        var name = Regex.Match(await next.InnerTextAsync(), "去 (.+) 签到").Groups[1].Value;
        await phone.Tap(next);
        clock?.Start();
        await phone.Tap("在这里签到");
        await phone.SeesHeading(name);
        return name;
    }

    /// <summary>An hour, or since shortly after midnight: the mission is today's.</summary>
    static TimeSpan Back(DateTimeOffset now)
    {
        var sinceMidnight = now.ToOffset(TimeSpan.FromHours(8)).TimeOfDay;
        return sinceMidnight > TimeSpan.FromMinutes(62) ? TimeSpan.FromHours(1) : sinceMidnight / 2;
    }

    static async Task<string> Body(IResponse response)
    {
        var path = new Uri(response.Url).AbsolutePath;
        if (!path.StartsWith("/api/", StringComparison.Ordinal) || path == "/api/live") return "";
        try
        {
            return await response.TextAsync();
        }
        catch (PlaywrightException)
        {
            return ""; // the page went on before its body was read
        }
    }

    static ILocator Row(Screen phone, string name) => phone.Page.Locator(".bars li").Filter(new() { HasText = name });

    /// <summary>How often the feed tells it: an hour ago may lie pages down, and earlier weeks do not count.</summary>
    static Task<int> LinesAsync(Screen phone, string who, string customer) => phone.Page.EvaluateAsync<int>(
        """
        async ([who, customer]) => {
          let [count, after] = [0, '']
          const recent = item => Date.now() - new Date(item.at) < 2 * 3600_000
          do {
            const page = await (await fetch('/api/feed' + (after ? '?after=' + after : ''))).json()
            count += page.items.filter(item => recent(item) && item.kind === 'visit' && item.memberName === who && item.customerName === customer).length
            after = page.items.every(recent) ? page.next : null
          } while (after)
          return count
        }
        """, new[] { who, customer });

    static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
