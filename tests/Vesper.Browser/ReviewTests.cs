using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class ReviewTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_won_deal_is_looked_at_together_and_what_was_promised_is_found_later()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var zhe = await chromium.Phone(vesper);
        await using var lin = await chromium.Phone(vesper);
        await zhe.SignInToDemo("rep2");
        await lin.SignInToDemo("rep");
        await zhe.ReadyForOffline();

        // From the customer's deal: the facts are there before anybody explains them.
        await zhe.Page.GotoAsync("/customers");
        await zhe.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("远航照明") }).First.ClickAsync();
        await zhe.Tap(zhe.Page.Locator("a[href*='&deal=']").First);
        await zhe.Sees("签下：标准版");
        await zhe.Sees("和战队一起看");
        await zhe.Page.GetByLabel("目标").FillAsync("见到管采购的人");
        await zhe.Page.GetByLabel("实际").FillAsync("第二次就见到了");
        await zhe.Page.GetByLabel("原因").FillAsync("先问清了他几点巡车间");

        // A doorway without a network, and a reload: nothing typed is lost.
        await zhe.GoOffline();
        await zhe.Page.GetByLabel("下次").FillAsync("出门前先问巡车间的钟点");
        await zhe.Page.ReloadAsync();
        await Assertions.Expect(zhe.Page.GetByLabel("下次")).ToHaveValueAsync("出门前先问巡车间的钟点");
        await zhe.Page.GetByLabel("做什么").FillAsync("把远航照明的案例讲给两家听");
        await zhe.Page.GetByLabel("谁做").SelectOptionAsync(new SelectOptionValue { Label = "小林" });
        await zhe.Page.GetByLabel("哪天前").FillAsync(await zhe.Page.EvaluateAsync<string>("new Date(Date.now() + 8 * 36e5).toISOString().slice(0, 10)"));
        await zhe.Shot("phone-review");
        await zhe.Tap("复盘完，存下");
        await zhe.Sees("等网络");
        await zhe.GoOnline();
        await zhe.Sees("出门前先问巡车间的钟点"); // in the list now, from the server

        // Later, somebody who stands before such a door finds it by what it was about, and her own promise in her day.
        await lin.Page.GotoAsync("/reviews");
        await lin.Tap("做成了");
        await lin.Tap("照明");
        await lin.Page.GetByLabel("在复盘里找").FillAsync("巡车间");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "远航照明" }));
        await lin.Sees("先问清了他几点巡车间");
        await lin.Sees("把远航照明的案例讲给两家听");
        await lin.Shot("phone-review-found");
        await lin.Page.GotoAsync("/");
        await lin.Tap(lin.Page.Locator("button.all[aria-expanded]")); // beside what last night brought
        await lin.Sees("把远航照明的案例讲给两家听");
        await lin.Sees("复盘时说好的");
    }
}
