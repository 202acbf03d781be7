using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Evenings;

public sealed class ClosingTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task Only_who_was_there_counts_as_heard(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, zhe) = (team.Rep("lin"), team.Rep("zhe"));
        await lin.Asks("对手报价低三成");
        await zhe.Asks("总说下个月");
        var evening = await team.Supervisor.Opened();
        await lin.Comes(evening); // zhe stays away

        foreach (var item in evening.List("items").Where(item => item.Text("kind") == "case").ToList())
            (await team.Supervisor.Goes(await team.Supervisor.Tonight(), item.Id())).ShouldBeOk();
        await team.Supervisor.GoesTo("checkout");
        await team.Supervisor.Closes();

        await using var db = team.Server.Db();
        var heard = await db.Set<AgendaSubject>().Where(s => s.OrgId == team.OrgId && s.Act == Act.Nourish && s.Heard).Select(s => s.MemberId).Distinct().ToListAsync();
        heard.ShouldBe([lin.Id]);
    }
}
