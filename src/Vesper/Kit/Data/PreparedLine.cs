using System.Data.Common;

namespace Vesper.Kit.Data;

/// <summary>
/// A connection that keeps the statements it has run: each text is parsed and planned once. For the few paths where EF is too much; parameters are @p0, @p1 … and never null.
/// Within a write the line is the lane's own, so that it sees what the write has saved so far.
/// </summary>
sealed class PreparedLine(DbConnection connection, DbEngine engine) : IAsyncDisposable
{
    // A text carries the number of its teams; far more than ever are in use, and a bound all the same.
    const int Most = 200;

    readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>The transaction of the lane; null on a line that only reads.</summary>
    public DbTransaction? Transaction { get; set; }

    public async Task<List<T>> ListAsync<T>(string sql, Func<DbRow, T> read, CancellationToken stop, params object[] values)
    {
        var list = new List<T>();
        await using var rows = await CommandOf(sql, values).ExecuteReaderAsync(stop);
        var row = new DbRow(rows, engine);
        while (await rows.ReadAsync(stop)) list.Add(read(row));
        return list;
    }

    public Task<int> RunAsync(string sql, params object[] values) => CommandOf(sql, values).ExecuteNonQueryAsync();

    public async Task<T?> FirstAsync<T>(string sql, Func<DbRow, T> read, CancellationToken stop, params object[] values) where T : class
    {
        await using var rows = await CommandOf(sql, values).ExecuteReaderAsync(stop);
        return await rows.ReadAsync(stop) ? read(new DbRow(rows, engine)) : null;
    }

    /// <summary>@p1, @p2 … for a list of this length, always the same, so that its statement is one and not as many as there are lengths.</summary>
    public static string Places(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => $"@p{i}"));

    /// <summary>The ids for those places: the last one stands in for those that are missing.</summary>
    public static IEnumerable<object> Padded(IReadOnlyList<Guid> ids, int count) => Enumerable.Range(0, count).Select(i => (object)ids[Math.Min(i, ids.Count - 1)]);

    DbCommand CommandOf(string sql, object[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= Most) Forget();
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Add($"@p{i}", engine.Write(values[i]));
            _commands[sql] = command;
            command.Transaction = Transaction;
            command.Prepare();
            return command;
        }
        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = engine.Write(values[i]);
        return command;
    }

    void Forget()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }
}

/// <summary>One row by position, in the types both engines mean.</summary>
readonly struct DbRow(DbDataReader row, DbEngine engine)
{
    public Guid Id(int i) => row.GetGuid(i);

    public Guid? MaybeId(int i) => row.IsDBNull(i) ? null : row.GetGuid(i);

    public string Text(int i) => row.GetString(i);

    public string TextOr(int i, string none = "") => row.IsDBNull(i) ? none : row.GetString(i);

    public int Number(int i) => row.GetInt32(i);

    public int? MaybeNumber(int i) => row.IsDBNull(i) ? null : row.GetInt32(i);

    public long Long(int i) => row.GetInt64(i);

    public long? MaybeLong(int i) => row.IsDBNull(i) ? null : row.GetInt64(i);

    public double? MaybeDouble(int i) => row.IsDBNull(i) ? null : row.GetDouble(i);

    public bool Flag(int i) => row.GetBoolean(i);

    public bool? MaybeFlag(int i) => row.IsDBNull(i) ? null : row.GetBoolean(i);

    public DateOnly Day(int i) => row.GetFieldValue<DateOnly>(i);

    public DateOnly? MaybeDay(int i) => row.IsDBNull(i) ? null : row.GetFieldValue<DateOnly>(i);

    public DateTimeOffset Instant(int i) => engine.Instant(row, i);

    public DateTimeOffset? MaybeInstant(int i) => row.IsDBNull(i) ? null : engine.Instant(row, i);

    public T Word<T>(int i) where T : struct, Enum => Words<T>.Of(row.GetString(i));

    public T? MaybeWord<T>(int i) where T : struct, Enum => row.IsDBNull(i) ? null : Words<T>.Of(row.GetString(i));

    static class Words<T> where T : struct, Enum
    {
        static readonly Dictionary<string, T> Known = Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.Ordinal);

        public static T Of(string name) => Known[name];
    }
}
