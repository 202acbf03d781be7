using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Handovers;
using Vesper.Customers.Pool;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>No customer ends without owner or pool: those of a member who deleted herself, or left without a handover, lie in the pool of their team, where its supervisor sees them.</summary>
sealed class OrphansJob(HandoverOptions handovers) : Job("customers-erasure", Schedule.Every(TimeSpan.FromMinutes(1)))
{
    const int Batch = 50;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        var erased = await run.ErasedAsync(stop);
        var gone = erased.Concat(await LeftAsync(run, stop)).Distinct().ToList();
        if (gone.Count == 0) return;
        await run.UntilDone("pooled", async db =>
        {
            var orphans = await db.Customers.Of(run.OrgId).Where(customer => customer.OwnerId != null && gone.Contains(customer.OwnerId.Value)).Take(Batch).ToListAsync(stop);
            foreach (var customer in orphans) await PoolKeeping.ReturnAsync(db, customer, customer.OwnerId!.Value, erased.Contains(customer.OwnerId.Value) ? Member.Nobody : "离开时没有交接", run.Today, run.StartedAt);
            return orphans.Count;
        }, stop);
    }

    /// <summary>A handover that is being drawn up holds them back for a while.</summary>
    async Task<List<Guid>> LeftAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        var since = run.StartedAt.AddDays(-handovers.DraftDays);
        return await db.Members.Of(run.OrgId)
            .Where(member => member.State == MemberState.Left && db.Set<Customer>().Any(customer => customer.OrgId == member.OrgId && customer.OwnerId == member.Id)
                && !db.Set<Handover>().Any(draft => draft.OrgId == member.OrgId && draft.MemberId == member.Id && draft.State == HandoverState.Draft && draft.CreatedAt > since))
            .Select(member => member.Id).ToListAsync(stop);
    }
}
