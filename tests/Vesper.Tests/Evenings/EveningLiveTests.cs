using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class EveningLiveTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_card_typed_on_one_phone_reaches_the_others(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        await team.Supervisor.Opened();
        var asked = await team.Rep("lin").Asks("价格");
        using var stage = await team.Supervisor.Listen((await team.Supervisor.Tonight()).Text("cursor"));

        await team.Rep("zhe").Advises(asked, "带竞品数据");

        var data = await stage.Next("case.changed");
        data.GetProperty("of").GetProperty("caseId").GetGuid().ShouldBe(asked);
    }

    [EachEngine]
    public async Task A_phone_that_was_asleep_hears_what_it_missed_in_order(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var cursor = (await team.Rep("lin").Tonight()).Text("cursor");

        var evening = await team.Supervisor.Opened();
        await team.Rep("zhe").Comes(evening);
        (await team.Rep("zhe").Put($"/api/evenings/{evening.Id()}/mood", new { mood = 4 })).ShouldBeOk();
        await team.Supervisor.Closes();

        using var awake = await team.Rep("lin").Listen(cursor);
        var heard = new List<string>();
        for (var i = 0; i < 4; i++) heard.Add((await awake.Next()).Type);
        heard.ShouldBe(["evening.changed", "evening.changed", "relief.changed", "evening.changed"]);
    }

    [EachEngine]
    public async Task Relief_tells_no_name_to_the_stream(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var evening = await team.Supervisor.Opened();
        using var stage = await team.Supervisor.Listen((await team.Supervisor.Tonight()).Text("cursor"));

        (await team.Rep("lin").Put($"/api/evenings/{evening.Id()}/mood", new { mood = 1 })).ShouldBeOk();

        var data = await stage.Next("relief.changed");
        data.GetProperty("of").ToString().ShouldNotContain(team.Rep("lin").Id.ToString());
        data.GetProperty("of").EnumerateObject().Select(one => one.Name).Except(["type"]).ShouldBe(["eveningId"]);
    }
}
