using Microsoft.EntityFrameworkCore;
using Vesper.Customers.GradeWords;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;

namespace Vesper.Customers;

/// <summary>
/// Every night: whose grade will fall within a week (D) if nothing new is seen, her owner hears of it, once for each fall, and of all that are near in one notice. New
/// facts move the day, and the next fall is another one. After <see cref="GradesJob"/>, so that what falls tonight is not announced for tonight.
/// </summary>
sealed class FallsJob(GradeOptions options) : Job("grade-falls", Schedule.Nightly(new(3, 30)))
{
    const int Looked = 500, Written = 100, Named = 3;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        run.Count("told", 0);
        var falling = new List<Customer>();
        foreach (var ids in (await ThatCanFallAsync(run, stop)).Chunk(Looked)) falling.AddRange(await FallingAsync(run, ids, stop));
        foreach (var ids in Batches(falling))
        {
            run.Count("told", await run.Write(db => TellAsync(db, run, ids, stop)));
            stop.ThrowIfCancellationRequested();
        }
    }

    static async Task<List<Guid>> ThatCanFallAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        return await db.Customers.Of(run.OrgId)
            .Where(c => c.OwnerId != null && (c.Grade == Grade.A || c.Grade == Grade.B || c.Grade == Grade.C) && (c.GradeHeldUntil == null || c.GradeHeldUntil < run.Today))
            .Select(c => c.Id).ToListAsync(stop);
    }

    /// <summary>Looked for outside the write: on most nights most customers stay what they are.</summary>
    async Task<List<Customer>> FallingAsync(JobRun run, Guid[] ids, CancellationToken stop)
    {
        await using var db = run.ForReading();
        return [.. (await FallsAsync(db, run, ids, stop)).Select(fall => fall.Customer)];
    }

    /// <summary>All of one owner's stay together, so that she hears once.</summary>
    static IEnumerable<Guid[]> Batches(List<Customer> falling)
    {
        var batch = new List<Guid>();
        foreach (var hers in falling.GroupBy(customer => customer.OwnerId))
        {
            if (batch.Count > 0 && batch.Count + hers.Count() > Written)
            {
                yield return [.. batch];
                batch.Clear();
            }
            batch.AddRange(hers.Select(customer => customer.Id));
        }
        if (batch.Count > 0) yield return [.. batch];
    }

    async Task<int> TellAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var falls = await FallsAsync(db, run, ids, stop);
        foreach (var (customer, on) in falls) customer.FallToldOn = on;
        foreach (var hers in falls.GroupBy(fall => fall.Customer.OwnerId!.Value))
        {
            List<(Customer Customer, DateOnly On)> soonest = [.. hers.OrderBy(fall => fall.On).ThenBy(fall => fall.Customer.Id)];
            var names = string.Join('、', soonest.Take(Named).Select(fall => fall.Customer.ShortName.Length > 20 ? fall.Customer.ShortName[..20] : fall.Customer.ShortName));
            db.Notify(hers.Key, "grade-falls", soonest.Count == 1 ? $"/customers/{soonest[0].Customer.Id}" : "/customers",
                ("customer", soonest.Count > Named ? $"{names} +{soonest.Count - Named}" : names));
        }
        return falls.Count;
    }

    async Task<List<(Customer Customer, DateOnly On)>> FallsAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var customers = await db.Customers.Of(run.OrgId).Where(c => ids.Contains(c.Id) && c.OwnerId != null).ToListAsync(stop);
        var facts = (await db.Facts.Of(run.OrgId).Where(f => ids.Contains(f.CustomerId)).ToListAsync(stop)).ToLookup(fact => fact.CustomerId);
        return [.. customers
            .Where(customer => !customer.Held(run.Today))
            .Select(customer => (customer, next: Staleness.Next(facts[customer.Id].AsSeen(), run.Today, options)))
            .Where(one => one.next is { Notice: true } next && next.On != one.customer.FallToldOn)
            .Select(one => (one.customer, one.next!.On))];
    }
}
