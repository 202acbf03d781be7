using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Jobs;

namespace Vesper.Customers.Imports;

/// <summary>
/// Runs and undoes imports, the oldest first. It is called as soon as somebody asks; the schedule is for a server that died in the middle. Files go a week after they came.
/// </summary>
sealed class ImportJob(ImportRun imports, ImportUndo undo, FileStore files, ImportOptions options) : Job(Key, Schedule.Every(TimeSpan.FromMinutes(1)))
{
    public const string Key = "imports";

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        while (await NextAsync(run, stop) is { } next)
        {
            await (next.State is ImportState.Running ? imports.RunAsync(run.OrgId, next.Id, run.Write, stop) : undo.RunAsync(run.OrgId, next.Id, run.Write, stop));
            run.Count(next.State is ImportState.Running ? "imported" : "undone", 1);
        }
        await ClearAsync(run, stop);
    }

    static async Task<CustomerImport?> NextAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        return await db.CustomerImports.Of(run.OrgId).Where(import => import.State == ImportState.Running || import.State == ImportState.Undoing).OrderBy(import => import.CreatedAt).FirstOrDefaultAsync(stop);
    }

    async Task ClearAsync(JobRun run, CancellationToken stop)
    {
        var old = run.StartedAt - options.FileKept;
        await using var db = run.ForReading();
        foreach (var file in await db.CustomerImports.Of(run.OrgId).Where(import => import.FileId != null && import.CreatedAt < old && import.State != ImportState.Running).Select(import => import.FileId!.Value).ToListAsync(stop))
        {
            files.Delete(run.OrgId, file);
            await run.Write(async lane =>
            {
                // With the file goes what was copied out of it.
                var import = await lane.CustomerImports.Of(run.OrgId).FirstAsync(one => one.FileId == file, stop);
                (import.FileId, import.Samples, import.Issues) = (null, [], [.. import.Issues.Select(issue => issue with { Value = "" })]);
            });
            run.Count("cleared", 1);
        }
    }
}
