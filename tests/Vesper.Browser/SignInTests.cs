using Microsoft.Playwright;

namespace Vesper.Browser;

public sealed class SignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_rep_signs_in_on_her_phone()
    {
        await using var vesper = await RunningVesper.StartAsync(SmallTeam.InAsync);
        await using var phone = await chromium.Phone(vesper);

        await phone.Page.GotoAsync("/");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true })).ToBeVisibleAsync();

        await phone.SignIn(SmallTeam.Account, SmallTeam.Password);
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("小林") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_nothing_typed_is_lost()
    {
        await using var vesper = await RunningVesper.StartAsync(SmallTeam.InAsync);
        await using var phone = await chromium.Phone(vesper);
        phone.Expect(401, "/api/session");

        await phone.SignIn(SmallTeam.Account, "not-the-password");

        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByLabel("账号")).ToHaveValueAsync(SmallTeam.Account);
    }

    [Fact]
    public async Task A_screen_that_complains_fails_its_test()
    {
        await using var vesper = await RunningVesper.StartAsync(SmallTeam.InAsync);
        var phone = await chromium.Phone(vesper);
        await phone.Page.GotoAsync("/");
        await phone.Page.RunAndWaitForResponseAsync(() => phone.Page.EvaluateAsync("console.error('planted'); fetch('/api/planted')"), "**/api/planted");

        (await Assert.ThrowsAsync<ShouldAssertException>(async () => await phone.DisposeAsync())).Message.ShouldContain("planted");
    }
}
