using System.Diagnostics;
using System.Text.Json;
using Vesper.Kit.Data;

namespace Vesper.Kit.Jobs;

/// <summary>One run of a job for one organisation: what it may use, and what it counted.</summary>
sealed class JobRun(Tenant tenant, DateTimeOffset startedAt, Lease lease, Writer writer, DbFactory databases)
{
    readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public Guid OrgId => tenant.OrgId;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>The day in the organisation's zone.</summary>
    public DateOnly Today => DayOf(startedAt);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, tenant.Zone).DateTime);

    public TimeSpan LongestWrite { get; private set; }

    public bool DidNothing => _counts.Values.All(count => count == 0);

    public string Counts => JsonSerializer.Serialize(_counts);

    public Db ForReading() => databases.ForReading();

    /// <summary>Adds to the report, after the write that did it.</summary>
    public void Count(string what, int more) => _counts[what] = _counts.GetValueOrDefault(what) + more;

    /// <summary>A batch. While it runs nobody else's write of a SQLite database goes on, so keep it well under a second: some hundred rows.</summary>
    /// <exception cref="LeaseLost">Another server has taken over; nothing was written.</exception>
    public async Task<T> Write<T>(Func<Db, Task<T>> batch)
    {
        var began = 0L;
        var answer = await writer.Run(OrgId, async db =>
        {
            began = Stopwatch.GetTimestamp();
            await lease.RenewAsync(db);
            return await batch(db);
        });
        if (Stopwatch.GetElapsedTime(began) is var took && took > LongestWrite) LongestWrite = took;
        return answer;
    }

    public Task Write(Func<Db, Task> batch) => Write(async db =>
    {
        await batch(db);
        return true;
    });

    /// <summary>The same batch again and again, until one finds nothing left; the report counts what they did.</summary>
    public async Task UntilDone(string what, Func<Db, Task<int>> batch, CancellationToken stop)
    {
        Count(what, 0);
        while (await Write(batch) is var done and > 0)
        {
            Count(what, done);
            stop.ThrowIfCancellationRequested();
        }
    }
}
