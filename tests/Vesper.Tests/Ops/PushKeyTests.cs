using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit;
using Vesper.Kit.Data;
using Vesper.Kit.Notices.Push;
using Vesper.Ops;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

public sealed class PushKeyTests
{
    [EachEngine]
    public async Task The_key_is_made_once_and_the_server_asks_browsers_to_subscribe_with_it(Engine engine)
    {
        await using var server = await Server.StartAsync(engine);
        var lin = (await Task.FromResult(server).ATeamOf(1)).Rep("lin");
        var options = server.Services.GetRequiredService<VesperOptions>();

        var first = await RunAsync(options, "mailto:admin@example.com");
        var again = await RunAsync(options, "https://example.com/contact");

        first.ShouldContain("(mailto:admin@example.com)");
        again.ShouldBe(first, "subscriptions are bound to a key: a second call must not change it");
        (await lin.Get("/api/me/notice-settings")).ShouldBeOk()["pushKey"].GetString().ShouldBe(first.Trim().Split(' ')[^1]);
    }

    [EachEngine]
    public async Task The_environments_key_goes_before_the_databases(Engine engine)
    {
        await using var server = await Server.StartAsync(engine);
        var (databases, writer) = (server.Services.GetRequiredService<DbFactory>(), server.Services.GetRequiredService<Writer>());
        using var given = VapidKey.Make("mailto:given@example.com");
        await new PushKeys(new(), databases, writer).MakeAsync("mailto:kept@example.com");

        var found = (await new PushKeys(new() { PushKey = given.Private, PushContact = "mailto:given@example.com" }, databases, writer).FindAsync(default)).ShouldNotBeNull();

        (found.Public, found.Contact).ShouldBe((given.Public, "mailto:given@example.com"));
        FakeSigned(found, given.Public);
        await Should.ThrowAsync<FormatException>(async () => await new PushKeys(new() { PushKey = "AAAA" }, databases, writer).FindAsync(default));
    }

    // The public key was computed from the private number: what is signed with the one opens with the other.
    static void FakeSigned(VapidKey key, string asKnown)
    {
        var token = key.Token(new("https://push.example.com/x"), TimeProvider.System.GetUtcNow());
        Kit.Notices.FakePush.Verify(token[8..].Split(", k=")[0], asKnown).GetProperty("aud").GetString().ShouldBe("https://push.example.com");
    }

    static async Task<string> RunAsync(VesperOptions options, string contact)
    {
        var builder = WebApplication.CreateBuilder(["--data", options.Data, "--database", options.Database ?? ""]);
        builder.AddVesper();
        var (told, said) = (Console.Out, new StringWriter());
        Console.SetOut(said);
        try
        {
            (await SubCommands.RunAsync(builder.Build(), ["push-key", contact])).ShouldBe(0);
        }
        finally
        {
            Console.SetOut(told);
        }
        return said.ToString();
    }
}
