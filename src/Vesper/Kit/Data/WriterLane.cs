using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Kit.Data;

/// <summary>One writer with its own connection. A batch is what has gathered, at most 64 items or 2 ms of work.</summary>
sealed class WriterLane : IAsyncDisposable
{
    const int Most = 64;
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(2);

    readonly Channel<WriteItem> _queue = Channel.CreateUnbounded<WriteItem>(new() { SingleReader = true });
    readonly DbFactory _databases;
    readonly DbEngine _engine;
    readonly Committed _committed;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly Task _running;
    DbConnection? _connection;
    Db? _db;
    Inserts? _inserts;

    public WriterLane(DbFactory databases, DbEngine engine, Committed committed, TimeProvider time, ILogger log)
    {
        (_databases, _engine, _committed, _time, _log) = (databases, engine, committed, time, log);
        _running = Task.Run(RunAsync);
    }

    public void Enqueue(WriteItem item)
    {
        if (!_queue.Writer.TryWrite(item)) throw new Unavailable("The server is stopping.");
    }

    async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync()) await RunBatchAsync();
    }

    async Task RunBatchAsync()
    {
        var batch = new List<WriteItem>();
        var told = new List<EventRow>();
        Exception? failure = null;
        try
        {
            _connection ??= await OpenAsync();
            await using var transaction = await _connection.BeginTransactionAsync();
            var db = _db ??= _databases.ForWriting(_connection, _time);
            _inserts ??= _engine.RowByRow ? new(_connection) : null;
            await db.Database.UseTransactionAsync(transaction);
            db.Line!.Transaction = transaction;

            for (var started = Stopwatch.GetTimestamp(); batch.Count < Most && Stopwatch.GetElapsedTime(started) < Longest && _queue.Reader.TryRead(out var item);)
            {
                batch.Add(item);
                await RunItemAsync(db, transaction, item, told);
            }

            if (told.Count > 0) await _engine.RingAsync(_connection, default);
            await transaction.CommitAsync();
            await db.Database.UseTransactionAsync(null);
        }
        catch (Exception error)
        {
            failure = _engine.IsOutage(error) ? new Unavailable("The database does not answer.", error) : error;
            _log.LogError(error, "A batch of {Count} writes was lost before its commit", batch.Count);
            await CloseAsync();
            if (batch.Count == 0 && _queue.Reader.TryRead(out var waiting)) batch.Add(waiting); // no connection: answer, do not spin
        }

        if (failure is null && told.Count > 0) _committed.Tell(told);
        foreach (var item in batch) item.Release(failure);
    }

    async Task RunItemAsync(Db db, DbTransaction transaction, WriteItem item, List<EventRow> told)
    {
        await db.Line!.RunAsync("savepoint item");
        try
        {
            db.WritesFor = item.OrgId;
            await item.RunAsync(db);
            if (_inserts is null || !await _inserts.SaveAsync(db, transaction)) await db.SaveChangesAsync();
            told.AddRange(db.Told);
            await db.Line!.RunAsync("release savepoint item");
        }
        catch (Exception error) when (_connection?.State == System.Data.ConnectionState.Open && !_engine.IsOutage(error))
        {
            item.Failure = error;
            await transaction.TakeBackAsync("item");
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.Told.Clear();
            db.Appended.Clear();
        }
    }

    async Task<DbConnection> OpenAsync()
    {
        var connection = _engine.Connect();
        try
        {
            await connection.OpenAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    async Task CloseAsync()
    {
        if (_inserts is not null) await _inserts.DisposeAsync();
        if (_db is not null)
        {
            await _db.Line!.DisposeAsync();
            await _db.DisposeAsync();
        }
        (_db, _inserts) = (null, null);
        if (_connection is null) return;
        await _connection.DisposeAsync();
        _connection = null;
    }

    /// <summary>Finishes what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
        await CloseAsync();
    }
}
