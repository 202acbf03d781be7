using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

/// <summary>The small one that stands in lists, made by the phone and sent behind the photo.</summary>
public sealed class ThumbTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task The_small_one_comes_behind_the_photo_and_is_cleaned_like_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, id) = (team.Rep("lin"), Guid.CreateVersion7());

        (await lin.Photo(id, [.. Pictures.Jpeg, .. Pictures.TellingPng], $"team&thumb={Pictures.TellingPng.Length}")).ShouldBeCreated();

        Is(await Bytes(team.Rep("zhe"), $"/api/photos/{id}"), "image/jpeg", Pictures.Jpeg);
        Is(await Bytes(team.Rep("zhe"), $"/api/photos/{id}?small=true"), "image/png", Pictures.Png);
    }

    [EachEngine]
    public async Task Without_a_small_one_the_photo_itself_answers(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, none, noPicture, tooBig) = (team.Rep("lin"), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var wide = Pictures.PngOf(2000, 1000);

        (await lin.Photo(none, Pictures.Jpeg, "team")).ShouldBeCreated();
        (await lin.Photo(noPicture, [.. Pictures.Jpeg, 1, 2, 3], "team&thumb=3")).ShouldBeCreated();
        (await lin.Photo(tooBig, [.. Pictures.Jpeg, .. wide], $"team&thumb={wide.Length}")).ShouldBeCreated();
        (await lin.Photo(Guid.CreateVersion7(), Pictures.Jpeg, "team&thumb=-1")).ShouldBeCreated();

        foreach (var id in new[] { none, noPicture, tooBig }) Is(await Bytes(lin, $"/api/photos/{id}?small=true"), "image/jpeg", Pictures.Jpeg);
    }

    [EachEngine]
    public async Task Its_file_stays_as_long_as_the_photo_names_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (lin, id) = (team.Rep("lin"), Guid.CreateVersion7());
        (await lin.Photo(id, [.. Pictures.Jpeg, .. Pictures.Png], $"team&thumb={Pictures.Png.Length}")).ShouldBeCreated();
        var folder = new DirectoryInfo(Path.Combine(team.Server.Services.GetRequiredService<VesperOptions>().Data, "files", $"{team.OrgId:N}"));
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories)) file.LastWriteTimeUtc = team.Server.Clock.GetUtcNow().UtcDateTime.AddDays(-2);

        (await team.RunNow("photo-files")).Counts.ShouldBe("{\"deleted\":0}");
        (await Bytes(lin, $"/api/photos/{id}?small=true")).Item1.ShouldBe("image/png");
    }

    static void Is((string? Type, byte[] Bytes) answer, string type, byte[] bytes)
    {
        answer.Type.ShouldBe(type);
        answer.Bytes.ShouldBe(bytes);
    }

    static async Task<(string?, byte[])> Bytes(Person person, string path)
    {
        var answer = await person.Http.GetAsync(path);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }
}
