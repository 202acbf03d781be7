using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Vesper.Browser;

/// <summary>A phone that was away from the network, and comes back.</summary>
public sealed class OutboxTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_customer_made_offline_that_is_there_already_blocks_nothing_and_her_visit_is_kept()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        var (hers, colleagues) = ((await Customers(lin))[0], (await Customers(zhe))[0]);
        lin.Page.Request += (_, request) => lin.Expect(409, new Uri(request.Url).AbsolutePath);
        var sent = Sent(lin);
        await lin.ReadyForOffline();

        await lin.GoOffline();
        foreach (var name in new[] { hers.Name, colleagues.Name })
        {
            await lin.Page.GotoAsync($"/customers/new?next=check-in&name={Uri.EscapeDataString(name)}");
            await lin.Tap("保存");
            await lin.Tap("在这里签到");
            await Outcome(lin);
        }
        await lin.GoOnline();

        // One is her own: two taps from the sentence that it was not taken.
        var refused = lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("条没有收下") });
        await lin.Tap(lin.Page.GetByRole(AriaRole.Button, new() { Name = "2 条没有收下，点开看看" }));
        await lin.Shot("phone-outbox-refused");
        await lin.Tap(Change(lin, hers.Name));
        await Assertions.Expect(lin.Page.GetByLabel("公司名")).ToHaveValueAsync(hers.Name);
        await lin.Tap("就用这家");
        await lin.Sees("今天的路");

        // The other is a colleague's: the visit stands there all the same.
        await lin.Tap(refused);
        await lin.Tap(Change(lin, colleagues.Name));
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Button, new() { Name = "把拜访记到这家公司" })).ToBeVisibleAsync();
        await lin.Shot("phone-collision");
        await lin.Tap("把拜访记到这家公司");
        await lin.Sees("今天的路");
        await Assertions.Expect(refused).ToBeHiddenAsync();

        await Arrive(zhe, sent, [hers, colleagues]);
    }

    [Fact]
    public async Task A_day_of_twelve_visits_arrives_once_over_a_slow_link()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        var customers = (await Customers(lin)).Take(12).ToList();
        customers.Count.ShouldBe(12);
        var sent = Sent(lin);
        await lin.ReadyForOffline();

        await lin.Link(offline: true);
        foreach (var customer in customers)
        {
            await lin.Page.GotoAsync($"/check-in?customer={customer.Id}");
            await lin.Tap("在这里签到");
            await Outcome(lin);
        }
        var waiting = lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+ 条等网络") });
        await Assertions.Expect(waiting).ToHaveTextAsync("24 条等网络恢复后发出，已存在手机里");

        // 1.6 Mbit/s down, 750 kbit/s up, 300 ms there and back: a telephone at the edge of a village.
        var clock = Stopwatch.StartNew();
        await lin.Link(offline: false, latency: 300, down: 200_000, up: 93_750);
        await Assertions.Expect(waiting).ToBeHiddenAsync(new() { Timeout = 60_000 });
        output.WriteLine($"12 visits with their outcomes, 24 requests, were sent {clock.Elapsed.TotalSeconds:0.0} s after the network came back.");

        sent.Count.ShouldBe(12);
        await Arrive(zhe, sent, customers);
    }

    static async Task Outcome(Screen phone)
    {
        await phone.Tap("推进");
        await phone.Tap("见到了");
        await phone.Tap("存下结果");
        await phone.Sees("今天的路");
    }

    static ILocator Change(Screen phone, string about) =>
        phone.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"新客户 · {about}" }).GetByRole(AriaRole.Link, new() { Name = "修改" });

    static readonly Regex CheckInPath = new("/api/check-ins/([^/]+)$");

    sealed record Known(string Id, string Name, string ShortName);

    static async Task<List<Known>> Customers(Screen phone)
    {
        var rows = await phone.Page.EvaluateAsync<JsonElement>("fetch('/api/customers').then(answer => answer.json()).then(page => page.items)");
        return [.. rows.EnumerateArray().Select(row => new Known(row.GetProperty("id").GetString()!, row.GetProperty("name").GetString()!, row.GetProperty("shortName").GetString()!))];
    }

    /// <summary>The visits this phone sends, by the ids it made for them, however often it sends them.</summary>
    static ConcurrentDictionary<string, int> Sent(Screen phone)
    {
        var ids = new ConcurrentDictionary<string, int>();
        phone.Page.Request += (_, request) =>
        {
            var path = CheckInPath.Match(request.Url);
            if (request.Method == "PUT" && path.Success) ids.AddOrUpdate(path.Groups[1].Value, 1, (_, n) => n + 1);
        };
        return ids;
    }

    /// <summary>A teammate reads each of them once, with its outcome, at these customers.</summary>
    static async Task Arrive(Screen phone, ConcurrentDictionary<string, int> visits, IEnumerable<Known> customers)
    {
        string[] wanted = [.. customers.Select(customer => customer.ShortName).Order(StringComparer.Ordinal)];
        string[] read = [];
        for (var i = 0; i < 50 && !read.SequenceEqual(wanted); i++, await Task.Delay(200))
            read = [.. (await Feed(phone)).Where(line => visits.ContainsKey(line.Id) && line.Outcome == "advanced").Select(line => line.Customer ?? "").Order(StringComparer.Ordinal)];
        read.ShouldBe(wanted);
    }

    static async Task<List<(string Id, string? Customer, string? Outcome)>> Feed(Screen phone)
    {
        var items = await phone.Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const [items, after] = [[], { is: '' }]
              for (let page = 0; page < 3; page++) {
                const { items: more, next } = await (await fetch('/api/feed' + after.is)).json()
                items.push(...more)
                after.is = '?after=' + encodeURIComponent(next)
              }
              return items
            }
            """);
        return [.. items.EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("customerName").GetString(), item.GetProperty("outcome").GetString()))];
    }
}
