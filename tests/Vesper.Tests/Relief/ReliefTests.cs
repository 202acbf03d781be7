using Microsoft.EntityFrameworkCore;
using Vesper.Relief;
using Vesper.Tests.Evenings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Relief;

public sealed class ReliefTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Moods_are_dots_without_names_and_show_from_three_on(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";

        (await team.Rep("lin").Put($"{path}/mood", new { mood = 1 })).ShouldBeOk();
        var two = (await team.Rep("zhe").Put($"{path}/mood", new { mood = 4 })).ShouldBeOk()["relief"];
        var three = (await team.Rep("jia").Put($"{path}/mood", new { mood = 5 })).ShouldBeOk()["relief"];

        two.List("dots").ShouldBeEmpty();
        two.GetProperty("moods").GetInt32().ShouldBe(2);
        three.List("dots").Select(dot => dot.GetProperty("mood").GetInt32()).Order().ShouldBe([1, 4, 5]);
        three.GetProperty("mine").GetBoolean().ShouldBeTrue();
        three.ToString().ShouldNotContain(team.Rep("lin").Id.ToString());
        (await team.Supervisor.Get(path))["relief"].GetProperty("mine").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task A_mood_given_again_replaces_the_first_and_me_too_counts_once(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";
        foreach (var rep in team.Reps) (await rep.Put($"{path}/mood", new { mood = 2 })).ShouldBeOk();

        (await team.Rep("lin").Put($"{path}/mood", new { mood = 5 })).ShouldBeOk();
        (await team.Rep("lin").Put($"{path}/mood/me-too", new { })).ShouldBeOk();
        var relief = (await team.Rep("lin").Put($"{path}/mood/me-too", new { })).ShouldBeOk()["relief"];

        relief.List("dots").Select(dot => dot.GetProperty("mood").GetInt32()).Order().ShouldBe([2, 2, 5]);
        relief.GetProperty("meToo").GetInt32().ShouldBe(1);
        relief.GetProperty("myMeToo").GetBoolean().ShouldBeTrue();
        (await team.Rep("lin").Put($"{path}/mood", new { mood = 6 })).ShouldBeProblem(400, "request.invalid");
        (await team.Rep("lin").Put($"{path}/mood", new { mood = 0 })).ShouldBeProblem(400, "request.invalid");
    }

    [EachEngine]
    public async Task Giving_a_mood_does_not_mark_who_gave_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";

        var after = (await team.Rep("lin").Put($"{path}/mood", new { mood = 1 })).ShouldBeOk();

        after["members"].EnumerateArray().Single(member => member.Text("name") == "小林").GetProperty("present").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task The_spoken_round_goes_hand_word_heard_step(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var (lin, zhe, jia) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"));
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";

        (await zhe.Put($"{path}/speaker/heard", new { })).ShouldBeProblem(409, "relief.nobody-speaks");
        (await lin.Put($"{path}/speaker/step", new { })).ShouldBeProblem(409, "relief.not-speaking");
        (await lin.Put($"{path}/turn", new { wants = true })).ShouldBeOk();
        (await lin.Put($"{path}/turn", new { wants = true })).ShouldBeOk()["relief"].List("turns").ShouldHaveSingleItem();
        (await lin.Put($"{path}/speaker/step", new { })).ShouldBeProblem(409, "relief.not-speaking");
        (await team.Supervisor.Put($"{path}/speaker", new { memberId = jia.Id })).ShouldBeProblem(409, "relief.not-raised");
        (await team.Supervisor.Put($"{path}/speaker", new { memberId = lin.Id })).ShouldBeOk();
        (await lin.Put($"{path}/speaker/heard", new { })).ShouldBeProblem(409, "relief.own-turn");
        (await zhe.Put($"{path}/speaker/heard", new { })).ShouldBeOk();
        (await zhe.Put($"{path}/speaker/heard", new { })).ShouldBeOk();
        var heard = (await jia.Put($"{path}/speaker/heard", new { })).ShouldBeOk()["relief"].List("turns").Single();
        (await lin.Get(path))["relief"].GetProperty("myTurn").GetBoolean().ShouldBeTrue();
        var ended = (await lin.Put($"{path}/speaker/step", new { })).ShouldBeOk()["relief"];

        heard.Text("state").ShouldBe("speaking");
        heard.GetProperty("heard").GetInt32().ShouldBe(2);
        ended.List("turns").Single().Text("state").ShouldBe("done");
        ended.GetProperty("myTurn").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task A_hand_may_be_lowered_and_only_the_host_gives_the_word(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";

        (await team.Rep("lin").Put($"{path}/turn", new { wants = true })).ShouldBeOk();
        (await team.Rep("zhe").Put($"{path}/speaker", new { memberId = team.Rep("lin").Id })).ShouldBeProblem(403, "access.denied");
        (await team.Rep("lin").Put($"{path}/turn", new { wants = false })).ShouldBeOk()["relief"].List("turns").ShouldBeEmpty();
    }

    [EachEngine]
    public async Task Closing_destroys_the_key_and_every_hand(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(3);
        var path = $"/api/evenings/{(await team.Supervisor.Opened()).Id()}";
        foreach (var rep in team.Reps) (await rep.Put($"{path}/mood", new { mood = 2 })).ShouldBeOk();
        (await team.Rep("lin").Put($"{path}/turn", new { wants = true })).ShouldBeOk();
        (await team.Supervisor.Put($"{path}/speaker", new { memberId = team.Rep("lin").Id })).ShouldBeOk();
        (await team.Rep("zhe").Put($"{path}/speaker/heard", new { })).ShouldBeOk();

        var relief = (await team.Supervisor.Closes()).GetProperty("relief");

        await using var db = team.Server.Db();
        (await db.Set<ReliefKey>().CountAsync(key => key.OrgId == team.OrgId)).ShouldBe(0);
        (await db.Set<ReliefTurn>().CountAsync(turn => turn.OrgId == team.OrgId)).ShouldBe(0);
        (await db.Set<ReliefHeard>().CountAsync(heard => heard.OrgId == team.OrgId)).ShouldBe(0);
        relief.List("dots").Count().ShouldBe(3);
        relief.List("turns").ShouldBeEmpty();
        (await team.Rep("lin").Get(path))["relief"].GetProperty("mine").GetBoolean().ShouldBeFalse();
    }

    [EachEngine]
    public async Task There_is_no_column_for_words_in_this_room(Engine engine)
    {
        await using var db = (await vesper.On(engine)).Db();

        db.Model.GetEntityTypes().Where(entity => entity.ClrType.Namespace == "Vesper.Relief").SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(string) || property.GetProviderClrType() == typeof(string)).ShouldBeEmpty();
    }
}
