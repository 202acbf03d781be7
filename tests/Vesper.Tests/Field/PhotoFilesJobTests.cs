using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit;
using Vesper.Kit.Files;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class PhotoFilesJobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_file_that_no_photo_names_goes_after_a_day(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, photo) = (team.Rep("lin"), Guid.CreateVersion7());
        (await lin.Photo(photo, Pictures.Png)).ShouldBeCreated();
        var (files, old, young) = (team.Server.Services.GetRequiredService<FileStore>(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await files.WriteAsync(team.OrgId, old, new byte[] { 1 }, default);
        var folder = new DirectoryInfo(Path.Combine(team.Server.Services.GetRequiredService<VesperOptions>().Data, "files", $"{team.OrgId:N}"));
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories)) file.LastWriteTimeUtc = team.Server.Clock.GetUtcNow().UtcDateTime.AddDays(-2);
        await files.WriteAsync(team.OrgId, young, new byte[] { 1 }, default);

        (await team.RunNow("photo-files")).Counts.ShouldBe("{\"deleted\":1}");

        files.Open(team.OrgId, old).ShouldBeNull();
        await using (var kept = files.Open(team.OrgId, young)) kept.ShouldNotBeNull();
        (await lin.Http.GetAsync($"/api/photos/{photo}")).EnsureSuccessStatusCode();
    }
}
