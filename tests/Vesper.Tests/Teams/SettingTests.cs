using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Teams.Settings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

public sealed class SettingTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task An_admin_sets_the_visits_a_day_to_aim_at_and_her_reps_plan_by_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var other = await vesper.On(engine).ATeamOf(1);
        var (lin, admin) = (team.Rep("lin"), await team.JoinAsync("admin", "管理员", Role.Admin, admin: true));
        async Task<int> Aimed(Person rep) => (await rep.Get("/api/proposals")).ShouldBeOk()["target"].GetInt32();

        (await Aimed(lin)).ShouldBe(6);
        var usual = await Number(lin);
        (usual.GetProperty("value").GetInt32(), usual.GetProperty("changed").GetBoolean(), usual.GetProperty("letter").GetString()).ShouldBe((6, false, "d"));

        (await admin.Put("/api/settings/planTarget", new { value = 4 })).ShouldBeOk()["value"].GetInt32().ShouldBe(4);
        (await Aimed(lin)).ShouldBe(4);
        (await Aimed(other.Rep("lin"))).ShouldBe(6, "another organisation aims at its own");
        var now = await Number(lin);
        (now.GetProperty("value").GetInt32(), now.GetProperty("default").GetInt32(), now.GetProperty("changed").GetBoolean()).ShouldBe((4, 6, true));

        (await admin.Put("/api/settings/planTarget", new { value = (int?)null })).ShouldBeOk()["changed"].GetBoolean().ShouldBeFalse();
        (await Aimed(lin)).ShouldBe(6);
    }

    [EachEngine]
    public async Task Nobody_else_sets_it_and_nobody_sets_it_out_of_its_range(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);

        (await team.Rep("lin").Put("/api/settings/planTarget", new { value = 1 })).ShouldBeProblem(403, "access.denied");
        (await team.Supervisor.Put("/api/settings/planTarget", new { value = 1 })).ShouldBeProblem(403, "access.denied");
        foreach (var absurd in new[] { 0, 21, -1, int.MaxValue }) (await admin.Put("/api/settings/planTarget", new { value = absurd })).ShouldBeProblem(409, "setting.range");
        (await admin.Put("/api/settings/tiers", new { value = 1 })).ShouldBeProblem(404, "not-found");
        (await Number(team.Rep("lin"))).GetProperty("changed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_number_set_before_its_range_became_narrower_stays_within_it() =>
        (new Adjustable("planTarget", 6, Source.D, 2, 10).Within(20), new Adjustable("planTarget", 6, Source.D, 2, 10).Within(1)).ShouldBe((10, 2));

    static async Task<System.Text.Json.JsonElement> Number(Person person) =>
        (await person.Get("/api/settings")).ShouldBeOk().Body.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "planTarget");
}
