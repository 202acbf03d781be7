using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vesper.Kit.Live;
using Vesper.Kit.Text;

namespace Vesper.Kit.Data;

/// <summary>PostgreSQL 15 and later: for more than one server.</summary>
sealed class PostgresEngine(string connectionString) : DbEngine
{
    const string Channel = "vesper_events";

    public override string Name => "postgres";
    public override int Lanes => 4;
    public override TimeSpan Patience => TimeSpan.FromSeconds(1);
    public override Type InstantConverter => typeof(InstantInMicroseconds);

    public override DbConnection Connect() => new NpgsqlConnection(connectionString);

    public override object Write(object value) => value switch
    {
        DateTimeOffset instant => InstantInMicroseconds.Cut(instant),
        Enum word => word.ToString(),
        _ => value,
    };

    public override DateTimeOffset Instant(DbDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    public override DbConnection ConnectForUpgrade() =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());

    public override void Use(DbContextOptionsBuilder options, DbConnection? connection = null)
    {
        if (connection is null) options.UseNpgsql(connectionString);
        else options.UseNpgsql(connection);
    }

    public override void Shape(ModelBuilder model) => model.Entity<EventRow>(row =>
    {
        row.Property(e => e.Tx).HasDefaultValueSql("(pg_current_xact_id()::text)::bigint");
        row.HasIndex(e => new { e.Tx, e.Seq });
        row.HasIndex(e => new { e.OrgId, e.Tx, e.Seq });
    });

    public override string UpgradeLock => "select pg_advisory_xact_lock(7305931)";
    public override string? UpgradeCheck => null;
    public override string TableExists => "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = @name";

    // Sequence numbers are given before commit: a reader that trusts them alone misses what commits late. What lies before
    // the oldest transaction still running can no longer change, so (tx, seq) below that line is safe to pass on.
    public override string EventsAfter(string where = "") =>
        $"""
         select tx, seq, org_id, topic, type, payload, at from events
         where (tx, seq) > (@p0, @p1) and tx < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint {where}
         order by tx, seq limit @p2
         """;

    public override async Task<Cursor> NowAsync(DbConnection connection, CancellationToken stop) => new(
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint - 1", cancellationToken: stop)),
        long.MaxValue);

    public override string Search =>
        """
        select seq as "Seq", subject_id as "SubjectId" from search_rows
        where grams @@ {2}::tsquery and seq < {3} and org_id = {0} and kind = {1} order by seq desc limit {4}
        """;

    public override string SearchFor(IReadOnlyList<string> scopes, IReadOnlyList<SearchTerm> terms) =>
        string.Join(" & ", terms.Select(term => Any(term.Words.Select(word => $"'{word}'{(term.Prefix ? ":*" : "")}"))).Prepend(Any(scopes.Select(scope => $"'{scope}'"))));

    static string Any(IEnumerable<string> words) => $"({string.Join(" | ", words)})";

    // 57P01–57P03 server stopping or starting · 53300 too many connections · 40001, 40P01 try again.
    public override bool IsOutage(Exception error) =>
        error is NpgsqlException { IsTransient: true } or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "40001" or "40P01" }
        || (error is NpgsqlException && error.InnerException is System.Net.Sockets.SocketException or IOException or TimeoutException);

    public override async Task InsertAsync(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var copy = $"copy {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) from stdin (format binary)";
        await using var import = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(copy);
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            foreach (var value in row)
                if (value is null) await import.WriteNullAsync();
                else await import.WriteAsync(value);
        }
        await import.CompleteAsync();
    }

    public override Task RingAsync(DbConnection connection, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition($"notify {Channel}", cancellationToken: stop));

    public override async Task ListenAsync(Action rang, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { KeepAlive = 15, Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        connection.Notification += (_, _) => rang();
        await connection.ExecuteAsync(new CommandDefinition($"listen {Channel}", cancellationToken: stop));
        while (true) await connection.WaitAsync(stop);
    }
}
