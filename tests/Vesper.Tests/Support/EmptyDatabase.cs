using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Vesper.Kit.Data;

namespace Vesper.Tests.Support;

/// <summary>A database of its own for one test, thrown away afterwards.</summary>
sealed class EmptyDatabase : IAsyncDisposable
{
    readonly string _name = $"vesper_{Guid.CreateVersion7():N}";
    readonly string? _postgres;

    EmptyDatabase(Engine engine)
    {
        if (engine == Tests.Engine.Postgres) _postgres = EngineSupply.Postgres;
        Folder = Path.Combine(Path.GetTempPath(), _name);
        Directory.CreateDirectory(Folder);
        Engine = DbEngine.For(ConnectionString, Folder);
    }

    public string Folder { get; }

    public DbEngine Engine { get; }

    /// <summary>Null on SQLite, where the folder says it all.</summary>
    public string? ConnectionString => _postgres is null ? null : new NpgsqlConnectionStringBuilder(_postgres) { Database = _name, MaxPoolSize = 30, ConnectionIdleLifetime = 15, ConnectionPruningInterval = 5 }.ToString();

    public static async Task<EmptyDatabase> OnAsync(Engine engine)
    {
        var database = new EmptyDatabase(engine);
        await database.OnServerAsync($"create database {database._name}");
        return database;
    }

    public Db Db() => new DbFactory(Engine).ForReading();

    public Task UpgradeAsync() => Upgrader().UpgradeAsync();

    public SchemaUpgrader Upgrader() => new(Engine, TimeProvider.System, NullLogger<SchemaUpgrader>.Instance);

#pragma warning disable RS0030 // the one place that compares the files with what EF would make
    public async Task CreateFromModelAsync()
    {
        await using var db = Db();
        await db.Database.EnsureCreatedAsync();
    }
#pragma warning restore RS0030

    /// <summary>The provider's own reading of a database.</summary>
    public IDatabaseModelFactory Describer()
    {
        var db = Db();
        var log = db.GetService<IDiagnosticsLogger<DbLoggerCategory.Scaffolding>>();
#pragma warning disable EF1001 // what the scaffolder itself uses; there is no other reader that knows both engines
        return _postgres is null
            ? new Microsoft.EntityFrameworkCore.Sqlite.Scaffolding.Internal.SqliteDatabaseModelFactory(log, db.GetService<IRelationalTypeMappingSource>())
            : new Npgsql.EntityFrameworkCore.PostgreSQL.Scaffolding.Internal.NpgsqlDatabaseModelFactory(log);
#pragma warning restore EF1001
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is null)
        {
            SqliteConnection.ClearPool((SqliteConnection)Engine.Connect());
        }
        else
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)Engine.Connect());
            await OnServerAsync($"drop database {_name} with (force)");
        }
        Directory.Delete(Folder, recursive: true);
    }

    async Task OnServerAsync(string sql)
    {
        if (_postgres is null) return;
        await using var server = new NpgsqlConnection(_postgres);
        await server.ExecuteAsync(sql);
    }
}
