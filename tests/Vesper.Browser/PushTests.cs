using System.Text.Json;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>
/// A push as the phone meets it. The browser makers' services are not called: the subscription is one made here, and the message is handed to the service worker by the
/// browser's own tools, by which the notification is tapped too.
/// </summary>
public sealed class PushTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>A push service that answers, with keys that are points of the curve.</summary>
    const string Service = """
        let kept = null
        const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
        PushManager.prototype.getSubscription = async () => kept
        PushManager.prototype.subscribe = async options => {
          const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
          const keys = { p256dh: text(await crypto.subtle.exportKey('raw', pair.publicKey)), auth: text(crypto.getRandomValues(new Uint8Array(16))) }
          kept = { endpoint: 'https://push.example.com/phone', options, toJSON: () => ({ endpoint: 'https://push.example.com/phone', keys }), unsubscribe: async () => ((kept = null), true) }
          return kept
        }
        Notification.requestPermission = async () => 'granted'
        """;

    const string Tap = "self.registration.getNotifications().then(([notification]) => self.dispatchEvent(new NotificationEvent('notificationclick', { notification })))";

    [Fact]
    public async Task A_phone_that_said_yes_shows_what_comes_and_a_tap_opens_where_it_leads_and_marks_it_read()
    {
        await using var vesper = await RunningVesper.StartAsync(async data =>
        {
            await RunningVesper.DemoAsync(data);
            await RunningVesper.CommandAsync(data, "push-key", "mailto:admin@example.com");
        });
        await using var lin = await chromium.Phone(vesper);
        await lin.Page.Context.GrantPermissionsAsync(["notifications", "geolocation"], new() { Origin = vesper.Url });
        await lin.Page.AddInitScriptAsync(Service);
        await lin.SignInToDemo("rep");
        await lin.ReadyForOffline();
        await lin.Page.GotoAsync("/notices/settings");
        await lin.Tap("打开通知");
        await lin.Sees("这台设备会响");

        var notice = await lin.Page.EvaluateAsync<string>("fetch('/api/notices').then(answer => answer.json()).then(page => page.items.find(one => !one.readAt).id)");
        await DeliverAsync(lin, vesper.Url, JsonSerializer.Serialize(new { id = notice, kind = "help-now", words = new { who = "佳佳", customer = "" }, link = "/team", at = "2026-07-01T02:00:00Z" }));
        (await ShownAsync(lin)).ShouldBe(["佳佳 在路上请求火力支持"]);

        await InWorkerAsync(lin, vesper.Url, Tap);
        await lin.SeesHeading("战队");
        await lin.Page.WaitForFunctionAsync($"() => fetch('/api/notices').then(answer => answer.json()).then(page => page.items.find(one => one.id === '{notice}').readAt !== null)");
        (await lin.Page.EvaluateAsync<int>("navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => all.length)")).ShouldBe(0);
    }

    static async Task DeliverAsync(Screen phone, string url, string data)
    {
        var tools = await phone.Page.Context.NewCDPSessionAsync(phone.Page);
        var registration = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var one in told!.Value.GetProperty("registrations").EnumerateArray()) registration.TrySetResult(one.GetProperty("registrationId").GetString()!);
        };
        await tools.SendAsync("ServiceWorker.enable");
        await tools.SendAsync("ServiceWorker.deliverPushMessage", new() { ["origin"] = url.TrimEnd('/'), ["registrationId"] = await registration.Task.WaitAsync(TimeSpan.FromSeconds(10)), ["data"] = data });
    }

    static async Task<string[]> ShownAsync(Screen phone)
    {
        await phone.Page.WaitForFunctionAsync("() => navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => all.length > 0)");
        return await phone.Page.EvaluateAsync<string[]>("navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => all.map(one => one.body))");
    }

    /// <summary>Runs a line in the service worker, which Playwright itself does not show to C#.</summary>
    static async Task InWorkerAsync(Screen phone, string url, string line)
    {
        var tools = await phone.Page.Context.Browser!.NewBrowserCDPSessionAsync();
        var targets = (await tools.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        var worker = targets.First(one => one.GetProperty("type").GetString() == "service_worker" && one.GetProperty("url").GetString()!.StartsWith(url, StringComparison.Ordinal));
        var session = (await tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = worker.GetProperty("targetId").GetString()!, ["flatten"] = false }))!.Value.GetProperty("sessionId").GetString()!;
        var answered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Event("Target.receivedMessageFromTarget").OnEvent += (_, told) => answered.TrySetResult(told!.Value.GetProperty("message").GetString()!);
        await tools.SendAsync("Target.sendMessageToTarget", new()
        {
            ["sessionId"] = session,
            ["message"] = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression = line, awaitPromise = true } }),
        });
        (await answered.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotContain("exceptionDetails");
    }
}
