namespace Vesper.Kit.Files;

/// <summary>
/// Bytes kept beside the database, in files/ of the data folder. The server makes the id, and the path is made of ids alone: nothing a phone sends can
/// name a place. A file is written once and never changed, so a backup may copy the folder while the server runs.
/// </summary>
sealed class FileStore(VesperOptions options)
{
    readonly string _root = Path.Combine(options.Data, "files");

    /// <summary>Keeps the bytes under an id that was never used before; when this returns they survive a power cut.</summary>
    public async Task WriteAsync(Guid orgId, Guid id, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        var path = PathOf(orgId, id);
        var half = $"{path}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                await file.WriteAsync(bytes, stop);
                file.Flush(flushToDisk: true);
            }
            File.Move(half, path, overwrite: false);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>The bytes, or null when they are not here.</summary>
    public Stream? Open(Guid orgId, Guid id)
    {
        var path = PathOf(orgId, id);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 16 * 1024, useAsync: true) : null;
    }

    /// <summary>Ids of an organisation's files that were written before an instant; what a write left half done goes at once.</summary>
    public IEnumerable<Guid> WrittenBefore(Guid orgId, DateTimeOffset instant)
    {
        var folder = new DirectoryInfo(Path.Combine(_root, $"{orgId:N}"));
        if (!folder.Exists) yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < instant.UtcDateTime))
        {
            if (Guid.TryParseExact(file.Name, "N", out var id)) yield return id;
            else if (file.Extension == ".part") file.Delete();
        }
    }

    public void Delete(Guid orgId, Guid id)
    {
        if (Path.GetDirectoryName(PathOf(orgId, id)) is { } folder && Directory.Exists(folder)) File.Delete(PathOf(orgId, id));
    }

    // The last two digits of a version 7 id are random: 256 folders of about the same size.
    string PathOf(Guid orgId, Guid id) => Path.Combine(_root, $"{orgId:N}", $"{id:N}"[^2..], $"{id:N}");
}
