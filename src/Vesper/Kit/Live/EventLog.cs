using Dapper;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>Reads the log in an order in which nothing can appear before what was read already.</summary>
sealed class EventLog(DbEngine engine)
{
    const int Page = 500;

    public async Task<Cursor> NowAsync(CancellationToken stop)
    {
        await using var connection = engine.Connect();
        await connection.OpenAsync(stop);
        return await engine.NowAsync(connection, stop);
    }

    /// <summary>At most 500 events after the cursor, of all organisations or of one.</summary>
    public async Task<IReadOnlyList<EventRow>> AfterAsync(Cursor cursor, Guid? orgId, CancellationToken stop)
    {
        await using var connection = engine.Connect();
        await connection.OpenAsync(stop);
        var sql = engine.EventsAfter(orgId is null ? "" : "and org_id = @orgId");
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Add("tx", cursor.Tx).Add("seq", cursor.Seq).Add("most", Page);
        if (orgId is { } org) command.Add("orgId", org);

        var events = new List<EventRow>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            events.Add(new EventRow
            {
                Tx = rows.GetInt64(0),
                Seq = rows.GetInt64(1),
                OrgId = rows.GetGuid(2),
                Topic = rows.GetString(3),
                Type = rows.GetString(4),
                Payload = rows.GetString(5),
                At = rows.GetFieldValue<DateTimeOffset>(6),
            });
        return events;
    }
}
