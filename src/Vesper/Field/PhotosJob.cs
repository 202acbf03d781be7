using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Field;

/// <summary>A photo arrives before the post or visit that shows it. Where that never came, or was taken back, nobody can open it any more: it goes, and its file the night after.</summary>
sealed class PhotosJob(PhotoOptions options) : Job("photos", Schedule.Nightly(new(3, 35)))
{
    const int Batch = 200;

    public override Task RunAsync(JobRun run, CancellationToken stop) => run.UntilDone("deleted", async db =>
    {
        var before = run.StartedAt - options.Unshown;
        var gone = await db.Photos.Of(run.OrgId).Where(photo => photo.Named == 0 && photo.CreatedAt < before).OrderBy(photo => photo.CreatedAt).Select(photo => photo.Id).Take(Batch).ToListAsync(stop);
        return gone.Count == 0 ? 0 : await db.Photos.Of(run.OrgId).Where(photo => gone.Contains(photo.Id) && photo.Named == 0).ExecuteDeleteAsync(stop);
    }, stop);
}
