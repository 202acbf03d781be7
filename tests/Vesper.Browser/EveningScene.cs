using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>The demo's evening in 杭州东区战队: 陈主管 leads from a phone, 小林 and 阿哲 take part on theirs, the meeting room's screen shows it.</summary>
sealed class EveningScene : IAsyncDisposable
{
    readonly Chromium _chromium;
    readonly RunningVesper _vesper;

    EveningScene(Chromium chromium, RunningVesper vesper, Screen host, Screen lin, Screen zhe, Screen stage) => (_chromium, _vesper, Host, Lin, Zhe, Stage) = (chromium, vesper, host, lin, zhe, stage);

    public Screen Host { get; }
    public Screen Lin { get; }
    public Screen Zhe { get; }
    public Screen Stage { get; }
    public string Id { get; private set; } = "";

    public static async Task<EveningScene> OnDemo(Chromium chromium)
    {
        var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        var scene = new EveningScene(chromium, vesper, await chromium.Phone(vesper), await chromium.Phone(vesper), await chromium.Phone(vesper), await chromium.Stage(vesper));
        foreach (var (phone, account) in new[] { (scene.Host, "supervisor"), (scene.Lin, "rep"), (scene.Zhe, "rep2") })
        {
            await phone.SignInToDemo(account);
            await phone.Tap("晚分享", AriaRole.Link);
        }
        return scene;
    }

    /// <summary>Plays these acts one after the other; where one fails, all screens are kept to look at.</summary>
    public async Task Play(params Func<EveningScene, Task>[] acts)
    {
        try
        {
            foreach (var act in acts) await act(this);
        }
        catch
        {
            foreach (var (name, screen) in new[] { ("host", Host), ("lin", Lin), ("zhe", Zhe), ("stage", Stage) }) await screen.Shot($"failed-{name}");
            throw;
        }
    }

    /// <summary>One tap on the host's phone; the phones that wait follow by themselves, and the room's screen is opened.</summary>
    public async Task Start()
    {
        await Host.Tap("开始晚分享");
        await Host.Page.WaitForURLAsync(new Regex("/evening/.+"));
        Id = Host.Page.Url.Split('/')[^1];
        await Stage.SignInToDemo("supervisor");
        await Stage.Page.GotoAsync($"/stage/{Id}");
    }

    /// <summary>One more phone in the running evening.</summary>
    public async Task<Screen> Joined(string account)
    {
        var phone = await _chromium.Phone(_vesper);
        await phone.SignInToDemo(account);
        await phone.Page.GotoAsync($"/evening/{Id}");
        return phone;
    }

    /// <summary>The host goes on until this is up.</summary>
    public async Task GoTo(string title)
    {
        var heading = Host.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        for (var steps = 0; !(await heading.TextContentAsync())!.Contains(title, StringComparison.Ordinal); steps++)
        {
            steps.ShouldBeLessThan(10, $"“{title}” is not on tonight's agenda");
            var before = await heading.TextContentAsync();
            await Host.Tap(Remote.GetByRole(AriaRole.Button, new() { NameRegex = new("^下一项") }));
            await Assertions.Expect(heading).Not.ToHaveTextAsync(before!);
        }
        await Stage.SeesHeading(title);
    }

    ILocator Remote => Host.Page.GetByRole(AriaRole.Region, new() { Name = "主持遥控" });

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in new[] { Host, Lin, Zhe, Stage }) await screen.DisposeAsync();
        await _vesper.DisposeAsync();
    }
}
