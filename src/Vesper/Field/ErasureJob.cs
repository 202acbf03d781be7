using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>A member deleted herself: her places and plans go, her lines stay under no name.</summary>
sealed class ErasureJob() : Job("field-erasure", Schedule.Every(TimeSpan.FromMinutes(1)))
{
    const int Batch = 50;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        var gone = await run.ErasedAsync(stop);
        if (gone.Count == 0) return;

        await run.UntilDone("points", async db =>
        {
            var visits = await db.Visits.Of(run.OrgId).Where(visit => gone.Contains(visit.MemberId) && visit.PointKept != null).Take(Batch).ToListAsync(stop);
            visits.ForEach(visit => visit.ForgetPoint());
            return visits.Count;
        }, stop);
        await run.UntilDone("looks", db => db.LocationLooks.Of(run.OrgId).Where(look => gone.Contains(look.MemberId)).ExecuteDeleteAsync(stop), stop);
        await run.UntilDone("plans", db => db.PlannedVisits.Of(run.OrgId).Where(plan => gone.Contains(plan.MemberId)).ExecuteDeleteAsync(stop), stop);
        await run.UntilDone("dismissed", db => db.Set<DismissedProposal>().Where(one => one.OrgId == run.OrgId && gone.Contains(one.MemberId)).ExecuteDeleteAsync(stop), stop);
        await run.UntilDone("comments", async db =>
        {
            var named = await db.Comments.Of(run.OrgId).Where(comment => gone.Contains(comment.MemberId) && comment.MemberName != Member.Nobody).Select(comment => comment.Id).Take(Batch).ToListAsync(stop);
            return await db.Comments.Of(run.OrgId).Where(comment => named.Contains(comment.Id)).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.MemberName, Member.Nobody), stop);
        }, stop);
        await run.UntilDone("lines", db => RenameAsync(db, run.OrgId, gone, stop), stop);
    }

    static async Task<int> RenameAsync(Db db, Guid orgId, IReadOnlyList<Guid> gone, CancellationToken stop)
    {
        var named = await db.FeedItems.Of(orgId).Where(item => gone.Contains(item.MemberId) && item.MemberName != Member.Nobody).Select(item => item.Id).Take(Batch).ToListAsync(stop);
        await db.FeedItems.Of(orgId).Where(item => named.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.MemberName, Member.Nobody), stop);
        foreach (var id in named) await FeedSearch.IndexAsync(db, orgId, id);
        return named.Count;
    }
}
