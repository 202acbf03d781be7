using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class TheatreTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Whoever_is_curious_watches_an_evening_play_before_signing_in()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var desk = await chromium.Desk(vesper);
        await desk.Page.GotoAsync("/");
        await desk.Page.GetByText("看一场晚分享").ClickAsync();
        await desk.SeesHeading("看一场晚分享");

        var stage = desk.Page.FrameLocator("iframe[title='会议室大屏']");
        await Assertions.Expect(stage.GetByText("杭州东区战队").First).ToBeVisibleAsync();
        var step = desk.Page.GetByRole(AriaRole.Button, new() { Name = "下一步", Exact = true });
        var problem = stage.GetByRole(AriaRole.Heading, new() { Name = "云顶家居" });
        for (var beat = 1; beat <= 32 && !await problem.IsVisibleAsync(); beat++)
        {
            await step.ClickAsync();
            await Assertions.Expect(desk.Page.GetByText($"第 {beat} 步")).ToBeVisibleAsync();
        }
        await Assertions.Expect(problem).ToBeVisibleAsync();
        await desk.Shot("theatre");
    }
}
