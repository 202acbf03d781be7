using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Customers.Handovers;

/// <summary>The time in which two answer for a customer is over: from now on it is its new owner's alone.</summary>
sealed class DualOwnersJob() : Job("dual-owners", Schedule.Nightly(new(2, 40)))
{
    const int Batch = 50;

    public override Task RunAsync(JobRun run, CancellationToken stop) => run.UntilDone("ended", async db =>
    {
        var over = await db.Customers.Of(run.OrgId).Where(customer => customer.FormerUntil != null && customer.FormerUntil < run.Today).Take(Batch).ToListAsync(stop);
        foreach (var customer in over)
        {
            (customer.FormerOwnerId, customer.FormerUntil) = (null, null);
            await CustomerSearch.IndexAsync(db, customer);
        }
        return over.Count;
    }, stop);
}
