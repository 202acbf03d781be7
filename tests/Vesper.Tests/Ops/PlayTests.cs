using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Ops.Demo;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

public sealed class PlayTests
{
    // Far ahead: a browser drops a cookie that has run out by its own clock.
    static readonly DateTimeOffset Evening = new(2031, 7, 2, 18, 40, 0, TimeSpan.FromHours(8));

    [EachEngine]
    public async Task An_evening_plays_from_the_first_beat_to_the_minutes(Engine engine)
    {
        await using var server = await DemoOn(engine);
        var watcher = await Watcher(server);

        var (play, evening, beats) = await Start(watcher);
        var captions = new List<string>();
        for (var n = 1; n <= beats; n++)
        {
            var beat = (await watcher.Post($"/api/demo/plays/{play}/beats/{n}")).ShouldBeOk();
            captions.Add(beat["caption"].GetString()!);
            beat["captionEn"].GetString().ShouldNotBeNullOrWhiteSpace();
            beat["delayMs"].GetInt32().ShouldBeInRange(1000, 10_000);
            beat["done"].GetBoolean().ShouldBe(n == beats);
        }

        var minutes = (await watcher.Get($"/api/evenings/{evening}/minutes")).ShouldBeOk();
        minutes["present"].GetArrayLength().ShouldBe(8);
        minutes["cases"].GetArrayLength().ShouldBe(3);
        minutes["stories"].EnumerateArray().Select(story => story.GetProperty("trigger").GetString()).ShouldBe(["signed", "cToA"], ignoreOrder: true);
        await using var db = server.Db();
        var promises = await db.Commitments.Of(play).Where(one => one.EveningId == evening).ToListAsync();
        promises.Count(one => one.Origin is CommitmentOrigin.Advice).ShouldBe(2);
        promises.Count(one => one.Origin is CommitmentOrigin.Duty).ShouldBe(1);
        promises.Count(one => one.Origin is CommitmentOrigin.Story).ShouldBe(3);
        captions.ShouldContain(caption => caption.Contains("云顶家居", StringComparison.Ordinal));
    }

    [EachEngine]
    public async Task The_same_beat_again_changes_nothing(Engine engine)
    {
        await using var server = await DemoOn(engine);
        var watcher = await Watcher(server);
        var (play, evening, beats) = await Start(watcher);

        for (var n = 1; n <= beats; n++)
        {
            await watcher.Post($"/api/demo/plays/{play}/beats/{n}");
            var once = await State(server, play, evening);
            (await watcher.Post($"/api/demo/plays/{play}/beats/{n}")).ShouldBeOk();
            (await State(server, play, evening)).ShouldBe(once);
        }
    }

    const string Second = "先请他看工厂直播，地点他定";

    [EachEngine]
    public async Task The_watcher_may_do_it_first(Engine engine)
    {
        await using var server = await DemoOn(engine);
        var watcher = await Watcher(server);
        var (play, evening, beats) = await Start(watcher);

        for (var n = 1; n <= beats; n++)
        {
            (await watcher.Post($"/api/demo/plays/{play}/beats/{n}")).ShouldBeOk();
            var now = (await watcher.Get($"/api/evenings/{evening}")).ShouldBeOk();
            await watcher.Put($"/api/evenings/{evening}/mood", new { mood = 5 });
            // What teammates answered on the road lies beside the cards of the play.
            if (now["current"].GetProperty("case") is { ValueKind: JsonValueKind.Object } problem && problem.GetProperty("mine").GetBoolean()
                && problem.GetProperty("advices").EnumerateArray().FirstOrDefault(card => card.GetProperty("text").GetString() == Second) is { ValueKind: JsonValueKind.Object } second)
                await watcher.Put($"/api/commitments/{Guid.CreateVersion7()}", new { origin = "advice", originId = second.GetProperty("id").GetGuid(), dueOn = "2031-07-03" });
        }

        await using var db = server.Db();
        var lin = await db.Members.Of(play).FirstAsync(member => member.ShortName == "小林");
        (await db.Commitments.Of(play).SingleAsync(one => one.MemberId == lin.Id && one.EveningId == evening)).Text.ShouldBe(Second);
    }

