using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Every minute: a call for help that nobody answered in its time goes on to the managers, once.</summary>
sealed class HelpJob(FieldOptions options) : Job("help-escalation", Schedule.Every(TimeSpan.FromMinutes(1)))
{
    const int Batch = 50;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        await using (var db = run.ForReading())
            if (!await Open(db, run).AnyAsync(stop)) return; // nearly every minute of the year

        await run.UntilDone("escalated", async db =>
        {
            var late = (await Open(db, run).OrderBy(item => item.CalledAt).Take(Batch).ToListAsync(stop)).Where(item => HelpClock.GoesOn(item, run.StartedAt, options)).ToList();
            foreach (var call in late)
            {
                call.EscalatedAt = run.StartedAt;
                db.Tell(Topic.Team(call.TeamId), new HelpEscalated(call.Id));
                await HelpCalls.RingAsync(db, call, managers: true, options);
            }
            return late.Count;
        }, stop);
    }

    IQueryable<FeedItem> Open(Db db, JobRun run)
    {
        var calledBefore = run.StartedAt - options.HelpWithin;
        return db.FeedItems.Of(run.OrgId).Where(item => item.CalledAt != null && item.CalledAt <= calledBefore && item.AnsweredAt == null && item.EscalatedAt == null && item.WithdrawnAt == null);
    }
}
