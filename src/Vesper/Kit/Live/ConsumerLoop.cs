using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>
/// Runs the consumers: each event to each of them once, in the order of the log; with several servers the first one there acts. One reading of the log serves them
/// all, and what nobody acts on, which is most of it, is passed over once. What lies side by side goes in one write, as far as that takes no longer than a moment.
/// </summary>
sealed class ConsumerLoop(
    IEnumerable<Consumer> consumers, EventLog events, Committed committed, Writer writer, DbFactory databases, DbEngine engine, TimeProvider time, ILogger<ConsumerLoop> log) : BackgroundService
{
    /// <summary>So often a consumer may fail at one event before it is set aside: a defect shall cost one event, not all that follow.</summary>
    const int Tries = 5;

    /// <summary>Events passed over before the place is written down: so many are read once more when the server starts.</summary>
    const int Unwritten = 1_000;
    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <summary>Events one consumer is given before the next has its turn, and how long one write of them may hold up the others' writes.</summary>
    const int Window = 64;
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(3);

    readonly LiveBell _bell = new();
    readonly List<Reader> _readers = [.. consumers.Select(consumer => new Reader(consumer))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        committed.Happened += told =>
        {
            if (told.Any(happened => _readers.Exists(reader => reader.Consumer.Types.Contains(happened.Type)))) _bell.Ring();
        };
        var tried = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!tried) await TryAgainAsync(stoppingToken);
                tried = true;
                if (await CatchUpAsync(stoppingToken)) await _bell.WaitAsync(engine.Patience, stoppingToken);
                else await Task.Delay(Again, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "The consumers cannot read the log; trying again");
                await Task.Delay(Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Reads on from the place that lies furthest back until the log ends. One that fails holds back nobody else and begins again where it stands.</summary>
    /// <returns>False when one failed.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken stop)
    {
        foreach (var reader in _readers) reader.At ??= await PlaceAsync(reader.Consumer, stop);
        var (from, going) = (_readers.Min(reader => reader.At!.Value), _readers.ToList());
        while (await events.AfterAsync(from, null, stop) is { Count: > 0 } page)
        {
            foreach (var window in page.Chunk(Window))
                foreach (var reader in going.ToList())
                    if (!await ActAsync(reader, window, stop)) going.Remove(reader);
            from = page[^1].Cursor;
            going.ForEach(reader => reader.Pass(from, page.Count));
        }
        foreach (var reader in _readers.Where(reader => reader.Unwritten > Unwritten)) await WriteDownAsync(reader);
        return going.Count == _readers.Count;
    }

    async Task<bool> ActAsync(Reader reader, EventRow[] window, CancellationToken stop)
    {
        var alone = false;
        while (window.Where(reader.Wants).ToList() is { Count: > 0 } wanted)
        {
            var some = wanted.TakeWhile(happened => happened.OrgId == wanted[0].OrgId).ToList();
            if (!alone && some.Count > 1 && await TogetherAsync(reader, some, stop)) continue;
            alone |= some.Count > 1;
            if (!await ActAsync(reader, wanted[0], stop)) return false;
        }
        return true;
    }

    /// <summary>Several events of one organisation in one write; each finds what the ones before it left, as if it were alone.</summary>
    /// <returns>False when one of them failed: then none was acted on, and one by one it will show which.</returns>
    async Task<bool> TogetherAsync(Reader reader, List<EventRow> some, CancellationToken stop)
    {
        try
        {
            var done = await writer.Run(some[0].OrgId, async db =>
            {
                if (!await MoveAsync(db, reader.Consumer, some[0].Cursor)) return 0;
                var (acted, started) = (0, Stopwatch.GetTimestamp());
                do
                {
                    if (acted > 0) await db.SettleAsync();
                    await reader.Consumer.ActAsync(db, some[acted]);
                }
                while (++acted < some.Count && Stopwatch.GetElapsedTime(started) < Moment);
                if (acted > 1) await MoveAsync(db, reader.Consumer, some[acted - 1].Cursor);
                return acted;
            });
            if (done > 0) reader.Wrote(some[done - 1].Cursor);
            else reader.At = await PlaceAsync(reader.Consumer, stop);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return false;
        }
    }

    async Task<bool> ActAsync(Reader reader, EventRow happened, CancellationToken stop)
    {
        try
        {
            var first = await writer.Run(happened.OrgId, async db =>
            {
                if (!await MoveAsync(db, reader.Consumer, happened.Cursor)) return false;
                await reader.Consumer.ActAsync(db, happened);
                return true;
            });
            if (first) reader.Wrote(happened.Cursor);
            else reader.At = await PlaceAsync(reader.Consumer, stop);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (stop.IsCancellationRequested) return false;
            log.LogError(error, "The consumer {Name} stands still at {Type} {Cursor}; trying again", reader.Consumer.Name, happened.Type, happened.Cursor);
            return !IsOutage(error) && ++reader.Failures >= Tries && await SetAsideAsync(reader, happened, error);
        }
    }

    // A database that is away is nobody's defect; nothing could be set aside in it either.
    bool IsOutage(Exception error) => engine.IsOutage(error) || (error.InnerException is { } inner && IsOutage(inner));

    async Task<bool> SetAsideAsync(Reader reader, EventRow happened, Exception error)
    {
        await writer.Run(happened.OrgId, async db =>
        {
            if (await MoveAsync(db, reader.Consumer, happened.Cursor)) db.Add(SetAside.Of(reader.Consumer, happened, error, time.GetUtcNow()));
        });
        log.LogError("The consumer {Name} has set {Type} {Cursor} aside after {Tries} tries and goes on", reader.Consumer.Name, happened.Type, happened.Cursor, Tries);
        reader.Wrote(happened.Cursor);
        return true;
    }

    /// <summary>Once at the start: a newer version may be able to do what an older one was not. Whoever takes the row away acts, so of two servers one does.</summary>
    /// <returns>How many came right.</returns>
    public async Task<int> TryAgainAsync(CancellationToken stop)
    {
        var done = 0;
        await using var reading = databases.ForReading();
        foreach (var row in await reading.Set<SetAside>().OrderBy(row => row.Tx).ThenBy(row => row.Seq).Take(1_000).ToListAsync(stop))
        {
            if (_readers.Find(reader => reader.Consumer.Name == row.Consumer)?.Consumer is not { } consumer) continue;
            try
            {
                done += await writer.Run(row.OrgId, async db =>
                {
                    if (await db.Set<SetAside>().Where(one => one.OrgId == row.OrgId && one.Id == row.Id).ExecuteDeleteAsync() == 0) return 0;
                    await consumer.ActAsync(db, row.Happened);
                    return 1;
                });
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "The consumer {Name} still cannot act on {Type} {Tx}.{Seq}; it stays aside", row.Consumer, row.Type, row.Tx, row.Seq);
            }
        }
        return done;
    }

    Task WriteDownAsync(Reader reader) => writer.Run(Guid.Empty, async db =>
    {
        await MoveAsync(db, reader.Consumer, reader.At!.Value);
        reader.Wrote(reader.At.Value);
    });

    /// <summary>Only ever forward, and locked by it until the commit: of two servers at the same event one moves the place.</summary>
    static async Task<bool> MoveAsync(Db db, Consumer consumer, Cursor to) => await db.Line!.RunAsync(
        "update consumers set tx = @p1, seq = @p2 where name = @p0 and (tx < @p1 or (tx = @p1 and seq < @p2))", consumer.Name, to.Tx, to.Seq) == 1;

    async Task<Cursor> PlaceAsync(Consumer consumer, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        if (await db.Set<ConsumerPlace>().FirstOrDefaultAsync(place => place.Name == consumer.Name, stop) is { } place) return new(place.Tx, place.Seq);
        await writer.Run(Guid.Empty, db => db.Database.ExecuteSqlAsync($"insert into consumers (name, tx, seq) values ({consumer.Name}, 0, 0) on conflict do nothing"));
        return default;
    }

    sealed class Reader(Consumer consumer)
    {
        public Consumer Consumer => consumer;

        /// <summary>Everything up to here is done; what is written down may lie before it.</summary>
        public Cursor? At { get; set; }

        public int Unwritten { get; private set; }

        /// <summary>In a row, at the event it stands before.</summary>
        public int Failures { get; set; }

        public bool Wants(EventRow happened) => consumer.Types.Contains(happened.Type) && happened.Cursor.CompareTo(At!.Value) > 0;

        public void Pass(Cursor to, int events)
        {
            if (to.CompareTo(At!.Value) <= 0) return;
            (At, Unwritten) = (to, Unwritten + events);
        }

        public void Wrote(Cursor to) => (At, Unwritten, Failures) = (to, 0, 0);
    }
}
