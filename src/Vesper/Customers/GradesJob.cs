using Microsoft.EntityFrameworkCore;
using Vesper.Customers.GradeWords;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Customers;

/// <summary>
/// Every night the rule is asked again, since a day alone can move a grade: facts have gone stale and it steps down, or the customer's own date has come near.
/// </summary>
sealed class GradesJob(GradeOptions options) : Job("grades", Schedule.Nightly(new(3, 0)))
{
    const int Looked = 500, Written = 100;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        run.Count("down", 0);
        run.Count("up", 0);
        foreach (var ids in (await ThatMayMoveAsync(run, stop)).Chunk(Looked))
            foreach (var moved in (await MovedAsync(run, ids, stop)).Chunk(Written))
            {
                var (down, up) = await run.Write(db => StepAsync(db, run, moved, stop));
                run.Count("down", down);
                run.Count("up", up);
                stop.ThrowIfCancellationRequested();
            }
    }

    /// <summary>Whoever holds a grade that can fall, or facts that are not stale yet: the others stay D whatever the day.</summary>
    async Task<List<Guid>> ThatMayMoveAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        var oldest = run.Today.AddDays(-Math.Max(options.StaleA, Math.Max(options.StaleB, options.StaleC)));
        var holding = await db.Customers.Of(run.OrgId).Where(c => c.Grade == Grade.A || c.Grade == Grade.B || c.Grade == Grade.C).Select(c => c.Id).ToListAsync(stop);
        var fresh = await db.Facts.Of(run.OrgId).Where(f => f.SeenOn >= oldest).Select(f => f.CustomerId).Distinct().ToListAsync(stop);
        var freed = await db.Customers.Of(run.OrgId).Where(c => c.GradeHeldUntil < run.Today && c.GradeHeldUntil >= run.Today.AddDays(-7)).Select(c => c.Id).ToListAsync(stop); // a word's time is over
        return [.. holding.Union(fresh).Union(freed)];
    }

    /// <summary>Looked for outside the write: on most nights most customers stay what they are.</summary>
    async Task<List<Guid>> MovedAsync(JobRun run, Guid[] ids, CancellationToken stop)
    {
        await using var db = run.ForReading();
        var (customers, facts) = await ReadAsync(db, run, ids, stop);
        return [.. customers.Where(customer => !customer.Held(run.Today) && Grading.Of(facts[customer.Id].AsSeen(), run.Today, options) != customer.Grade).Select(customer => customer.Id)];
    }

    /// <summary>Asked again inside the write, since a visit may have ended meanwhile.</summary>
    async Task<(int Down, int Up)> StepAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var (down, up) = (0, 0);
        var (customers, facts) = await ReadAsync(db, run, ids, stop);
        foreach (var customer in customers)
        {
            var (was, now) = (customer.Grade, Grading.Of(facts[customer.Id].AsSeen(), run.Today, options));
            if (!Regrade.Take(db, customer, now, Reason(customer, now > was, run.Today), run.Today, byCalendar: true)) continue;
            if (now > was) down++;
            else up++;
        }
        return (down, up);
    }

    static string Reason(Customer customer, bool down, DateOnly today) =>
        customer.GradeHeldUntil is { } until && until >= today.AddDays(-7) ? "改的等级到期，回到规则" : down ? "太久没有新的进展" : "决定的日子近了";

    static async Task<(List<Customer>, ILookup<Guid, Fact>)> ReadAsync(Db db, JobRun run, Guid[] ids, CancellationToken stop)
    {
        var customers = await db.Customers.Of(run.OrgId).Where(c => ids.Contains(c.Id) && c.Grade != Grade.E).ToListAsync(stop);
        var facts = await db.Facts.Of(run.OrgId).Where(f => ids.Contains(f.CustomerId)).ToListAsync(stop);
        return (customers, facts.ToLookup(fact => fact.CustomerId));
    }
}
