using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Vesper.Browser;

public sealed class EveningTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    const string Advice = "带老张一起去，先讲同园区的三家老客户", Learned = "先算清停机一天亏多少，再谈价格";

    [Fact]
    public async Task A_team_plays_its_evening_on_one_screen_and_three_phones()
    {
        await using var evening = await EveningScene.OnDemo(chromium);
        await evening.Host.Shot("phone-evening");
        await evening.Start();
        await evening.Play(SecondHost, Relief, Nourish, Lift, Checkout, Close);
    }

    static async Task SecondHost(EveningScene evening)
    {
        await using var manager = await evening.Joined("manager");
        await manager.Sees("陈主管主持");
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Button, new() { Name = "接手主持" })).ToBeVisibleAsync();
    }

    static async Task Relief(EveningScene evening)
    {
        await evening.GoTo("今天心情如何");
        foreach (var (phone, mood) in new[] { (evening.Host, "不错"), (evening.Lin, "有点累"), (evening.Zhe, "还行") }) await phone.Tap(mood);
        await evening.Stage.Sees("3 个人的心情");
        await evening.Lin.Tap("我也是");

        await evening.Lin.GoOffline();
        await evening.Lin.Sees("没有网络");
        await evening.GoTo("想说的人说一说");
        await evening.Lin.GoOnline();
        await evening.Lin.SeesHeading("想说的人说一说");
        await evening.Lin.Tap("我想说两分钟");
        await evening.Host.Tap("请小林说");
        await evening.Stage.SeesHeading("小林");
        await evening.Zhe.Tap("听到了");
        await evening.Lin.Sees("1 个人听到了");
        await evening.Lin.Tap("我说了我能做的一步");
        await evening.Zhe.Sees("想说的人说，每人最多两分钟");
    }

    async Task Nourish(EveningScene evening)
    {
        await evening.GoTo("云顶家居");
        await evening.Zhe.Page.GetByLabel("给小林的建议").FillAsync(Advice);
        var card = evening.Stage.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Advice });
        var clock = Stopwatch.StartNew();
        await evening.Zhe.Tap("递过去");
        await Assertions.Expect(card).ToBeVisibleAsync();
        output.WriteLine($"An advice stood on the stage {clock.ElapsedMilliseconds} ms after the tap (promised: 1000, on a machine with room to breathe).");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));

        await evening.Host.Page.GetByLabel("给小林的建议").FillAsync("周三我陪你去，只谈售后两小时到场");
        await evening.Host.Tap("递过去");
        await evening.Stage.Sees("周三我陪你去");
        await evening.Lin.Tap(evening.Lin.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Advice }).GetByRole(AriaRole.Button, new() { NameRegex = new("^我要试") }));
        await Assertions.Expect(card).ToContainTextAsync("小林要试");
        await evening.Stage.Shot("stage-nourish");
    }

    static async Task Lift(EveningScene evening)
    {
        await evening.GoTo("远航照明");
        await evening.Zhe.Page.GetByLabel("用了什么方法").FillAsync("两个同行案例，一张首年账");
        await evening.Zhe.Page.GetByLabel("学到了什么").FillAsync(Learned);
        await evening.Zhe.Tap("保存故事");
        await evening.Stage.Sees(Learned);
        await evening.Lin.Sees(Learned);
        foreach (var phone in new[] { evening.Lin, evening.Host })
        {
            await phone.Tap(phone.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^我要试") }));
            await phone.Tap("谢谢阿哲");
        }
        await Assertions.Expect(evening.Stage.Page.GetByText(new Regex("小林.*要试"))).ToBeVisibleAsync();
        await evening.Stage.Sees("2 声谢谢");
        await evening.Stage.Shot("stage-lift");
    }

    static async Task Checkout(EveningScene evening)
    {
        await evening.GoTo("明天第一家");
        foreach (var phone in new[] { evening.Lin, evening.Zhe })
        {
            await phone.Tap("一个建议");
            await phone.Tap(phone.Page.GetByRole(AriaRole.List, new() { Name = "找到的客户" }).GetByRole(AriaRole.Button).First);
            await phone.Page.GetByLabel("去做什么，只写一件").FillAsync("问清谁拍板");
            await phone.Tap("定下来");
        }
        await evening.Host.Tap("一声谢谢");
        await Assertions.Expect(evening.Stage.Page.GetByText(new Regex("^明天第一家 .*问清谁拍板"))).ToHaveCountAsync(2);
    }

    static async Task Close(EveningScene evening)
    {
        await evening.Host.Tap("结束晚分享");
        await evening.Host.Tap(evening.Host.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "结束晚分享" }));
        await evening.Stage.SeesHeading("晚安");

        await evening.Lin.Sees("晚安，明天见");
        await evening.Lin.Page.GotoAsync($"/evening/{evening.Id}/minutes");
        var minutes = evening.Lin.Page.GetByRole(AriaRole.Article);
        await Assertions.Expect(minutes).ToContainTextAsync(Advice);
        await Assertions.Expect(minutes).ToContainTextAsync(Learned);
        var words = await minutes.InnerTextAsync();
        foreach (var relief in new[] { "心情", "有点累", "我也是", "两分钟", "听到了" }) words.ShouldNotContain(relief);

        await evening.Lin.Page.GotoAsync("/");
        await evening.Lin.Tap(evening.Lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^全部") }));
        await evening.Lin.Sees(Advice);
    }
}
