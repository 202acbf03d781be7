using Vesper.Kit;
using Vesper.Kit.Files;

namespace Vesper.Tests.Kit.Files;

public sealed class FileStoreTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("vesper-files").FullName;
    readonly Guid _org = Guid.CreateVersion7(), _id = Guid.CreateVersion7();

    FileStore Store => new(new VesperOptions { Data = _folder });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_kept_is_there_and_can_be_taken_away()
    {
        await Store.WriteAsync(_org, _id, new byte[] { 1, 2, 3 }, default);

        using (var bytes = Store.Open(_org, _id).ShouldNotBeNull())
            bytes.Length.ShouldBe(3);
        Store.Open(Guid.CreateVersion7(), _id).ShouldBeNull();
        Store.Delete(_org, _id);
        Store.Delete(_org, Guid.CreateVersion7());
        Store.Open(_org, _id).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_is_written_once_and_a_broken_attempt_leaves_nothing()
    {
        await Store.WriteAsync(_org, _id, new byte[] { 1 }, default);
        await Should.ThrowAsync<IOException>(Store.WriteAsync(_org, _id, new byte[] { 2 }, default));

        Store.Open(_org, _id)!.ReadByte().ShouldBe(1);
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }
}
