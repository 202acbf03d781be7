using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>One browser with nothing in common with the others. What it complains about while it is open fails the test at its end.</summary>
sealed class Screen : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _complaints = [];
    ICDPSession? _link;
    bool _wasOffline;
    readonly ConcurrentBag<(int Status, string Path)> _expected = [(401, "/api/me"), (404, "/api/demo")];

    public Screen(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _complaints.Enqueue($"error in the page: {error}");
        // A failed answer is judged by its response below, where its status is known.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _complaints.Enqueue($"console: {message.Text}");
        };
        // Leaving a page ends its live stream; that is no failure.
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure is not "net::ERR_ABORTED" && !(_wasOffline && request.Failure is "net::ERR_INTERNET_DISCONNECTED")) _complaints.Enqueue($"{request.Method} {request.Url}: {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_expected.Contains((response.Status, new Uri(response.Url).AbsolutePath))) _complaints.Enqueue($"{response.Status} for {response.Request.Method} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>How many times a finger came down since <see cref="CountFromHere"/>.</summary>
    public int Taps { get; private set; }

    public void CountFromHere() => Taps = 0;

    /// <summary>Taps the button, link or tab of this name.</summary>
    public Task Tap(string name, AriaRole role = AriaRole.Button) => Tap(Page.GetByRole(role, new() { Name = name, Exact = true }));

    public Task Tap(ILocator what)
    {
        Taps++;
        return what.ClickAsync();
    }

    public Task Sees(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    public Task SeesHeading(string name) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = name }).First).ToBeVisibleAsync();

    /// <summary>Everything asked for is answered and drawn; the live stream stays open and does not count.</summary>
    public async Task Settled()
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await Assertions.Expect(Page.Locator("main, #main").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>The first visit has put the app itself on the phone.</summary>
    public Task ReadyForOffline() => Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");

    /// <summary>A doorway without signal; what fails meanwhile is what offline means.</summary>
    public Task GoOffline()
    {
        _wasOffline = true;
        return _context.SetOfflineAsync(true);
    }

    public Task GoOnline() => _context.SetOfflineAsync(false);

    /// <summary>The link as Chromium plays it, none at all or a slow one: bytes a second, ms there and back. Not beside <see cref="GoOffline"/>, which would hold against it.</summary>
    public async Task Link(bool offline, int latency = 0, int down = -1, int up = -1)
    {
        _wasOffline |= offline;
        _link ??= await _context.NewCDPSessionAsync(Page);
        await _link.SendAsync("Network.enable");
        await _link.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = offline, ["latency"] = latency, ["downloadThroughput"] = down, ["uploadThroughput"] = up });
    }

    /// <summary>This answer is what the test is about.</summary>
    public void Expect(int status, string path) => _expected.Add((status, path));

    public async Task SignIn(string account, string password)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel("账号").FillAsync(account);
        await Page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    /// <summary>Signs in as one of the demo's people and waits for the first page.</summary>
    public async Task SignInToDemo(string account)
    {
        await SignIn(account, "vesper-demo");
        await Assertions.Expect(Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    }

    /// <summary>Saves what is to be seen as <paramref name="name"/>.png.</summary>
    public Task Shot(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Pictures, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _complaints.ShouldBeEmpty();
    }
}
