using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class PhotosJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_photo_goes_after_a_month_in_which_nothing_showed_it_or_what_did_was_taken_back(Engine engine)
    {
        await using var server = await vesper.AloneOn(engine);
        var team = await Task.FromResult(server).ATeamOf(1);
        var (lin, shown, proof, alone, takenBack) = (team.Rep("lin"), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var photo in new[] { shown, alone, takenBack }) (await lin.Photo(photo, Pictures.Png, "team")).ShouldBeCreated();
        (await lin.Photo(proof, Pictures.Png)).ShouldBeCreated();
        var (kept, withdrawn, visit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await lin.Put($"/api/posts/{kept}", new { text = "开门了", photoIds = new[] { shown } })).ShouldBeCreated();
        (await lin.Put($"/api/posts/{withdrawn}", new { text = "错了", photoIds = new[] { takenBack } })).ShouldBeCreated();
        (await lin.Delete($"/api/posts/{withdrawn}")).ShouldBeOk();
        (await lin.CheckIn(await team.Customer("云顶家居"), visit, at: server.Clock.GetUtcNow(), more: new { photoIds = new[] { proof } })).ShouldBeCreated();

        server.Clock.Advance(TimeSpan.FromDays(29));
        (await team.RunNow("photos")).Counts.ShouldBe("{\"deleted\":0}");
        server.Clock.Advance(TimeSpan.FromDays(2));
        (await team.RunNow("photos")).Counts.ShouldBe("{\"deleted\":2}");

        await using var db = server.Db();
        (await db.Photos.Of(team.OrgId).Select(photo => photo.Id).ToListAsync()).ShouldBe([shown, proof], ignoreOrder: true);
    }
}
