using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Vesper.Browser;

public sealed class CheckInTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_check_in_takes_three_taps_and_its_outcome_four_and_teammates_read_both_at_once()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        await zhe.Tap("战队", AriaRole.Link);
        await zhe.SeesHeading("战队");
        await lin.SeesHeading("小林");
        await lin.Sees("今晚晚分享");
        await lin.Sees("今天的路");
        await lin.Shot("phone-today");

        lin.CountFromHere();
        var customer = await ChooseCustomer(lin);
        await lin.Sees("最近的客户");
        await lin.Shot("phone-check-in");
        var clock = Stopwatch.StartNew();
        await lin.Tap("在这里签到");
        lin.Taps.ShouldBeLessThanOrEqualTo(3);
        await Assertions.Expect(Lines(zhe, customer, "签到")).ToHaveCountAsync(1);
        output.WriteLine($"The check-in stood on a teammate's phone {clock.ElapsedMilliseconds} ms after the tap (promised: 1000, on a machine with room to breathe).");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));

        await lin.SeesHeading(customer);
        lin.CountFromHere();
        await lin.Tap("推进");
        await lin.Tap("见到了");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Group, new() { Name = "聊了多久" }).GetByRole(AriaRole.Button).First);
        await lin.Tap("存下结果");
        lin.Taps.ShouldBeLessThanOrEqualTo(4);
        await lin.Sees("存好了");
        await Assertions.Expect(Lines(zhe, customer, "见到了关键人")).Not.ToHaveCountAsync(0);
        await zhe.Shot("phone-team");
    }

    [Fact]
    public async Task A_check_in_without_network_waits_on_the_phone_survives_a_reload_and_arrives_once()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        await zhe.Tap("战队", AriaRole.Link);
        await lin.ReadyForOffline();

        await lin.GoOffline();
        var customer = await ChooseCustomer(lin);
        await lin.Tap("在这里签到");
        await lin.SeesHeading(customer);
        await lin.Page.GotoAsync("/");
        var queue = lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^1 条等网络") });
        await lin.Tap(queue);
        await lin.Sees("等网络");
        await lin.Page.ReloadAsync();
        await Assertions.Expect(queue).ToBeVisibleAsync();
        await Assertions.Expect(Lines(zhe, customer, "签到")).ToHaveCountAsync(0);

        await lin.GoOnline();
        await Assertions.Expect(queue).ToBeHiddenAsync();
        await Assertions.Expect(Lines(zhe, customer, "签到")).ToHaveCountAsync(1);
        await zhe.Page.ReloadAsync();
        await Assertions.Expect(Lines(zhe, customer, "签到")).ToHaveCountAsync(1);
    }

    /// <summary>The round button, then a customer whose name is answered.</summary>
    static async Task<string> ChooseCustomer(Screen phone)
    {
        await phone.Tap("签到", AriaRole.Link);
        var button = phone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button).First;
        var name = (await button.InnerTextAsync()).Split('\n')[0];
        await phone.Tap(phone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(name)) }));
        return name;
    }

    /// <summary>小林's lines in the team's feed about this customer that say so.</summary>
    static ILocator Lines(Screen phone, string customer, string says) =>
        phone.Page.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new($"小林.*{Regex.Escape(customer)}.*{says}") });
}
