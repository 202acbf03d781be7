using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Kit.Jobs;

/// <summary>What the jobs did for this organisation, newest first.</summary>
static class JobEndpoints
{
    const int Latest = 30;

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListJobs).WithName("listJobs").WithTags("Jobs").RequireAdminOr().WithSummary("Every job with its reports, newest first.");
        api.MapGet("/set-aside", ListSetAside).WithName("listSetAside").WithTags("Jobs").RequireAdminOr().WithSummary("Events that could not be acted on; they are tried again when the server starts.");
    }

    static async Task<Ok<List<SetAsideView>>> ListSetAside(Me me, Db db, CancellationToken stop) => TypedResults.Ok(await db.Set<SetAside>().Of(me)
        .OrderByDescending(row => row.SetAsideAt).Take(Latest).Select(row => new SetAsideView(row.Id, row.Consumer, row.Type, row.At, row.SetAsideAt, row.Failure)).ToListAsync(stop));

    static async Task<Ok<List<JobView>>> ListJobs(Me me, Db db, JobLoop loop, TimeProvider time, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var states = await db.Set<JobState>().Where(state => state.OrgId == me.OrgId).ToDictionaryAsync(state => state.Name, stop);
        var views = new List<JobView>();
        foreach (var job in loop.Jobs.OrderBy(job => job.Name, StringComparer.Ordinal))
        {
            var reports = await db.Set<JobReport>().Of(me).Where(r => r.Name == job.Name).OrderByDescending(r => r.StartedAt).Take(Latest).ToListAsync(stop);
            var state = states.GetValueOrDefault(job.Name);
            views.Add(new(job.Name, (job.When as Repeated)?.Span.TotalMinutes, (job.When as AtNight)?.At, state?.DoneThrough,
                state is { HeldBy: not null } && state.HeldUntil > now, [.. reports.Select(JobReportView.Of)]));
        }
        return TypedResults.Ok(views);
    }
}

/// <summary>Runs every so many minutes, or nightly at a time of the organisation's zone. DoneThrough: the newest due time that was done.</summary>
sealed record JobView(string Name, double? EveryMinutes, TimeOnly? NightlyAt, DateTimeOffset? DoneThrough, bool Running, IReadOnlyList<JobReportView> Reports);

/// <summary>Times in milliseconds; LongestWrite is how long others had to wait at most.</summary>
sealed record JobReportView(DateTimeOffset DueAt, DateTimeOffset StartedAt, int Milliseconds, int LongestWrite, IReadOnlyDictionary<string, int> Counts, string? Failure)
{
    public static JobReportView Of(JobReport report) => new(
        report.DueAt, report.StartedAt, report.Milliseconds, report.LongestWrite, JsonSerializer.Deserialize<Dictionary<string, int>>(report.Counts)!, report.Failure);
}

/// <summary>What happened and which part of the server could not act on it. Its content is not shown: the admin answers for the server, not for what people wrote.</summary>
sealed record SetAsideView(Guid Id, string Consumer, string Type, DateTimeOffset At, DateTimeOffset SetAsideAt, string Failure);
