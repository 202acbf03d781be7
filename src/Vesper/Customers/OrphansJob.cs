using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>No customer ends without owner or pool: those of a member who deleted herself lie in the pool of their team, where its supervisor sees them.</summary>
sealed class OrphansJob() : Job("customers-erasure", Schedule.Every(TimeSpan.FromMinutes(1)))
{
    const int Batch = 50;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        var gone = await run.ErasedAsync(stop);
        if (gone.Count == 0) return;
        await run.UntilDone("pooled", async db =>
        {
            var orphans = await db.Customers.Of(run.OrgId).Where(customer => customer.OwnerId != null && gone.Contains(customer.OwnerId.Value)).Take(Batch).ToListAsync(stop);
            foreach (var customer in orphans) await PoolKeeping.ReturnAsync(db, customer, customer.OwnerId!.Value, Member.Nobody, run.Today, run.StartedAt);
            return orphans.Count;
        }, stop);
    }
}
