using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>
/// Scene 1 of the product, its window apart: a furniture maker whose key person was met neither alone nor with the supervisor; an inventory, an appointment, a second
/// joint visit, grade A, the package signed, and the story in that evening's Lift.
/// </summary>
public sealed class JointVisitTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Customer = "云顶家居", Son = "张云帆";

    [Fact]
    public async Task From_a_key_person_never_met_to_a_signed_deal_and_its_story_in_the_evening()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var lin = await chromium.Phone(vesper);
        await using var desk = await chromium.Desk(vesper);
        await using var chen = await chromium.Phone(vesper);
        try
        {
            await lin.SignInToDemo("rep");
            await desk.SignInToDemo("supervisor");
            await chen.SignInToDemo("supervisor");
            var today = await lin.Page.EvaluateAsync<string>("new Date(Date.now() + 8 * 36e5).toISOString().slice(0, 10)");
            var customer = await KpUnseen(lin);
            await Inventory(desk, lin, today);
            await Appointment(lin, chen, today);
            await Together(lin, chen, customer);
            await Signed(lin, customer);
            await Lift(chen, lin);
        }
        catch
        {
            foreach (var (name, screen) in new[] { ("lin", lin), ("desk", desk), ("chen", chen) }) await screen.Shot($"failed-scene1-{name}");
            throw;
        }
    }

    static async Task<string> KpUnseen(Screen lin)
    {
        await lin.Page.GotoAsync("/customers");
        await lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Customer) }).First.ClickAsync();
        await lin.SeesHeading(Customer);
        await lin.Sees("KP 未见");
        return new Uri(lin.Page.Url).AbsolutePath.Split('/')[2];
    }

    /// <summary>The supervisor's desk and the rep's phone, on the same customer.</summary>
    static async Task Inventory(Screen desk, Screen lin, string today)
    {
        await desk.Page.GotoAsync("/desk");
        await desk.Tap("盘点", AriaRole.Link);
        await desk.Tap("和 小林 开始盘点");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Customer) }));
        await lin.Page.GotoAsync("/notices");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("开始和你盘点客户") }).First);
        await lin.SeesHeading(Customer);
        await lin.Sees("关键人");

        await desk.SeesHeading(Customer);
        await desk.Tap("陪访");
        await desk.Page.GetByLabel("理由").FillAsync("去过两次，儿子一次也没见到");
        await desk.Page.GetByLabel("下一步").FillAsync("见到儿子，只问外贸");
        await desk.Page.Locator("input[type=date]").FillAsync(today);
        await desk.Shot("desk-inventory");
        await desk.Tap("就这样定");
        var line = lin.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Customer });
        await Assertions.Expect(line).ToContainTextAsync("陪访");
        await lin.Shot("phone-inventory");

        await desk.Tap("结束盘点");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "结束盘点" }));
        await desk.Sees("陪访已放进两个人的计划");
        await lin.Tap("陪访已放进两个人的计划", AriaRole.Link);
    }

    /// <summary>The son says yes to a time: it confirms the joint visit, on both phones.</summary>
    static async Task Appointment(Screen lin, Screen chen, string today)
    {
        await lin.Tap(lin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Customer) }).First);
        await lin.Sees("计划中");
        await lin.Tap("约客户", AriaRole.Link);
        await lin.Page.GetByLabel("哪天", new() { Exact = true }).Last.FillAsync(today);
        await lin.Page.Locator("input[type=time]").FillAsync("23:30");
        await lin.Tap(Son);
        await lin.Tap("约好了");
        await lin.SeesHeading("排路线");
        await lin.Sees("和陈主管一起");

        await chen.Page.GotoAsync("/joint-visits");
        await chen.Tap(chen.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Customer) }).First);
        await chen.Sees("客户已确认");
        await chen.Sees(Son);
    }

    /// <summary>Two check-ins at one door tie themselves to it; the son is met for a quarter of an hour.</summary>
    static async Task Together(Screen lin, Screen chen, string customer)
    {
        var joint = new Uri(chen.Page.Url).AbsolutePath;
        foreach (var phone in new[] { chen, lin })
        {
            await phone.Page.GotoAsync($"/check-in?customer={customer}");
            await phone.Tap("在这里签到");
            await phone.SeesHeading(Customer);
        }
        await lin.Tap("推进");
        await lin.Tap("见到了");
        await lin.Tap("15 分钟");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Son) }));
        await lin.Tap("有需求");
        await lin.Tap("有预算");
        await lin.Tap(lin.Page.GetByRole(AriaRole.Group, new() { Name = "决定日期" }).GetByRole(AriaRole.Button, new() { Name = "两周", Exact = true }));
        await lin.Tap("存下结果");
        await lin.Sees("存好了");

        await lin.Page.GotoAsync(joint);
        await lin.Sees("一起去过");
        await Assertions.Expect(lin.Page.GetByText(new Regex("见到关键人 15 分钟"))).ToBeVisibleAsync();
        foreach (var (phone, kept, change) in new[] { (lin, "先问外贸，再拿案例", "少讲一半功能"), (chen, "让她先开口", "早十分钟到") })
        {
            await phone.Page.GotoAsync(joint);
            await phone.Page.GetByLabel("保留").FillAsync(kept);
            await phone.Page.GetByLabel("改进").FillAsync(change);
            await phone.Tap("保存");
            await phone.Sees("已保存，对方看得到");
        }
        await lin.Sees("让她先开口");
        await lin.Sees("次数还少");
        await lin.Shot("phone-joint-visit");
        await lin.Page.GotoAsync($"/customers/{customer}");
        await Assertions.Expect(lin.Page.Locator(".grade.a").First).ToBeVisibleAsync();
    }

    /// <summary>The package, signed at the visit.</summary>
    static async Task Signed(Screen lin, string customer)
    {
        await lin.Page.GotoAsync($"/check-in?customer={customer}");
        await lin.Tap("在这里签到");
        await lin.SeesHeading(Customer);
        await lin.Tap("成交");
        await lin.Page.GetByLabel("签了什么").FillAsync("外贸旗舰版");
        await lin.Page.GetByLabel("金额（元）").FillAsync("109200");
        await lin.Tap("见到了");
        await lin.Tap("15 分钟");
        await lin.Tap("存下结果");
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
        var signed = await lin.Page.EvaluateAsync<bool>(
            """
            async id => {
              for (let i = 0; i < 50; i++) {
                const one = await (await fetch(`/api/customers/${id}`)).json()
                if (one.deals.some(deal => deal.state === 'won' && Number(deal.amountFen) === 10920000)) return one.stage === 'sign'
                await new Promise(done => setTimeout(done, 200))
              }
              return false
            }
            """, customer);
        signed.ShouldBeTrue("the package of ¥109,200 is signed");
        await lin.Page.GotoAsync($"/customers/{customer}");
        await lin.Sees("109,200");
    }

    /// <summary>That evening the card is in her hand, filled in from the visits.</summary>
    static async Task Lift(Screen chen, Screen lin)
    {
        await chen.Page.GotoAsync("/");
        await chen.Tap("晚分享", AriaRole.Link);
        await chen.Tap("开始晚分享");
        await chen.Page.WaitForURLAsync(new Regex("/evening/.+"));
        await lin.Page.GotoAsync(new Uri(chen.Page.Url).AbsolutePath);
        var (card, heading) = (lin.Page.GetByLabel("怎么做到的"), chen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }));
        for (var steps = 0; !await card.IsVisibleAsync(); steps++)
        {
            steps.ShouldBeLessThan(15, "the story of 云顶家居 is not in tonight's Lift");
            var before = await heading.TextContentAsync();
            await chen.Tap(chen.Page.GetByRole(AriaRole.Region, new() { Name = "主持遥控" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^下一项") }));
            await Assertions.Expect(heading).Not.ToHaveTextAsync(before!);
            await Assertions.Expect(lin.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync((await heading.TextContentAsync())!);
        }
        await lin.Sees(Customer);
        (await card.InputValueAsync()).ShouldNotBeEmpty("the card is filled in from the visits");
        await lin.Shot("phone-scene1-story");
    }
}
