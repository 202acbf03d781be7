using Microsoft.AspNetCore.Http;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Http;
using Vesper.Tests.Support;

namespace Vesper.Tests.Field;

public sealed class PhotoTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_photo_sent_twice_is_one_photo_without_its_secrets(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var (lin, id) = (team.Rep("lin"), Guid.CreateVersion7());

        var answer = (await lin.Photo(id, Pictures.TellingJpeg, "team")).ShouldBeCreated();
        (answer["width"].GetInt32(), answer["height"].GetInt32(), answer["use"].GetString()).ShouldBe((Pictures.Width, Pictures.Height, "team"));
        (await lin.Photo(id, Pictures.Png, "proof")).ShouldBeOk()["use"].GetString().ShouldBe("team");

        var response = await team.Rep("zhe").Http.GetAsync($"/api/photos/{id}");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Pictures.Jpeg);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        response.Headers.CacheControl!.Private.ShouldBeTrue();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [EachEngine]
    public async Task A_proof_is_for_its_maker_and_her_supervisor(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var manager = await team.JoinAsync("wu", "吴经理", Role.Manager);
        var (proof, picture) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await team.Rep("lin").Photo(proof, Pictures.Png)).ShouldBeCreated();
        (await team.Rep("lin").Photo(picture, Pictures.Webp, "team")).ShouldBeCreated();
        var elsewhere = await team.AnotherTeamAsync();
        var foreign = await vesper.On(engine).ATeamOf(1);

        foreach (var (person, sees) in new[] { (team.Rep("lin"), "proof picture"), (team.Supervisor, "proof picture"), (team.Rep("zhe"), "picture"), (manager, "picture"), (elsewhere.Supervisor, ""), (foreign.Supervisor, "") })
        {
            (await person.Get($"/api/photos/{proof}")).Status.ShouldBe(sees.Contains("proof") ? 200 : 404, person.Name);
            (await person.Get($"/api/photos/{picture}")).Status.ShouldBe(sees.Contains("picture") ? 200 : 404, person.Name);
        }
        (await team.Rep("zhe").Photo(proof, Pictures.Png)).ShouldBeProblem(404, "not-found");
    }

    public static IEnumerable<object[]> NotTaken =>
    [
        ["a PDF called photo.jpg", "%PDF-1.7 a paper that has little of a picture"u8.ToArray(), 415, "photo.not-an-image"],
        ["HEIC", (byte[])[0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8], 415, "photo.not-an-image"],
        ["half a JPEG", Pictures.Jpeg[..^40], 415, "photo.not-an-image"],
        ["nothing", Array.Empty<byte>(), 415, "photo.not-an-image"],
        ["a bomb", Pictures.PngOf(60_000, 60_000), 413, "photo.dimensions"],
    ];

    [EachEngine]
    [MemberData(nameof(NotTaken))]
    public async Task What_is_no_photo_is_refused(Engine engine, string what, byte[] bytes, int status, string code)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var id = Guid.CreateVersion7();

        (await team.Rep("lin").Photo(id, bytes)).ShouldBeProblem(status, code);
        (await team.Rep("lin").Get($"/api/photos/{id}")).Status.ShouldBe(404, what);
    }

    [EachEngine]
    public async Task Fifty_megabytes_are_refused(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);

        (await team.Rep("lin").Photo(Guid.CreateVersion7(), [.. Pictures.Jpeg, .. new byte[50_000_000]])).ShouldBeProblem(413, "photo.too-large");
    }

    [Theory]
    [InlineData(50_000_000L, true, "photo.too-large", 0)]
    [InlineData(null, true, "photo.too-large", 5_300_000)]
    [InlineData(null, false, "photo.not-an-image", 20_000)]
    public async Task No_more_is_read_than_it_takes_to_refuse(long? announced, bool beginsAsPhoto, string code, long most)
    {
        var video = new Endless(beginsAsPhoto ? Pictures.Jpeg : "%PDF-1.7 and so on"u8.ToArray());
        var request = new DefaultHttpContext { Request = { Body = video, ContentLength = announced } }.Request;

        (await Should.ThrowAsync<Refusal>(PhotoUpload.ReadAsync(request, 0, new(), default))).Code.ShouldBe(code);

        video.Position.ShouldBeLessThanOrEqualTo(most);
    }

    [EachEngine]
    public async Task Other_uses_are_refused_and_so_is_a_photo_too_many(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var lin = team.Rep("lin");
        (await lin.Photo(Guid.CreateVersion7(), Pictures.Png, "passport")).Status.ShouldBe(400);

        for (var i = 0; i < new PhotoOptions().MostADay; i++) (await lin.Photo(Guid.CreateVersion7(), Pictures.Png)).ShouldBeCreated();
        (await lin.Photo(Guid.CreateVersion7(), Pictures.Png)).ShouldBeProblem(409, "photo.too-many");
    }

    [EachEngine]
    public async Task Only_her_own_photos_can_be_hung_on_something(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(2);
        var me = (await team.Server.MeAsync(team.Rep("lin")))!;
        var (first, second, others) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await team.Rep("lin").Photo(first, Pictures.Png)).ShouldBeCreated();
        (await team.Rep("lin").Photo(second, Pictures.Jpeg)).ShouldBeCreated();
        (await team.Rep("zhe").Photo(others, Pictures.Jpeg)).ShouldBeCreated();

        Task<IReadOnlyList<Photo>> Mine(params Guid[] ids) => team.Server.Writer.Run(team.OrgId, db => Photos.MineAsync(db, me, ids));

        (await Mine(second, first, second)).Select(photo => photo.Id).ShouldBe([second, first]);
        (await Mine()).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(Mine(first, others))).Code.ShouldBe("photo.unknown");
        (await Should.ThrowAsync<Refusal>(Mine([.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())]))).Code.ShouldBe("photo.most");
    }

    /// <summary>A body that begins like this and never ends; its position is what was taken of it.</summary>
    sealed class Endless(byte[] start) : MemoryStream
    {
        public override long Position { get; set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Clear();
            if (Position == 0) start.CopyTo(buffer.Span);
            Position += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
