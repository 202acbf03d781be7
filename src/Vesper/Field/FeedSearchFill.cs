using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Field;

/// <summary>Gives lines that were loaded in bulk, past every event, their rows in the search index. Runs once after the start; finding nothing costs one look.</summary>
sealed class FeedSearchFill(DbFactory databases, Writer writer, ILogger<FeedSearchFill> log) : BackgroundService
{
    /// <summary>A look walks the whole feed, so it takes much; a write holds up others, so it does little.</summary>
    const int Looked = 20_000, Written = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var filled = await FillAsync(databases, writer, stoppingToken);
            if (filled > 0) log.LogInformation("{Count} lines of the feed were given to the search", filled);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The feed's search could not be filled; it is tried again at the next start");
        }
    }

    /// <summary>For loads that end in this process: call it when they are done.</summary>
    public static async Task<int> FillAsync(DbFactory databases, Writer writer, CancellationToken stop)
    {
        var filled = 0;
        while (await MissingAsync(databases, stop) is { Count: > 0 } missing)
        {
            foreach (var organisation in missing.GroupBy(line => line.OrgId, line => line.Id))
                foreach (var ids in organisation.Chunk(Written))
                    await writer.Run(organisation.Key, async db =>
                    {
                        foreach (var id in ids) await FeedSearch.IndexAsync(db, organisation.Key, id);
                    });
            filled += missing.Count;
        }
        return filled;
    }

    // Oldest first, so that the newest is found first.
    static async Task<List<Line>> MissingAsync(DbFactory databases, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        return await db.FeedItems
            .Where(item => item.WithdrawnAt == null && !db.Set<SearchRow>().Any(row => row.OrgId == item.OrgId && row.Kind == FeedSearch.Kind && row.SubjectId == item.Id))
            .OrderBy(item => item.At).Take(Looked).Select(item => new Line(item.OrgId, item.Id)).ToListAsync(stop);
    }

    sealed record Line(Guid OrgId, Guid Id);
}
