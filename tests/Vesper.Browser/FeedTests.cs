using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class FeedTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>The smallest picture there is.</summary>
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task What_one_phone_says_the_other_reads_and_answers_and_help_now_is_answered_in_two_taps()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var zhe = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await zhe.SignInToDemo("rep2");
        foreach (var phone in new[] { lin, zhe })
        {
            await phone.Tap("战队", AriaRole.Link);
            await phone.SeesHeading("今天");
        }

        await lin.Tap(Button(lin, "跟战队说点什么"));
        await lin.Page.GetByRole(AriaRole.Textbox).FillAsync("园区门口的招租牌，三家新搬来的");
        await lin.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "door.png", MimeType = "image/png", Buffer = Png });
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Button, new() { Name = "去掉第 1 张" })).ToBeVisibleAsync();
        await lin.Tap("发送");

        var post = Line(zhe, "招租牌");
        await Assertions.Expect(post).ToBeVisibleAsync();
        await Assertions.Expect(post.GetByRole(AriaRole.Button, new() { Name = "小林 的照片，第 1 张，共 1 张" })).ToBeVisibleAsync();
        await zhe.Tap(post.GetByRole(AriaRole.Button, new() { Name = "说一句" }));
        await post.GetByRole(AriaRole.Textbox).PressSequentiallyAsync("明天一起去 @小林");
        await zhe.Tap(post.GetByRole(AriaRole.List, new() { Name = "叫上谁" }).GetByRole(AriaRole.Button, new() { Name = "小林" }));
        await zhe.Tap(post.GetByRole(AriaRole.Button, new() { Name = "发送" }));
        await Assertions.Expect(Line(lin, "招租牌").Locator("b", new() { HasText = "@小林" })).ToBeVisibleAsync();

        await zhe.Page.EvaluateAsync("scrollTo(0, 900)"); // he reads further down: what is new waits until he asks
        await lin.Tap("签到", AriaRole.Link);
        var customer = lin.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button).First;
        await lin.Tap(customer);
        await lin.Tap("在这里签到");
        await lin.Tap("火力支持");
        await lin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("老板要看同行的合同");
        await lin.Tap("现在就叫");

        var call = Line(zhe, "老板要看同行的合同");
        await Assertions.Expect(Button(zhe, "2 条新的")).ToBeVisibleAsync();
        await Assertions.Expect(call).ToHaveCountAsync(0);
        await zhe.Tap(Button(zhe, "2 条新的"));
        await Assertions.Expect(call.GetByRole(AriaRole.Timer)).ToContainTextAsync("还有");
        zhe.CountFromHere();
        await zhe.Tap(call.GetByRole(AriaRole.Button, new() { Name = "我来答" }));
        await call.GetByRole(AriaRole.Textbox).FillAsync("发你了，去年华东那单");
        await zhe.Tap(call.GetByRole(AriaRole.Button, new() { Name = "发给 TA" }));
        zhe.Taps.ShouldBe(2);
        await Assertions.Expect(call.GetByRole(AriaRole.Timer)).ToHaveTextAsync("已有回应");
        await lin.Sees("阿哲 回应：");
        await lin.Sees("发你了，去年华东那单");

        await zhe.Tap("找动态", AriaRole.Link);
        await zhe.Page.GetByRole(AriaRole.Searchbox).FillAsync("招租");
        await Assertions.Expect(Line(zhe, "招租牌")).ToBeVisibleAsync();
        await zhe.Page.GetByLabel("类别").SelectOptionAsync("公告");
        await zhe.Sees("没有找到");
    }

    static ILocator Button(Screen phone, string name) => phone.Page.GetByRole(AriaRole.Button, new() { Name = name });

    static ILocator Line(Screen phone, string says) => phone.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = says });
}
