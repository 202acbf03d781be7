using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>Scene 4 of the product: a rep withdraws consent to location, her visit is proved by a signature, and nothing else changes.</summary>
public sealed class NoToLocationTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Consent_goes_in_two_taps_a_signature_proves_the_visit_and_nothing_else_changes()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        await zhe.Tap("战队", AriaRole.Link);
        await lin.SeesHeading("小林");
        var tabs = await Tabs(lin);
        tabs.ShouldContain("晚分享");

        var first = await Choose(lin, 0);
        await lin.Tap("在这里签到");
        await Tell(lin, first);
        await Assertions.Expect(Lines(zhe, first)).Not.ToHaveCountAsync(0);

        await Me(lin);
        lin.CountFromHere();
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^签到时留下位置") }));
        await lin.Tap("收回同意");
        lin.Taps.ShouldBe(2);
        await lin.Sees("不留位置");

        await lin.Tap("现在全部删掉");
        await lin.Sees("现在一个位置也没有留。");
        await lin.Sees("还没有人看过。");

        var second = await Choose(lin, 1);
        await Sign(lin);
        await lin.Tap("在这里签到");
        await lin.SeesHeading(second);
        await lin.Tap(lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^证明") }));
        await lin.Sees("有门牌照片、签名或主管作证。");
        await Tell(lin, second);
        await Assertions.Expect(Lines(zhe, second)).Not.ToHaveCountAsync(0);

        await lin.Page.GotoAsync("/");
        await lin.SeesHeading("小林");
        (await Tabs(lin)).ShouldBe(tabs);
        await Me(lin);
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^签到时留下位置") }));
        await lin.Sees("现在一个位置也没有留。");
    }

    static async Task Me(Screen phone)
    {
        await phone.Page.GotoAsync("/");
        await phone.Tap("我的", AriaRole.Link);
        await phone.SeesHeading("我");
    }

    /// <summary>The round button, then the customer at this place of the list.</summary>
    static async Task<string> Choose(Screen phone, int place)
    {
        await phone.Page.GotoAsync("/");
        await phone.Tap("签到", AriaRole.Link);
        var buttons = phone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button);
        await Assertions.Expect(buttons.Nth(place)).ToBeVisibleAsync();
        var name = (await buttons.Nth(place).InnerTextAsync()).Split('\n')[0];
        await phone.Tap(phone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(name)) }).First);
        return name;
    }

    /// <summary>The customer's finger on the pad.</summary>
    static async Task Sign(Screen phone)
    {
        await phone.Tap("客户签名");
        var pad = await phone.Page.GetByLabel("请客户签名").Last.BoundingBoxAsync() ?? throw new InvalidOperationException("There is no pad.");
        await phone.Page.Mouse.MoveAsync(pad.X + 30, pad.Y + 40);
        await phone.Page.Mouse.DownAsync();
        await phone.Page.Mouse.MoveAsync(pad.X + pad.Width / 2, pad.Y + pad.Height - 30, new() { Steps = 8 });
        await phone.Page.Mouse.MoveAsync(pad.X + pad.Width - 30, pad.Y + 40, new() { Steps = 8 });
        await phone.Page.Mouse.UpAsync();
        await phone.Tap("签好了");
    }

    /// <summary>The outcome, as on any other day.</summary>
    static async Task Tell(Screen phone, string customer)
    {
        await phone.SeesHeading(customer);
        await phone.Tap("推进");
        await phone.Tap("见到了");
        await phone.Tap(phone.Page.GetByRole(AriaRole.Group, new() { Name = "聊了多久" }).GetByRole(AriaRole.Button).First);
        await phone.Tap("存下结果");
        await phone.Sees("存好了");
    }

    /// <summary>小林's lines in the team's feed that tell how it went.</summary>
    static ILocator Lines(Screen phone, string customer) =>
        phone.Page.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new($"小林.*{Regex.Escape(customer)}.*见到了关键人") });

    static async Task<string> Tabs(Screen phone) => string.Join(' ', await phone.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).AllInnerTextsAsync());
}
