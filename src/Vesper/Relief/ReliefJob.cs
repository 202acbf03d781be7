using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Relief;

/// <summary>Every hour: of an evening that nobody closed, the hands and the key go as at a closing, within a day. Its dots belong to nobody then.</summary>
sealed class ReliefJob() : Job("relief", Schedule.Every(TimeSpan.FromHours(1)))
{
    /// <summary>The day that is promised (S), less the hour until the next run and one that may fail.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(22);

    public override Task RunAsync(JobRun run, CancellationToken stop)
    {
        var gone = run.StartedAt - Longest;
        return run.UntilDone("forgotten", async db =>
        {
            var left = await db.Set<ReliefTurn>().Of(run.OrgId).Where(turn => turn.RaisedAt < gone).Select(turn => turn.EveningId)
                .Union(db.Set<ReliefKey>().Of(run.OrgId).Where(key => key.MadeAt < gone).Select(key => key.Id)).Take(20).ToListAsync(stop);
            foreach (var evening in left) await ReliefDoor.EndAsync(db, run.OrgId, evening);
            return left.Count;
        }, stop);
    }
}
