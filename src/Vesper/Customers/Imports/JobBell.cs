using Vesper.Kit.Access;
using Vesper.Kit.Jobs;

namespace Vesper.Customers.Imports;

/// <summary>Calls a job at once, without waiting for it.</summary>
sealed class JobBell(JobLoop loop, LoadTenants tenants, IHostApplicationLifetime life, ILogger<JobBell> log)
{
    public void Ring(Me me, string key) => _ = Task.Run(async () =>
    {
        try
        {
            var tenant = (await tenants(life.ApplicationStopping)).Single(one => one.OrgId == me.OrgId);
            await loop.RunNowAsync(loop.Jobs.Single(job => job.Name == key), tenant, life.ApplicationStopping);
        }
        catch (Exception error) when (!life.ApplicationStopping.IsCancellationRequested)
        {
            log.LogWarning(error, "The job {Job} could not begin at once; the schedule takes it up", key);
        }
        catch (OperationCanceledException)
        {
            // The server stops; the next one goes on.
        }
    });
}
