using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class SetUpTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Password = "a-long-password";

    [Fact]
    public async Task An_empty_server_becomes_a_team_of_two_by_three_questions_and_a_link()
    {
        await using var vesper = await RunningVesper.StartAsync(_ => Task.CompletedTask);
        await using var chen = await chromium.Phone(vesper);
        await chen.Page.GotoAsync("/");
        await Fill(chen, ("公司叫什么", "恒泰商贸"), ("你的战队叫什么", "东区战队"), ("你的名字", "陈立"), ("账号", "chen"), ("密码", Password));
        await chen.Page.GetByText("小队", new() { Exact = true }).ClickAsync();
        await chen.Tap("建好，去拉队友");

        await chen.SeesHeading("东区战队 建好了");
        await Assertions.Expect(chen.Page.GetByRole(AriaRole.Img, new() { Name = "扫码加入 东区战队" })).ToBeVisibleAsync();
        var link = await chen.Page.GetByText("/join/").InnerTextAsync();

        await using var yun = await chromium.Phone(vesper);
        yun.Expect(403, "/api/session");
        yun.Expect(401, "/api/session");
        yun.Expect(409, "/api/session");
        await yun.Page.GotoAsync(link);
        await Fill(yun, ("你的名字", "许云"), ("账号", "yun"), ("密码", Password));
        await yun.Tap("申请加入");
        await yun.SeesHeading("等主管点头");

        await chen.Tap("通过");
        await chen.Sees("许云 进来了");
        await yun.SeesHeading("许云");
        await yun.Tap("战队", AriaRole.Link);
        await yun.Sees("东区战队");
    }

    static async Task Fill(Screen screen, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields) await screen.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
    }
}
