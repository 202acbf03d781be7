using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Kit.Jobs;

/// <summary>Runs the jobs that are due, each in a loop of its own: a long night holds up no reminder.</summary>
sealed class JobLoop(IEnumerable<Job> jobs, LoadTenants tenants, Writer writer, DbFactory databases, TimeProvider time, ILogger<JobLoop> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(20), Keep = TimeSpan.FromDays(90);

    readonly Guid _server = Guid.CreateVersion7();
    readonly Dictionary<string, SemaphoreSlim> _oneAtATime = jobs.ToDictionary(job => job.Name, _ => new SemaphoreSlim(1), StringComparer.Ordinal);

    public IReadOnlyList<Job> Jobs { get; } = [.. jobs];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Jobs.Select(job => LoopAsync(job, stoppingToken)));

    async Task LoopAsync(Job job, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(job, stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(error, "The job {Job} could not be looked after; trying again", job.Name);
            }
            await Task.Delay(Look, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>For every organisation where its time has come.</summary>
    public async Task RunDueAsync(Job job, CancellationToken stop)
    {
        var states = await StatesAsync(job, stop);
        foreach (var tenant in await tenants(stop))
        {
            var now = time.GetUtcNow();
            var state = states.GetValueOrDefault(tenant.OrgId);
            if (job.When.Due(state?.DoneThrough ?? tenant.Since, now, tenant.Zone) is { } due && (state is null || state.HeldUntil <= now)) await RunAsync(job, tenant, due, stop);
        }
    }

    /// <summary>Now, whether due or not; null when another server has it in hand.</summary>
    public Task<JobReport?> RunNowAsync(Job job, Tenant tenant, CancellationToken stop) => RunAsync(job, tenant, time.GetUtcNow(), stop);

    async Task<Dictionary<Guid, JobState>> StatesAsync(Job job, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        return await db.Set<JobState>().Where(state => state.Name == job.Name).ToDictionaryAsync(state => state.OrgId, stop);
    }

    async Task<JobReport?> RunAsync(Job job, Tenant tenant, DateTimeOffset due, CancellationToken stop)
    {
        var one = _oneAtATime[job.Name];
        await one.WaitAsync(stop);
        try
        {
            var lease = new Lease(tenant.OrgId, job.Name, _server, time);
            if (!await writer.Run(tenant.OrgId, db => lease.TakeAsync(db, due, tenant.Since))) return null;
            return await RunLeasedAsync(job, tenant, due, lease, stop);
        }
        finally
        {
            one.Release();
        }
    }

    async Task<JobReport?> RunLeasedAsync(Job job, Tenant tenant, DateTimeOffset due, Lease lease, CancellationToken stop)
    {
        var (run, began) = (new JobRun(tenant, time.GetUtcNow(), lease, writer, databases), Stopwatch.GetTimestamp());
        Exception? failure = null;
        try
        {
            await job.RunAsync(run, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await writer.Run(tenant.OrgId, db => lease.GiveBackAsync(db, failed: false));
            throw;
        }
        catch (LeaseLost error)
        {
            log.LogWarning(error, "The job {Job} goes on elsewhere", job.Name);
            return null;
        }
        catch (Exception error)
        {
            log.LogError(error, "The job {Job} failed for {Organisation}", job.Name, tenant.OrgId);
            failure = error;
        }

        var report = ReportOf(job, due, run, Stopwatch.GetElapsedTime(began), failure);
        await writer.Run(tenant.OrgId, async db =>
        {
            if (failure is null) await lease.DoneAsync(db, due);
            else await lease.GiveBackAsync(db, failed: true);
            if (failure is not null || !run.DidNothing || job.When is AtNight) db.Add(report);
            var old = run.StartedAt - Keep;
            await db.Set<JobReport>().Of(tenant.OrgId).Where(r => r.Name == job.Name && r.StartedAt < old).ExecuteDeleteAsync();
        });
        return report;
    }

    static JobReport ReportOf(Job job, DateTimeOffset due, JobRun run, TimeSpan took, Exception? failure) => new()
    {
        OrgId = run.OrgId,
        Id = Guid.CreateVersion7(),
        Name = job.Name,
        DueAt = due,
        StartedAt = run.StartedAt,
        Milliseconds = (int)took.TotalMilliseconds,
        LongestWrite = (int)run.LongestWrite.TotalMilliseconds,
        Counts = run.Counts,
        Failure = failure is null ? null : $"{failure.GetType().Name}: {failure.Message}" is var said && said.Length > 500 ? said[..500] : said,
    };
}
