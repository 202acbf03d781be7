using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Kit.Notices;

/// <summary>Every night: notices that have been long in their lists go, read or not. What they led to stays where it is.</summary>
sealed class NoticesJob(NoticeOptions options) : Job("notices", Schedule.Nightly(new(3, 40)))
{
    const int Batch = 500;

    public override Task RunAsync(JobRun run, CancellationToken stop)
    {
        // A day early, so that the promise holds if one night fails.
        var gone = run.StartedAt.AddDays(1 - options.KeepDays);
        return run.UntilDone("deleted", async db =>
        {
            var old = await db.Notices.Of(run.OrgId).Where(notice => notice.At < gone).OrderBy(notice => notice.At).Select(notice => notice.Id).Take(Batch).ToListAsync(stop);
            return await db.Notices.Of(run.OrgId).Where(notice => old.Contains(notice.Id)).ExecuteDeleteAsync(stop);
        }, stop);
    }
}
