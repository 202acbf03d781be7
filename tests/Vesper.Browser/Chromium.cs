using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>Debian's Chromium, or the one VESPER_CHROMIUM names; started once for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly BrowserNewContextOptions PhoneSize = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 1.5f,
        IsMobile = true,
        HasTouch = true,
        Permissions = ["geolocation"],
        Geolocation = new() { Latitude = 30.2741f, Longitude = 120.1551f }, // 杭州
        UserAgent = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
    };

    IPlaywright _driver = null!;
    IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000); // a small machine with much to do is no failure
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("VESPER_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }

    /// <summary>A rep's phone.</summary>
    internal Task<Screen> Phone(RunningVesper vesper) => Open(vesper, new(PhoneSize));

    /// <summary>A manager's desk.</summary>
    internal Task<Screen> Desk(RunningVesper vesper) => Open(vesper, new() { ViewportSize = new() { Width = 1440, Height = 900 } });

    /// <summary>The meeting room's screen; its pictures at three quarters, to stay small.</summary>
    internal Task<Screen> Stage(RunningVesper vesper) => Open(vesper, new() { ViewportSize = new() { Width = 1600, Height = 900 }, DeviceScaleFactor = 0.75f });

    async Task<Screen> Open(RunningVesper vesper, BrowserNewContextOptions options)
    {
        options.BaseURL = vesper.Url;
        options.Locale = "zh-CN";
        options.TimezoneId = "Asia/Shanghai";
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        return new(context, await context.NewPageAsync());
    }
}
