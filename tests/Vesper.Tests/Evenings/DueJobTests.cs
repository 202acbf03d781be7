using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class DueJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Whoever_promised_something_for_today_hears_of_it_once_that_day(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(3);
        var (lin, zhe, jia) = (team.Rep("lin"), team.Rep("zhe"), team.Rep("jia"));
        async Task<Guid> Promises(Person who, string text, int days)
        {
            var id = Guid.CreateVersion7();
            (await who.Put($"/api/commitments/{id}", new { origin = "own", text, dueOn = team.Today().AddDays(days) })).ShouldBeCreated();
            return id;
        }
        await Promises(lin, "带一份竞品数据", 0);
        await Promises(lin, "约助理", 0);
        await Promises(zhe, "回电话", 1);
        var done = await Promises(jia, "发报价", 0);
        (await jia.Put($"/api/commitments/{done}/answer", new { state = "done", result = "" })).ShouldBeOk();

        (await team.RunNow("commitments-due")).Counts.ShouldBe("{\"told\":1}");
        (await team.RunNow("commitments-due")).Counts.ShouldBe("{\"told\":0}");
        (await Kinds(lin)).ShouldBe(["commitment-due"]);
        (await Kinds(zhe)).ShouldBeEmpty();
        (await Kinds(jia)).ShouldBeEmpty();

        server.Clock.Advance(TimeSpan.FromDays(1));
        (await team.RunNow("commitments-due")).Counts.ShouldBe("{\"told\":1}");
        (await Kinds(zhe)).ShouldBe(["commitment-due"]);
    }

    static async Task<List<string?>> Kinds(Person person) => [.. (await person.Get("/api/notices"))["items"].EnumerateArray().Select(notice => notice.GetProperty("kind").GetString())];
}
