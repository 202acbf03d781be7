using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;

namespace Vesper.Customers.Pool;

/// <summary>
/// Every night the clocks are read anew: whoever's has run out goes back to the pool, whoever's comes near its end is told to her owner 7, 3 and 1 days before. An owner's
/// customers are one write, so she hears of them in one line.
/// </summary>
sealed class PoolJob(FieldOptions field) : Job("pool", Schedule.Nightly(new(3, 20)))
{
    const int Looked = 500, Written = 200;

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        foreach (var what in (string[])["kept", "reminded", "released"]) run.Count(what, 0);
        var (terms, owned) = await OwnedAsync(run, stop);
        foreach (var some in owned.OrderBy(one => one.Owner).Chunk(Looked))
            foreach (var hers in (await DueAsync(some.Select(one => one.Id).ToList())).GroupBy(one => one.Customer.OwnerId))
                foreach (var ids in hers.Select(one => one.Customer.Id).Chunk(Written))
                {
                    var (kept, reminded, released) = await run.Write(db => StepAsync(db, run, terms, ids));
                    run.Count("kept", kept);
                    run.Count("reminded", reminded);
                    run.Count("released", released);
                    stop.ThrowIfCancellationRequested();
                }

        // Looked for outside the write: on most nights most clocks only go on.
        async Task<List<Clocked>> DueAsync(List<Guid> ids)
        {
            await using var db = run.ForReading();
            return [.. (await new PoolClock(db, run.OrgId, run.Today, terms, field).OfAsync(ids, stop)).Where(one => IsDue(one, run.Today))];
        }
    }

    static async Task<(PoolTerms, List<(Guid Id, Guid Owner)>)> OwnedAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        var terms = await PoolTerms.OfAsync(db, run.OrgId, stop);
        if (terms.Off) return (terms, []);
        var rows = await db.Customers.Of(run.OrgId).Where(c => c.OwnerId != null).Select(c => new { c.Id, Owner = c.OwnerId!.Value }).ToListAsync(stop);
        return (terms, rows.ConvertAll(row => (row.Id, row.Owner)));
    }

    static bool IsDue(Clocked one, DateOnly today) =>
        one.Now is { } now ? one.Row is null || one.Row.Until != now.Until || now.Until < today || Reminder(one, today) is not null : one.Row is not null;

    static int? Reminder(Clocked one, DateOnly today) =>
        one.Now is { } now && Protection.ReminderAt(now.Until.DayNumber - today.DayNumber) is { } days && (one.Row?.Until != now.Until || one.Row.Reminded is not { } told || told > days) ? days : null;

    /// <summary>Asked again inside the write, since a visit may have ended meanwhile.</summary>
    async Task<(int Kept, int Reminded, int Released)> StepAsync(Db db, JobRun run, PoolTerms terms, Guid[] ids)
    {
        var (kept, reminded, released) = (0, new List<Customer>(), new List<Customer>());
        Guid owner = default;
        foreach (var one in await new PoolClock(db, run.OrgId, run.Today, terms, field).OfAsync(ids))
        {
            owner = one.Customer.OwnerId!.Value;
            if (one.Now is { } now && now.Until < run.Today)
            {
                await PoolKeeping.ReleaseAsync(db, one, run.Today, run.StartedAt);
                released.Add(one.Customer);
                continue;
            }
            var reminder = Reminder(one, run.Today);
            if (PoolKeeping.Keep(db, one)) kept++;
            if (reminder is null) continue;
            (one.Row ?? db.PoolClocks.Local.First(row => row.Id == one.Customer.Id)).Reminded = reminder;
            reminded.Add(one.Customer);
        }
        Tell("pool-soon", "/pool/leaving", reminded);
        Tell("pool-released", "/pool/moves", released);
        return (kept, reminded.Count, released.Count);

        void Tell(string kind, string link, List<Customer> customers)
        {
            if (customers.Count > 0) db.Notify(owner, kind, link, ("customer", customers[0].ShortName), ("count", customers.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
