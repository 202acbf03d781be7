using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;

namespace Vesper.Customers;

/// <summary>
/// Every night: whose grade will fall within a week (D) if nothing new is seen, her owner hears of it, once for each fall. New facts move the day, and the next
/// fall is another one. After <see cref="GradesJob"/>, so that what falls tonight is not announced for tonight.
/// </summary>
sealed class FallsJob(GradeOptions options) : Job("grade-falls", Schedule.Nightly(new(3, 30)))
{
    const int Looked = 500, Written = 100;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        run.Count("told", 0);
        foreach (var ids in (await ThatCanFallAsync(run, stop)).Chunk(Looked))
            foreach (var falling in (await FallingAsync(run, ids, stop)).Chunk(Written))
            {
                run.Count("told", await run.Write(db => TellAsync(db, run, falling, stop)));
                stop.ThrowIfCancellationRequested();
            }
    }

    static async Task<List<Guid>> ThatCanFallAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        return await db.Customers.Of(run.OrgId).Where(c => c.OwnerId != null && (c.Grade == Grade.A || c.Grade == Grade.B || c.Grade == Grade.C)).Select(c => c.Id).ToListAsync(stop);
    }

    /// <summary>Looked for outside the write: on most nights most customers stay what they are.</summary>
    async Task<List<Guid>> FallingAsync(JobRun run, Guid[] ids, CancellationToken stop)
    {
        await using var db = run.ForReading();
        return [.. (await FallsAsync(db, run, ids, stop)).Select(fall => fall.Customer.Id)];
    }

    async Task<int> TellAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var falls = await FallsAsync(db, run, ids, stop);
        foreach (var (customer, on) in falls)
        {
            customer.FallToldOn = on;
            db.Notify(customer.OwnerId!.Value, "grade-falls", $"/customers/{customer.Id}", ("customer", customer.ShortName));
        }
        return falls.Count;
    }

    async Task<List<(Customer Customer, DateOnly On)>> FallsAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var customers = await db.Customers.Of(run.OrgId).Where(c => ids.Contains(c.Id) && c.OwnerId != null).ToListAsync(stop);
        var facts = (await db.Facts.Of(run.OrgId).Where(f => ids.Contains(f.CustomerId)).ToListAsync(stop)).ToLookup(fact => fact.CustomerId);
        return [.. customers
            .Select(customer => (customer, next: Staleness.Next(facts[customer.Id].AsSeen(), run.Today, options)))
            .Where(one => one.next is { Notice: true } next && next.On != one.customer.FallToldOn)
            .Select(one => (one.customer, one.next!.On))];
    }
}
