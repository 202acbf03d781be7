using Vesper.Kit.Live;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Live;

public sealed class LiveEndpointTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task What_happens_in_a_team_reaches_its_members_and_nobody_else(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var other = await team.AnotherTeamAsync();
        using var lin = await team.Rep("lin").Listen();
        using var zhe = await team.Rep("zhe").Listen();
        using var stranger = await other.Rep("lin").Listen();

        await Happen(team, Topic.Team(team.Id), "first");
        await Happen(team, Topic.Member(team.Rep("zhe").Id), "for zhe");
        await Happen(team, Topic.Organisation, "for all");

        (await What(lin)).ShouldBe("first");
        (await What(lin)).ShouldBe("for all");
        (await What(zhe)).ShouldBe("first");
        (await What(zhe)).ShouldBe("for zhe");
        (await What(stranger)).ShouldBe("for all");
    }

    [EachEngine]
    public async Task A_phone_that_slept_catches_up_from_its_cursor_without_gap_or_double(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        string cursor;
        using (var before = await team.Rep("lin").Listen())
        {
            await Happen(team, Topic.Team(team.Id), "seen");
            (await What(before)).ShouldBe("seen");
            cursor = before.Cursor;
        }

        for (var i = 0; i < 5; i++) await Happen(team, Topic.Team(team.Id), $"missed {i}");
        await Happen(team, Topic.House, "never for phones");
        using var after = await team.Rep("lin").Listen(cursor);
        await Happen(team, Topic.Team(team.Id), "awake");

        for (var i = 0; i < 5; i++) (await What(after)).ShouldBe($"missed {i}");
        (await What(after)).ShouldBe("awake");
    }

    [EachEngine]
    public async Task Who_loses_her_rights_is_sent_away_and_may_not_come_back(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        using var open = await lin.Listen();

        var tablet = lin.OnAnotherDevice();
        await tablet.SignIn();
        (await tablet.Delete("/api/session?everywhere=true")).ShouldBeEmpty();

        await Should.ThrowAsync<EndOfStreamException>(() => open.Next());
        (await lin.Get("/api/live")).ShouldBeProblem(401, "session.required");
    }

    [EachEngine]
    public async Task A_place_in_the_log_that_cannot_be_read_is_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        foreach (var nonsense in new[] { "abc", "-1.5", "1", "1.2.3", "99999999999999999999.1" })
            (await team.Rep("lin").Get($"/api/live?after={nonsense}")).ShouldBeProblem(400, "live.cursor");
    }

    static Task Happen(Team team, Topic topic, string what) => team.Server.Writer.Run(team.OrgId, db =>
    {
        db.Tell(topic, new Happened(what));
        return Task.CompletedTask;
    });

    static async Task<string?> What(Support.Live live)
    {
        var (type, data) = await live.Next();
        type.ShouldBe("test.happened");
        return data.GetProperty("of").GetProperty("what").GetString();
    }

    sealed record Happened(string What) : IEvent
    {
        public string Type => "test.happened";
    }
}
