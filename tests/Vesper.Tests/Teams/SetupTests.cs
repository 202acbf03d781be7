using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit.Access;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class SetupTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task An_empty_server_is_set_up_with_three_questions_and_once(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var founder = Stranger(server);
        (await founder.Get("/api/setup")).ShouldBeOk()["needed"].GetBoolean().ShouldBeTrue();

        var me = (await founder.Post("/api/setup", Answers(Code(server)))).ShouldBeCreated();

        (me["shortName"].GetString(), me["role"].GetString(), me["admin"].GetBoolean()).ShouldBe(("建国", "supervisor", true));
        (me["orgName"].GetString(), me["teamName"].GetString(), me["preset"].GetString()).ShouldBe(("恒泰商贸", "东区战队", "squad"));
        (await founder.Get("/api/me")).ShouldBeOk();
        (await founder.Get("/api/setup")).ShouldBeOk()["needed"].GetBoolean().ShouldBeFalse();
        (await Stranger(server).Post("/api/setup", Answers(Code(server), "second"))).ShouldBeProblem(409, "setup.done");
    }

    [EachEngine]
    public async Task Of_two_set_ups_at_once_one_wins(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Stranger(server).Post("/api/setup", Answers(Code(server), $"founder{i}"))));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Code == "setup.done");
    }

    [EachEngine]
    public async Task A_stranger_cannot_set_up_a_server_without_the_printed_code(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var stranger = Stranger(server);

        (await stranger.Get("/api/setup")).ShouldBeOk()["codeNeeded"].GetBoolean().ShouldBeTrue();
        (await stranger.Get($"/api/setup?code={Code(server)}")).ShouldBeOk()["codeNeeded"].GetBoolean().ShouldBeFalse();
        (await stranger.Post("/api/setup", Answers(null))).ShouldBeProblem(403, "setup.code");
        (await stranger.Post("/api/setup", Answers("0000-0000-0000-0000"))).ShouldBeProblem(403, "setup.code");
        (await stranger.Get("/api/setup")).ShouldBeOk()["needed"].GetBoolean().ShouldBeTrue();
    }

    [EachEngine]
    public async Task An_answer_that_makes_no_sense_changes_nothing(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        (string Field, string Value)[] senseless =
        [
            ("organisation", "  "), ("organisation", new('长', 41)), ("team", "东区\n战队"), ("name", "陈\u202e国"), ("account", "a\0b"), ("password", "short"), ("zone", "Asia/Nowhere"),
            ("preset", "galaxy"),
        ];
        foreach (var (field, value) in senseless)
        {
            var answers = Answers(Code(server));
            answers[field] = value;
            (await Stranger(server).Post("/api/setup", answers)).Status.ShouldBe(400, field);
        }
        (await Stranger(server).Get("/api/setup")).ShouldBeOk()["needed"].GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", null, null, true)]
    [InlineData("::1", "[::1]:5080", null, "http://localhost:5080", true)]
    [InlineData("192.168.1.7", "localhost:5080", null, null, false)]
    [InlineData("127.0.0.1", "vesper.example.com", null, null, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "X-Forwarded-For", null, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "X-Real-IP", null, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", null, "https://vesper.example.com", false)]
    public void Only_somebody_at_this_machine_needs_no_code(string from, string host, string? header, string? origin, bool local)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        http.Request.Host = new(host);
        if (header is not null) http.Request.Headers[header] = "203.0.113.9";
        if (origin is not null) http.Request.Headers.Origin = origin;

        SetupDoor.IsAtThisMachine(http).ShouldBe(local);
    }

    static Person Stranger(Server server) => new(server, default, "", Role.Rep, "", "");

    static string Code(Server server) => server.Services.GetRequiredService<SetupDoor>().Code;

    static Dictionary<string, object?> Answers(string? code, string account = "chen") => new(StringComparer.Ordinal)
    {
        ["organisation"] = "恒泰商贸", ["team"] = "东区战队", ["preset"] = "squad", ["name"] = "陈建国", ["account"] = account, ["password"] = "long-enough", ["code"] = code,
    };
}