    [Fact]
    public async Task Chance_never_takes_a_problem_from_the_stage()
    {
        await using var server = await DemoOn(Engine.Sqlite);
        var watcher = await Watcher(server);

        for (var i = 0; i < 25; i++)
        {
            var (_, evening, _) = await Start(watcher);
            var items = (await watcher.Get($"/api/evenings/{evening}")).ShouldBeOk()["items"].EnumerateArray().Select(item => item.GetProperty("kind").GetString()).ToList();
            items.Count(kind => kind == "case").ShouldBe(3);
            items.Count(kind => kind == "story").ShouldBe(2);
        }
        await using var db = server.Db();
        (await db.Organisations.CountAsync()).ShouldBeLessThanOrEqualTo(13, "the oldest plays make room");
    }

    [EachEngine]
    public async Task A_play_is_for_its_watcher_and_gone_after_a_day(Engine engine)
    {
        await using var server = await DemoOn(engine);
        var (one, other) = (await Watcher(server), await Watcher(server));
        var (first, _, _) = await Start(one);
        var (second, evening, _) = await Start(other);

        (await one.Post($"/api/demo/plays/{second}/beats/1")).ShouldBeProblem(404, "not-found");
        (await one.Get($"/api/evenings/{evening}")).ShouldBeProblem(404, "not-found");
        (await other.Post($"/api/demo/plays/{second}/beats/999")).ShouldBeProblem(404, "not-found");

        server.Clock.Advance(TimeSpan.FromHours(25));
        await Start(await Watcher(server));
        await using var db = server.Db();
        (await db.Organisations.CountAsync(organisation => organisation.Id == first || organisation.Id == second)).ShouldBe(0);
        (await db.Visits.Of(first).CountAsync()).ShouldBe(0);
        (await db.Visits.CountAsync()).ShouldBeGreaterThan(1000, "the demo itself stays");
        (await one.Get("/api/me")).ShouldBeProblem(401, "session.required");
    }

    [EachEngine]
    public async Task A_play_leaves_the_demo_and_its_sign_in_page_as_they_are(Engine engine)
    {
        await using var server = await DemoOn(engine);
        var before = (await Watcher(server)).Get("/api/demo");
        await Start(await Watcher(server));

        (await (await Watcher(server)).Get("/api/demo")).Text.ShouldBe((await before).Text);
    }

    static async Task<Server> DemoOn(Engine engine)
    {
        var server = await Server.StartAsync(engine);
        server.Clock.Set(Evening);
        var services = server.Services;
        await new DemoCommand(services.GetRequiredService<DbEngine>(), services.GetRequiredService<DbFactory>(), server.Clock, new PasswordHasher<Account>())
            .RunAsync(new() { Customers = 120, Visits = 1200 }, TextWriter.Null);
        return server;
    }

    static async Task<Person> Watcher(Server server)
    {
        var watcher = new Person(server, default, "小林", Role.Rep, "rep", "vesper-demo");
        await watcher.SignIn();
        return watcher;
    }

    static async Task<(Guid Play, Guid Evening, int Beats)> Start(Person watcher)
    {
        var answer = await watcher.Post("/api/demo/plays");
        answer.Status.ShouldBe(201, answer.Text);
        return (answer["id"].GetGuid(), answer["eveningId"].GetGuid(), answer["beats"].GetInt32());
    }

    static async Task<string> State(Server server, Guid play, Guid evening)
    {
        await using var db = server.Db();
        return JsonSerializer.Serialize(new object[]
        {
            await db.Evenings.Of(play).FirstAsync(one => one.Id == evening), await db.AgendaItems.Of(play).Where(item => item.EveningId == evening).OrderBy(item => item.Id).ToListAsync(),
            await db.Advices.Of(play).Where(advice => advice.EveningId == evening).OrderBy(advice => advice.Id).ToListAsync(), await db.Commitments.Of(play).CountAsync(),
            await db.Attendances.Of(play).Where(here => here.EveningId == evening).OrderBy(here => here.Id).ToListAsync(), await db.Cases.Of(play).OrderBy(one => one.Id).ToListAsync(),
        });
    }
}
