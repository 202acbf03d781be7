using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Field;

/// <summary>
/// Points grow coarse within a day and go within 90. Hourly, not nightly: a night's run could leave a point of the morning before it exact for more than a day.
/// Age counts from the phone's tap, so a point that waited in a queue is no longer exact than any other.
/// </summary>
sealed class LocationJob(LocationOptions options) : Job("location", Schedule.Every(TimeSpan.FromHours(1)))
{
    const int Batch = 200;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        var (gone, coarse) = (options.DeleteBefore(run.StartedAt), options.RoundBefore(run.StartedAt));
        await run.UntilDone("deleted", db => ChangeAsync(db.Visits.Of(run.OrgId).Where(v => v.PointKept != null && v.DeviceAt <= gone), visit => visit.ForgetPoint(), stop), stop);
        await run.UntilDone("rounded", db => ChangeAsync(db.Visits.Of(run.OrgId).Where(v => v.PointKept == PointKept.Exact && v.DeviceAt <= coarse), visit => visit.RoundPoint(), stop), stop);
    }

    static async Task<int> ChangeAsync(IQueryable<Visit> due, Action<Visit> change, CancellationToken stop)
    {
        var visits = await due.OrderBy(visit => visit.DeviceAt).Take(Batch).ToListAsync(stop);
        visits.ForEach(change);
        return visits.Count;
    }
}
