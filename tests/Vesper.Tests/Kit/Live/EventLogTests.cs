using Dapper;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Live;

public sealed class EventLogTests
{
    /// <summary>PostgreSQL gives sequence numbers before commit: the second number may be seen before the first. No event may be lost by that.</summary>
    [EachEngine]
    public async Task Two_transactions_that_commit_out_of_order_are_both_delivered(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();
        if (engine == Engine.Sqlite) // one writer: a second transaction cannot even begin
        {
            await InsertAsync(database, "slow");
            await InsertAsync(database, "quick");
            (await ReadAsync(database, default, atLeast: 2)).Select(e => e.Type).ShouldBe(["slow", "quick"]);
            return;
        }

        await using var slow = database.Engine.Connect();
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await slow.ExecuteAsync(Insert, Row(database, "slow"), transaction); // has the smaller number …
        await InsertAsync(database, "quick"); // … and this one commits first

        var before = await ReadAsync(database, default, atLeast: 0);
        await transaction.CommitAsync();
        var after = await ReadAsync(database, before.Count == 0 ? default : before[^1].Cursor, atLeast: 2 - before.Count);

        before.Concat(after).Select(e => e.Type).ShouldBe(["slow", "quick"], ignoreOrder: true);
    }

    [EachEngine]
    public async Task A_reader_beside_eight_writers_misses_nothing_and_sees_nothing_twice(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await InsertAsync(database, $"{writer}.{i}");
        })));

        var seen = await ReadAsync(database, default, atLeast: 320);

        await writing;
        seen.Select(e => e.Type).ShouldBe(from writer in Enumerable.Range(0, 8) from i in Enumerable.Range(0, 40) select $"{writer}.{i}", ignoreOrder: true);
        (await ReadAsync(database, seen[^1].Cursor, atLeast: 0)).ShouldBeEmpty();
    }

    const string Insert = "insert into events (org_id, topic, type, payload, at) values (@org, 'org', @type, '{}', @at)";

    static object Row(EmptyDatabase database, string type) => new { org = Org, type, at = database.Engine.Write(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero)) };

    static readonly Guid Org = Guid.CreateVersion7();

    static async Task InsertAsync(EmptyDatabase database, string type)
    {
        await using var connection = database.Engine.Connect();
        await connection.OpenAsync();
        await connection.ExecuteAsync(Insert, Row(database, type));
    }

    /// <summary>Reads on until so many are there, for ten seconds at most: an open transaction of any database on the server holds the line back.</summary>
    static async Task<List<EventRow>> ReadAsync(EmptyDatabase database, Cursor cursor, int atLeast)
    {
        await using var lines = new Prepared(database.Engine);
        var log = new EventLog(database.Engine, lines);
        var seen = new List<EventRow>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            seen.AddRange(await log.AfterAsync(seen.Count == 0 ? cursor : seen[^1].Cursor, null, default));
            if (seen.Count >= atLeast || patience.IsCancellationRequested) return seen;
            await Task.Delay(5);
        }
    }
}
