using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>In the morning: whoever promised something for today hears of it, once, however many promises it are. What was due on a day the server was off is asked for in the evening.</summary>
sealed class DueJob() : Job("commitments-due", Schedule.Nightly(new(8, 30)))
{
    const string Kind = "commitment-due";
    const int Written = 100;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        run.Count("told", 0);
        List<Guid> promised;
        await using (var db = run.ForReading())
            promised = await (
                from commitment in db.Commitments.Of(run.OrgId)
                where commitment.DueOn == run.Today && (commitment.State == CommitmentState.Open || commitment.State == CommitmentState.NotYet)
                join member in db.Members.Of(run.OrgId) on commitment.MemberId equals member.Id
                where member.State == MemberState.Active
                select member.Id).Distinct().ToListAsync(stop);

        foreach (var members in promised.Chunk(Written))
        {
            run.Count("told", await run.Write(db => TellAsync(db, run, members, stop)));
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Asked again inside the write: a run that was broken off goes over the same members once more.</summary>
    static async Task<int> TellAsync(Db db, JobRun run, Guid[] members, CancellationToken stop)
    {
        var lately = run.StartedAt.AddDays(-1);
        var told = await db.Notices.Of(run.OrgId).Where(notice => notice.Kind == Kind && notice.At > lately && members.Contains(notice.MemberId)).Select(notice => new { notice.MemberId, notice.At }).ToListAsync(stop);
        var open = members.Except(told.Where(notice => run.DayOf(notice.At) == run.Today).Select(notice => notice.MemberId)).ToList();
        open.ForEach(member => db.Notify(member, Kind, "/"));
        return open.Count;
    }
}
