using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Live;
using Vesper.Kit.Text;

namespace Vesper.Kit.Data;

/// <summary>The default: one file, one writer, many readers (WAL), durable at every commit (synchronous=FULL).</summary>
sealed class SqliteEngine(string file) : DbEngine
{
    static readonly Pragmas OnOpen = new();

    readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 }.ToString();

    public string File => file;
    public override string Name => "sqlite";
    public override int Lanes => 1;
    public override bool RowByRow => true;
    public override TimeSpan Patience => TimeSpan.FromSeconds(10);
    public override Type InstantConverter => typeof(InstantAsText);

    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Open) Pragmas.Set(connection);
        };
        return connection;
    }

    public override object Write(object value) => value switch
    {
        DateTimeOffset instant => InstantAsText.Write(instant),
        Enum word => word.ToString(),
        _ => value,
    };

    public override DateTimeOffset Instant(DbDataReader row, int column) => InstantAsText.Read(row.GetString(column));

    public override DbConnection ConnectForUpgrade() => new SqliteConnection(
        new SqliteConnectionStringBuilder(_connection) { ForeignKeys = false, Pooling = false }.ToString());

    public override void Use(DbContextOptionsBuilder options, DbConnection? connection = null)
    {
        options.AddInterceptors(OnOpen);
        if (connection is null) options.UseSqlite(_connection);
        else options.UseSqlite(connection);
    }

    public override void Shape(ModelBuilder model) => model.Entity<EventRow>().Property(e => e.Tx).HasDefaultValueSql("0");

    public override string UpgradeLock => "select 1"; // BEGIN IMMEDIATE is the lock
    public override string UpgradeCheck => "select \"table\" || ' → ' || parent from pragma_foreign_key_check limit 1";
    public override string TableExists => "select count(*) from sqlite_master where type = 'table' and name = @name";

    public override string EventsAfter(string where = "") =>
        $"select tx, seq, org_id, topic, type, payload, at from events where seq > @p1 {where} order by seq limit @p2";

    public override async Task<Cursor> NowAsync(DbConnection connection, CancellationToken stop) =>
        new(0, await connection.ExecuteScalarAsync<long>(new CommandDefinition("select coalesce(max(seq), 0) from events", cancellationToken: stop)));

    // The full-text index comes first and is read backwards: the join must not be turned round.
    public override string Search =>
        """
        select r.seq as "Seq", r.subject_id as "SubjectId" from search_fts f cross join search_rows r on r.seq = f.rowid
        where f.words match {2} and f.rowid < {3} and r.org_id = {0} and r.kind = {1} order by f.rowid desc limit {4}
        """;

    public override string SearchFor(IReadOnlyList<string> scopes, IReadOnlyList<SearchTerm> terms) =>
        string.Join(" AND ", terms.Select(term => Any(term.Words.Select(word => $"\"{word}\"{(term.Prefix ? "*" : "")}"))).Prepend(Any(scopes.Select(scope => $"\"{scope}\""))));

    static string Any(IEnumerable<string> words) => $"({string.Join(" OR ", words)})";

    // 5 busy · 6 locked: another process holds the file. 13 full and 10 I/O are told as they are.
    public override bool IsOutage(Exception error) => error is SqliteException { SqliteErrorCode: 5 or 6 };

    // A load touches every index; pages that fit are written once.
    public override async Task PrepareForLoadAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma cache_size = -131072";
        await command.ExecuteNonQueryAsync();
    }

    public override async Task InsertAsync(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++) command.Add($"@p{i}", null);
        await command.PrepareAsync();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Pragmas belong to a handle of SQLite, and the pool hands out the same one many times: each gets them once.</summary>
    sealed class Pragmas : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> Have = [];

        public static void Set(DbConnection connection)
        {
            if (!Have.TryAdd(((SqliteConnection)connection).Handle!, connection.GetType())) return;
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000; pragma temp_store = memory; pragma wal_autocheckpoint = 4000;";
            command.ExecuteNonQuery();
        }

        public override void ConnectionOpened(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }
    }
}
