using Vesper.Kit.Jobs;

namespace Vesper.Ops;

/// <summary>Tonight's work now, for whoever keeps the server: after a restore, or to see what it does.</summary>
sealed class Nightly(JobLoop loop, LoadTenants tenants)
{
    /// <summary>0: all of it done. 1: something failed, or another server has it in hand.</summary>
    public async Task<int> RunAsync(TextWriter say)
    {
        var wrong = 0;
        foreach (var tenant in await tenants(default))
            foreach (var job in loop.Jobs.Where(job => job.When is AtNight))
            {
                var report = await loop.RunNowAsync(job, tenant, default);
                if (report is null or { Failure: not null }) wrong++;
                await say.WriteLineAsync($"{tenant.OrgId} {job.Name}: {Words(report)}");
            }
        return wrong == 0 ? 0 : 1;
    }

    static string Words(JobReport? report) => report switch
    {
        null => "another server has it in hand",
        { Failure: { } failure } => $"failed after {report.Counts}: {failure}",
        _ => $"{report.Counts} in {report.Milliseconds} ms, longest write {report.LongestWrite} ms",
    };
}
