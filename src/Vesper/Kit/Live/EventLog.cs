using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>Reads the log in an order in which nothing can appear before what was read already.</summary>
sealed class EventLog(DbEngine engine, Prepared lines)
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
        var sql = engine.EventsAfter(orgId is null ? "" : "and org_id = @p3");
        object[] values = orgId is { } org ? [cursor.Tx, cursor.Seq, Page, org] : [cursor.Tx, cursor.Seq, Page];
        return await lines.ReadAsync(line => line.ListAsync(sql, Row, stop, values), stop);
    }

    static EventRow Row(DbRow row) => new()
    {
        Tx = row.Long(0), Seq = row.Long(1), OrgId = row.Id(2), Topic = row.Text(3), Type = row.Text(4), Payload = row.Text(5), At = row.Instant(6),
    };
}
