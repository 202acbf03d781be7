using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class JournalTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_journal_written_without_network_survives_a_reload_is_submitted_and_answered()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var chen = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await chen.SignInToDemo("supervisor");
        await lin.ReadyForOffline();
        await lin.Page.GotoAsync("/journal");
        await lin.Sees("知道的都替你写好了");
        await lin.Sees("到访云顶家居");
        await lin.Shot("phone-journal");

        await lin.GoOffline();
        await Win(lin).FillAsync("问出了云顶家居的关键人是谁");
        await lin.Page.ReloadAsync();
        await Assertions.Expect(Win(lin)).ToHaveValueAsync("问出了云顶家居的关键人是谁");
        await lin.Page.GetByLabel("卡在哪里").FillAsync("约不到董事长的儿子");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Group, new() { Name = "卡在哪一家" }).GetByRole(AriaRole.Button, new() { Name = "云顶家居" }));
        await lin.Tap("交日志");
        await lin.Sees("存在手机里了");
        await lin.Page.ReloadAsync();
        await Assertions.Expect(Win(lin)).ToHaveValueAsync("问出了云顶家居的关键人是谁");
        await lin.Sees("等网络");

        await lin.GoOnline();
        await Assertions.Expect(lin.Page.GetByText("已交", new() { Exact = true })).ToBeVisibleAsync();

        await chen.Page.GotoAsync("/journals");
        await chen.Tap(chen.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "问出了云顶家居的关键人是谁" }));
        await chen.Sees("约不到董事长的儿子");
        await chen.Page.GetByLabel("回复小林").FillAsync("周四我陪你去，只问外贸一件事");
        await chen.Tap("发给小林");
        await chen.Sees("回复发出了");

        await lin.Page.GotoAsync("/journals");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "问出了云顶家居的关键人是谁" }));
        await lin.Sees("周四我陪你去，只问外贸一件事");
        await lin.Shot("phone-journal-answered");
    }

    static ILocator Win(Screen phone) => phone.Page.GetByLabel("今天得意的一件");
}
