using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Kit.Jobs;

/// <summary>A server's hold on one job of one organisation, kept by conditional updates: of several that reach for it exactly one has it.</summary>
sealed class Lease(Guid orgId, string name, Guid holder, TimeProvider time)
{
    /// <summary>A server that says nothing for so long is taken for dead (D).</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>After a failure: 1 minute, then twice as long each time, an hour at most (D).</summary>
    public static TimeSpan Pause(int failures) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(failures, 10) - 1)));

    /// <summary>False: another has it, or it was done meanwhile.</summary>
    public async Task<bool> TakeAsync(Db db, DateTimeOffset due, DateTimeOffset since)
    {
        var now = time.GetUtcNow();
        // Both servers may find no row; the key lets one of them add it, and the other's write is tried again at its next look.
        if (!await Mine(db).AnyAsync()) db.Add(new JobState { OrgId = orgId, Name = name, DoneThrough = since, HeldUntil = since });
        await db.SaveChangesAsync();
        return await Mine(db).Where(state => state.DoneThrough < due && state.HeldUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldBy, holder).SetProperty(s => s.HeldUntil, now + Length)) == 1;
    }

    /// <summary>Renews it in the transaction of a write, so that a server which was taken for dead can change nothing any more.</summary>
    /// <exception cref="LeaseLost">Another server has taken over.</exception>
    public async Task RenewAsync(Db db)
    {
        var until = time.GetUtcNow() + Length;
        if (await Held(db).ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldUntil, until)) == 0) throw new LeaseLost(name);
    }

    public Task DoneAsync(Db db, DateTimeOffset due) => Held(db).ExecuteUpdateAsync(set => set
        .SetProperty(s => s.HeldBy, (Guid?)null).SetProperty(s => s.HeldUntil, due).SetProperty(s => s.DoneThrough, due).SetProperty(s => s.Failures, 0));

    /// <summary>Gives it back undone, for whoever comes next.</summary>
    public async Task GiveBackAsync(Db db, bool failed)
    {
        var now = time.GetUtcNow();
        var failures = failed ? await Held(db).Select(s => s.Failures).FirstOrDefaultAsync() + 1 : 0;
        var until = failed ? now + Pause(failures) : now;
        await Held(db).ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldBy, (Guid?)null).SetProperty(s => s.HeldUntil, until).SetProperty(s => s.Failures, failures));
    }

    IQueryable<JobState> Mine(Db db) => db.Set<JobState>().Where(state => state.OrgId == orgId && state.Name == name);

    IQueryable<JobState> Held(Db db) => Mine(db).Where(state => state.HeldBy == holder);
}

/// <summary>This server was silent too long and another runs the job now.</summary>
sealed class LeaseLost(string name) : Exception($"The job {name} was taken over by another server.");
