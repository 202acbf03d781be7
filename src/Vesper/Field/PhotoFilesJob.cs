using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Jobs;

namespace Vesper.Field;

/// <summary>
/// Bytes come before the row that names them, so a write that failed between leaves a file nobody can ever open. A day later it goes. Where several servers have
/// folders of their own, each run cleans that of the server it runs on.
/// </summary>
sealed class PhotoFilesJob(FileStore files, PhotoOptions options) : Job("photo-files", Schedule.Nightly(new(3, 40)))
{
    const int Looked = 500;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        run.Count("deleted", 0);
        foreach (var ids in files.WrittenBefore(run.OrgId, run.StartedAt - options.Unnamed).Chunk(Looked))
        {
            await using var db = run.ForReading();
            var named = await db.Photos.Of(run.OrgId).Where(photo => ids.Contains(photo.FileId) || ids.Contains(photo.ThumbId!.Value)).Select(photo => new { photo.FileId, photo.ThumbId }).ToListAsync(stop);
            foreach (var id in ids.Except(named.Select(photo => photo.FileId)).Except(named.Select(photo => photo.ThumbId).OfType<Guid>()))
            {
                files.Delete(run.OrgId, id);
                run.Count("deleted", 1);
            }
            stop.ThrowIfCancellationRequested();
        }
    }
}
