using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Live;
using Vesper.Kit.Text;

namespace Vesper.Kit.Data;

/// <summary>All that differs between SQLite and PostgreSQL, and nothing else does.</summary>
abstract class DbEngine
{
    /// <summary>Folder of the schema files: sqlite or postgres.</summary>
    public abstract string Name { get; }

    /// <summary>Writer lanes. SQLite has one writer; on PostgreSQL an organisation always takes the same lane.</summary>
    public abstract int Lanes { get; }

    /// <summary>True when every row is a call of its own anyway, so that a prepared one beats a batch of statements.</summary>
    public virtual bool RowByRow => false;

    /// <summary>How long the log reader waits for the bell before it looks for itself.</summary>
    public abstract TimeSpan Patience { get; }

    public abstract Type InstantConverter { get; }

    public abstract DbConnection Connect();

    /// <summary>A value as this engine keeps it, for statements of our own: instants, enums; all else as it is.</summary>
    public abstract object Write(object value);

    public abstract DateTimeOffset Instant(DbDataReader row, int column);

    /// <summary>A connection for schema work: unpooled, and on SQLite without foreign keys, since a table rebuild with them on deletes the children.</summary>
    public abstract DbConnection ConnectForUpgrade();

    public abstract void Use(DbContextOptionsBuilder options, DbConnection? connection = null);

    /// <summary>Column details that only one engine has.</summary>
    public abstract void Shape(ModelBuilder model);

    /// <summary>Takes the lock under which one process at a time upgrades the schema; held until the transaction ends.</summary>
    public abstract string UpgradeLock { get; }

    /// <summary>Finds broken foreign keys after an upgrade; empty when the engine checks by itself.</summary>
    public abstract string? UpgradeCheck { get; }

    public abstract string TableExists { get; }

    /// <summary>Events after a cursor that nobody can still commit something before. Parameters: tx, seq, at most.</summary>
    public abstract string EventsAfter(string where = "");

    /// <summary>The cursor of now: everything before it is committed and seen.</summary>
    public abstract Task<Cursor> NowAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Newest things first that match. Parameters: organisation, kind, <see cref="SearchFor"/>, before this seq, at most.</summary>
    public abstract string Search { get; }

    /// <summary>At least one of the scopes, and all of the terms, in the engine's own language.</summary>
    public abstract string SearchFor(IReadOnlyList<string> scopes, IReadOnlyList<SearchTerm> terms);

    /// <summary>True when the database is away or busy and the request may be tried again.</summary>
    public abstract bool IsOutage(Exception error);

    /// <summary>Makes a connection ready for a large load, in a process that ends with it.</summary>
    public virtual Task PrepareForLoadAsync(DbConnection connection) => Task.CompletedTask;

    /// <summary>Writes rows of values in the order of the columns, as fast as the engine can within the transaction.</summary>
    public abstract Task InsertAsync(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>Tells other servers that the log has grown; nothing to do when there is only one.</summary>
    public virtual Task RingAsync(DbConnection connection, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Calls back whenever another server rang; ends when the connection does.</summary>
    public virtual Task ListenAsync(Action rang, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    public static DbEngine For(string? postgres, string dataFolder) =>
        string.IsNullOrWhiteSpace(postgres) ? new SqliteEngine(Path.Combine(dataFolder, "vesper.db")) : new PostgresEngine(postgres);
}
