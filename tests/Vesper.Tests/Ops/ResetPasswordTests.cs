using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit.Access;
using Vesper.Ops;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

public sealed class ResetPasswordTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_printed_password_lets_her_choose_a_new_one(Engine engine)
    {
        var lin = (await vesper.On(engine).ATeamOf(1)).Rep("lin");
        for (var i = 0; i < 5; i++) await lin.OnAnotherDevice().Post("/api/session", new { account = lin.Account, password = "forgotten" });

        var (exit, said) = await RunAsync(await vesper.On(engine), lin.Account.ToUpperInvariant());

        exit.ShouldBe(0);
        var code = said.Split(": ")[1][..19];
        var phone = lin.OnAnotherDevice();
        (await phone.Post($"/api/welcome/{code}", new { password = "remembered-now" })).ShouldBeOk();
        (await phone.Get("/api/me")).ShouldBeOk();
        (await lin.OnAnotherDevice().Post("/api/session", new { account = lin.Account, password = "remembered-now" })).ShouldBeOk();
    }

    [EachEngine]
    public async Task Who_is_not_there_gets_none(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        (await admin.Put($"/api/members/{team.Rep("lin").Id}/state", new { state = "left" })).ShouldBeEmpty();

        foreach (var name in new[] { "nobody-at-all", team.Rep("lin").Account })
        {
            var (exit, said) = await RunAsync(team.Server, name);
            exit.ShouldBe(1);
            said.ShouldContain("no active member");
        }
    }

    static async Task<(int Exit, string Said)> RunAsync(Server server, string account)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var said = new StringWriter();
        return (await ActivatorUtilities.CreateInstance<ResetPassword>(scope.ServiceProvider).RunAsync(account, said), said.ToString());
    }
}
