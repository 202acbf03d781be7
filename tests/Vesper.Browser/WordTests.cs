using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>A visit without a place, proved by her supervisor's word and a customer's signature; who may see what of it.</summary>
public sealed class WordTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Her_supervisor_gives_his_word_with_one_tap_and_opens_the_signature_and_a_teammate_does_not()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var chen = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        foreach (var (phone, account) in new[] { (lin, "rep"), (chen, "supervisor"), (zhe, "rep2") }) await phone.SignInToDemo(account);
        await lin.Page.EvaluateAsync("fetch('/api/me/location-consent', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ given: false }) }).then(() => undefined)");

        await lin.Page.GotoAsync("/");
        await lin.Tap("签到", AriaRole.Link);
        var choice = lin.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button).First;
        var customer = (await choice.InnerTextAsync()).Split('\n')[0];
        await lin.Tap(lin.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(customer)) }).First);
        await lin.Tap("请主管作证");
        await Sign(lin);
        await lin.Tap("在这里签到");
        await lin.SeesHeading(customer);

        await chen.Sees("请你作证");
        var asked = chen.Page.Locator(".word").Filter(new() { HasTextRegex = new($"小林.*{Regex.Escape(customer)}") }); // the demo's team has asked for others
        chen.CountFromHere();
        await chen.Tap(asked.GetByRole(AriaRole.Button, new() { Name = "我作证" }));
        chen.Taps.ShouldBe(1);
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^证明充分") })).ToBeVisibleAsync();
        await Assertions.Expect(asked).ToHaveCountAsync(0);

        await OpenLine(chen, customer);
        await chen.Sees("主管作证");
        await chen.Tap("小林 的照片，第 1 张，共 1 张");
        await Assertions.Expect(chen.Page.GetByRole(AriaRole.Dialog, new() { Name = "小林 的照片，第 1 张，共 1 张" })).ToBeVisibleAsync();
        (await chen.Page.EvaluateAsync<int>("document.querySelector('dialog[open] img').decode().then(() => document.querySelector('dialog[open] img').naturalWidth)")).ShouldBeGreaterThan(100);
        await chen.Tap("关闭");

        await OpenLine(zhe, customer);
        await Assertions.Expect(zhe.Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await Assertions.Expect(zhe.Page.GetByText("凭据")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Levels_are_shown_to_a_supervisor_only_where_the_organisation_shares_them()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var chen = await chromium.Phone(vesper);
        await chen.SignInToDemo("supervisor");
        await chen.Page.GotoAsync("/team");
        await chen.SeesHeading("战队");
        await Assertions.Expect(chen.Page.GetByText("看看拜访证明得怎么样")).ToHaveCountAsync(0);
        await chen.Page.GotoAsync("/team/evidence");
        await chen.Sees("你们没有开放证明等级");
    }

    /// <summary>From the team's feed, by the time of her line.</summary>
    static async Task OpenLine(Screen phone, string customer)
    {
        await phone.Page.GotoAsync("/team");
        var line = phone.Page.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new($"小林.*{Regex.Escape(customer)}.*签到") }).First;
        await phone.Tap(line.GetByRole(AriaRole.Link, new() { NameRegex = new("^打开这条动态") }).First);
        await phone.SeesHeading("战队动态");
    }

    /// <summary>The customer's finger on the pad.</summary>
    static async Task Sign(Screen phone)
    {
        await phone.Tap("客户签名");
        var pad = await phone.Page.GetByLabel("请客户签名").Last.BoundingBoxAsync() ?? throw new InvalidOperationException("There is no pad.");
        await phone.Page.Mouse.MoveAsync(pad.X + 30, pad.Y + 40);
        await phone.Page.Mouse.DownAsync();
        await phone.Page.Mouse.MoveAsync(pad.X + pad.Width - 30, pad.Y + pad.Height - 30, new() { Steps = 8 });
        await phone.Page.Mouse.UpAsync();
        await phone.Tap("签好了");
    }
}
