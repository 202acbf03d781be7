using Vesper.Kit.Live;

namespace Vesper.Kit.Data;

/// <summary>
/// The one door for writes. Work is handed to a lane which runs what has gathered in one transaction, a savepoint each, commits once and then answers:
/// an item that fails fails alone, nothing is answered before its commit, and an organisation's items keep their order.
/// Inside the work there is no I/O but the database. See docs/decisions/0002.
/// </summary>
sealed class Writer : IAsyncDisposable
{
    static readonly AsyncLocal<bool> Inside = new();

    readonly WriterLane[] _lanes;

    public Writer(DbFactory databases, DbEngine engine, Committed committed, TimeProvider time, ILogger<Writer> log) =>
        _lanes = [.. Enumerable.Range(0, engine.Lanes).Select(_ => new WriterLane(databases, engine, committed, time, log))];

    /// <summary>Runs the work for an organisation and answers after its commit. A refusal or any other exception rolls back this work only.</summary>
    public async Task<T> Run<T>(Guid orgId, Func<Db, Task<T>> work)
    {
        if (Inside.Value) throw new InvalidOperationException("A write inside a write would wait for itself.");

        var item = new WriteItem<T>(orgId, async db =>
        {
            Inside.Value = true;
            return await work(db);
        });
        _lanes[(uint)orgId.GetHashCode() % (uint)_lanes.Length].Enqueue(item);
        return await item.Answer;
    }

    public Task Run(Guid orgId, Func<Db, Task> work) => Run(orgId, async db =>
    {
        await work(db);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes) await lane.DisposeAsync();
    }
}

/// <summary>One piece of work on its way through a lane.</summary>
abstract class WriteItem(Guid orgId)
{
    public Guid OrgId => orgId;

    /// <summary>Set when the work itself failed and was rolled back alone.</summary>
    public Exception? Failure { get; set; }

    public abstract Task RunAsync(Db db);

    /// <summary>Answers the caller: after the commit with the result, or with what went wrong.</summary>
    public abstract void Release(Exception? commitFailure);
}

sealed class WriteItem<T>(Guid orgId, Func<Db, Task<T>> work) : WriteItem(orgId)
{
    readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override async Task RunAsync(Db db) => _result = await work(db);

    public override void Release(Exception? commitFailure)
    {
        if ((Failure ?? commitFailure) is { } error) _answer.SetException(error);
        else _answer.SetResult(_result);
    }
}
