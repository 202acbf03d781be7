using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>Runs the consumers: each event to each of them once, in the order of the log; with several servers the first one there acts.</summary>
sealed class ConsumerLoop(IEnumerable<Consumer> consumers, EventLog events, Committed committed, Writer writer, DbFactory databases, DbEngine engine, ILogger<ConsumerLoop> log)
    : BackgroundService
{
    readonly LiveBell _bell = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        committed.Happened += _ => _bell.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var consumer in consumers) await CatchUpAsync(consumer, stoppingToken);
                await _bell.WaitAsync(engine.Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "A consumer stands still; trying again");
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Reads on from the consumer's place until the log ends.</summary>
    public async Task CatchUpAsync(Consumer consumer, CancellationToken stop)
    {
        var place = await PlaceAsync(consumer.Name, stop);
        while (await events.AfterAsync(place, null, stop) is { Count: > 0 } page)
        {
            foreach (var happened in page.Where(happened => consumer.Types.Contains(happened.Type)))
            {
                if (!await ActAsync(consumer, place, happened)) return; // another server was first; read its place next time
                place = happened.Cursor;
            }
            place = page[^1].Cursor;
        }
    }

    async Task<Cursor> PlaceAsync(string name, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var place = await db.Set<ConsumerPlace>().FirstOrDefaultAsync(p => p.Name == name, stop);
        return place is null ? default : new(place.Tx, place.Seq);
    }

    Task<bool> ActAsync(Consumer consumer, Cursor seen, EventRow happened) => writer.Run(happened.OrgId, async db =>
    {
        var place = await db.Set<ConsumerPlace>().FirstOrDefaultAsync(p => p.Name == consumer.Name);
        if (place is null) db.Add(place = new() { Name = consumer.Name });
        if (new Cursor(place.Tx, place.Seq).CompareTo(happened.Cursor) >= 0) return false;
        (place.Tx, place.Seq) = (happened.Tx, happened.Seq);
        await consumer.ActAsync(db, happened);
        return true;
    });
}
