using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>axe-core finds nothing serious on any page, in light and in dark.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly string Axe = File.ReadAllText(Path.Combine(Checkout.Root, "web/node_modules/axe-core/axe.min.js"));

    /// <summary>Colours that fade into the other theme are measured when they have arrived: ten frames without a transition.</summary>
    const string Still = """
        window.still = async () => {
          for (let quiet = 0; quiet < 10; quiet++) {
            await new Promise(requestAnimationFrame)
            if (document.getAnimations().some(one => one instanceof CSSTransition)) quiet = 0
          }
        }
        """;

    [Fact]
    public async Task The_phone_serves_everybody()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var phone = await chromium.Phone(vesper);
        await phone.Page.GotoAsync("/sign-in");
        var found = await Look(phone, "/sign-in");
        await phone.SignInToDemo("supervisor");
        await Visit(phone, found, "/", "/team", "/check-in", "/customers", "/me", "/members", "/evening");

        await phone.Tap("开始晚分享");
        await phone.Page.WaitForURLAsync("**/evening/*");
        found.AddRange(await Look(phone, "the evening, running"));
        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_stage_and_the_desk_serve_everybody()
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var desk = await chromium.Desk(vesper);
        var found = new List<string>();
        await desk.SignInToDemo("supervisor");
        await Visit(desk, found, "/desk/evenings");
        var stage = await desk.Page.GetByRole(AriaRole.Link, new() { Name = "打开大屏" }).GetAttributeAsync("href");
        await Visit(desk, found, stage!);

        await using var admin = await chromium.Desk(vesper);
        await admin.SignInToDemo("admin");
        await Visit(admin, found, "/desk/team");
        await admin.Shot("desk-team");
        found.ShouldBeEmpty();
    }

    static async Task Visit(Screen screen, List<string> found, params string[] pages)
    {
        foreach (var page in pages)
        {
            await screen.Page.GotoAsync(page);
            found.AddRange(await Look(screen, page));
        }
    }

    static async Task<List<string>> Look(Screen screen, string page)
    {
        await screen.Settled();
        await screen.Page.EvaluateAsync(Axe);
        await screen.Page.EvaluateAsync(Still);
        var found = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await screen.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            var lines = await screen.Page.EvaluateAsync<string[]>("""
                still().then(() => axe.run({ resultTypes: ['violations'] })).then(({ violations }) => violations
                  .filter(one => ['serious', 'critical'].includes(one.impact))
                  .flatMap(one => one.nodes.slice(0, 3).map(node => `${one.id}: ${one.help} — ${node.html.slice(0, 160)} ${(node.any[0] ?? {}).message ?? ''}`)))
                """);
            found.AddRange(lines.Select(line => $"{page} ({theme}): {line}"));
        }
        await screen.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return found;
    }
}
