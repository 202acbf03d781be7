using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class PlanTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_call_leads_to_an_appointment_and_the_plan_is_put_in_order_by_drag_by_button_and_without_a_network()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        await lin.ReadyForOffline();

        // One tap says what came of the call, and it leads to the appointment: day, time, person, kept.
        await lin.Page.GotoAsync("/customers");
        await lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("青禾包装") }).First.ClickAsync();
        await lin.Tap("打电话", AriaRole.Link);
        await lin.SeesHeading("青禾包装");
        lin.CountFromHere();
        await lin.Tap("约到了");
        await lin.SeesHeading("和 青禾包装 约见");
        await lin.Tap("14:00");
        await lin.Tap("吴敏华");
        await lin.Tap("约好了");
        lin.Taps.ShouldBeLessThanOrEqualTo(4);
        await lin.Sees("14:00 · 吴敏华");
        await lin.Shot("phone-plan");

        // The row goes where it is dragged to, and is still there after a reload.
        var rows = lin.Page.Locator("[data-row]");
        var before = await Names(rows);
        before[^1].ShouldBe("青禾包装");
        await lin.Page.RunAndWaitForResponseAsync(() => Drag(lin.Page, rows.Last.Locator(".grip"), rows.First), answer => answer.Url.EndsWith("/order", StringComparison.Ordinal) && answer.Ok);
        await Order(lin, ["青禾包装", .. before[..^1]]);
        var plan = lin.Page.Url;
        await Sent(lin, plan);
        await Order(lin, ["青禾包装", .. before[..^1]]);

        // Who cannot drag has the arrows; without a network the order waits on the phone.
        await lin.GoOffline();
        await lin.Tap("青禾包装 推后一家");
        List<string> wanted = [before[0], "青禾包装", .. before[1..^1]];
        await Order(lin, wanted);
        // A small sign in the header says so on the page itself, and opens the list.
        await lin.Tap(Queue(lin));
        await lin.Sees("等网络");
        await lin.Shot("phone-outbox-sign");
        await lin.Tap("关闭");
        await lin.Page.GotoAsync("/");
        await Assertions.Expect(Queue(lin)).ToBeVisibleAsync();
        await lin.Page.GotoAsync(plan);
        await Order(lin, wanted);
        await lin.GoOnline();
        await Sent(lin, plan);
        await Order(lin, wanted);

        // Let go and the page closed in the same moment: the order has been kept all the same.
        await Drag(lin.Page, rows.Last.Locator(".grip"), rows.First, letGo: false);
        wanted = [wanted[^1], .. wanted[..^1]];
        await Order(lin, wanted);
        await lin.Page.EvaluateAsync("dispatchEvent(new PointerEvent('pointerup')); location.href = 'about:blank'");
        await lin.Page.WaitForURLAsync("about:blank");
        await Sent(lin, plan);
        await Order(lin, wanted);
    }

    [Fact]
    public async Task A_call_with_somebody_who_is_not_on_the_road_is_kept_in_two_taps()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await lin.SignInToDemo("rep");
        lin.CountFromHere();

        await lin.Tap("记一个电话");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Group, new() { Name = "云顶家居 的电话怎么样" }).GetByRole(AriaRole.Button, new() { Name = "接通了" }));

        await lin.Sees("记好了：云顶家居，接通了");
        lin.Taps.ShouldBe(2);
        await lin.Page.ReloadAsync();
        await lin.Tap(lin.Page.Locator("details.calls summary"));
        await Assertions.Expect(lin.Page.Locator("details.calls li").Filter(new() { HasText = "云顶家居接通了" })).ToBeVisibleAsync();
    }

    static ILocator Queue(Screen phone) => phone.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+ 条等网络") });

    /// <summary>Today shows no queue any more; then the plan as the server has it.</summary>
    static async Task Sent(Screen phone, string plan)
    {
        await phone.Page.GotoAsync("/");
        await phone.Settled();
        await Assertions.Expect(Queue(phone)).ToBeHiddenAsync();
        await phone.Page.GotoAsync(plan);
    }

    static async Task<List<string>> Names(ILocator rows) => [.. await rows.Locator("b").AllInnerTextsAsync()];

    static Task Order(Screen phone, IEnumerable<string> names) => Assertions.Expect(phone.Page.Locator("[data-row] b")).ToHaveTextAsync([.. names]);

    /// <summary>A finger or a mouse that takes its way in steps, as real ones do.</summary>
    static async Task Drag(IPage page, ILocator handle, ILocator onto, bool letGo = true)
    {
        await handle.ScrollIntoViewIfNeededAsync();
        var (from, to) = (await handle.BoundingBoxAsync(), await onto.BoundingBoxAsync());
        await page.Mouse.MoveAsync(from!.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), to!.Y + 2, new() { Steps = 12 });
        if (letGo) await page.Mouse.UpAsync();
    }
}
