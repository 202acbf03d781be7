using System.Text.RegularExpressions;
using Vesper.Kit.Access;
using Vesper.Kit.Notices;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Notices;

/// <summary>What an open page asks before it makes a sound.</summary>
public sealed class RingsNowTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task It_says_for_each_kind_whether_it_may_ring_at_this_moment(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var lin = (await Task.FromResult(server).ATeamOf(1)).Rep("lin");
        var now = Local(server);

        (await RingAsync(lin, quietFrom: now, quietUntil: now)).ShouldNotContain("mention", "she silenced it");
        (await RingAsync(lin, quietFrom: now, quietUntil: now)).ShouldContain("comment", "the same time twice is never quiet");
        (await RingAsync(lin, quietFrom: now.AddHours(-1), quietUntil: now.AddHours(1))).ShouldNotContain("comment", "she wants to sleep");
    }

    [EachEngine]
    public async Task A_call_for_help_passes_her_quiet_hours_within_the_hours_of_her_own_organisation_and_not_outside(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        var now = Local(server);
        (await admin.Put($"/api/calendar-days/{server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}", new { works = true, name = "调休" })).Status.ShouldBeInRange(200, 204);
        async Task<List<string>> Rings(int opens, int closes)
        {
            (await admin.Put("/api/field-rules", new { opens = now.AddHours(opens), closes = now.AddHours(closes), evidenceShared = false })).ShouldBeOk();
            return await RingAsync(team.Rep("lin"), quietFrom: now.AddHours(-1), quietUntil: now.AddHours(1));
        }

        (await Rings(-2, 2)).ShouldBe(["help-now"]);
        (await Rings(2, 4)).ShouldBeEmpty();
    }

    [Fact]
    public void The_service_worker_is_given_a_sentence_for_every_kind()
    {
        var given = Regex.Matches(File.ReadAllText(Repository.File("web/src/kit/push/index.ts")), "^  '(?<kind>[a-z-]+)',$", RegexOptions.Multiline).Select(kind => kind.Groups["kind"].Value);
        NoticeKinds.All.Keys.Except(given).ShouldBeEmpty();
    }

    static async Task<List<string>> RingAsync(Person person, TimeOnly quietFrom, TimeOnly quietUntil) =>
        [.. (await person.Put("/api/me/notice-settings", new { quietFrom, quietUntil, quietOnDaysOff = false, silent = new[] { "mention" } })).ShouldBeOk()["kinds"].EnumerateArray()
            .Where(kind => kind.GetProperty("ringsNow").GetBoolean()).Select(kind => kind.GetProperty("kind").GetString()!)];

    static TimeOnly Local(Server server) => TimeOnly.FromDateTime(server.Clock.GetUtcNow().UtcDateTime.AddHours(8));
}
