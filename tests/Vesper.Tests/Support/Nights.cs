using Microsoft.Extensions.DependencyInjection;
using Vesper.Kit.Jobs;

namespace Vesper.Tests.Support;

/// <summary>What happens while nobody asks.</summary>
static class Nights
{
    /// <summary>Runs a job for the team's organisation at once, due or not.</summary>
    public static async Task<JobReport> RunNow(this Team team, string job)
    {
        var loop = team.Server.Services.GetRequiredService<JobLoop>();
        var tenant = (await team.Server.Services.GetRequiredService<LoadTenants>()(default)).Single(tenant => tenant.OrgId == team.OrgId);
        return (await loop.RunNowAsync(loop.Jobs.Single(one => one.Name == job), tenant, default)).ShouldNotBeNull();
    }
}
