using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Vesper.Kit.Data;

/// <summary>
/// Brings the schema up to this binary: numbered SQL files, embedded, one transaction and one lock each, written down in a journal with their hash.
/// An edited old file and a database newer than the binary are refused. EF's migrations are not used: a killed process leaves their lock behind for ever.
/// </summary>
sealed class SchemaUpgrader(DbEngine engine, TimeProvider time, ILogger<SchemaUpgrader> log)
{
    public Task UpgradeAsync(CancellationToken stop = default) => UpgradeAsync(Embedded(engine.Name), stop);

    internal async Task UpgradeAsync(IReadOnlyList<SchemaFile> files, CancellationToken stop)
    {
        await using var connection = engine.ConnectForUpgrade();
        await connection.OpenAsync(stop);
        foreach (var file in files)
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await RunAsync(connection, transaction, engine.UpgradeLock, stop);
            await CreateJournalAsync(connection, transaction, stop);
            var journal = await ReadJournalAsync(connection, transaction, stop);
            Check(journal, files);
            if (!journal.ContainsKey(file.Number))
            {
                await ApplyAsync(connection, transaction, file, stop);
                log.LogInformation("Schema step {Step} applied", file.Name);
            }
            await transaction.CommitAsync(stop);
        }
    }

    static void Check(Dictionary<int, (string Name, string Hash)> journal, IReadOnlyList<SchemaFile> files)
    {
        if (journal.Count > 0 && journal.Keys.Max() > files.Max(file => file.Number))
            throw new SchemaRefused($"This database was upgraded to step {journal.Keys.Max()} by a newer Vesper; this one knows {files.Max(file => file.Number)} steps. Start the newer version.");
        if (files.FirstOrDefault(file => journal.TryGetValue(file.Number, out var done) && done.Hash != file.Hash) is { } edited)
            throw new SchemaRefused($"Schema step {edited.Name} was edited after it had been applied. Put the change into a new file.");
    }

    async Task ApplyAsync(DbConnection connection, DbTransaction transaction, SchemaFile file, CancellationToken stop)
    {
        try
        {
            await RunAsync(connection, transaction, file.Sql, stop);
            if (engine.UpgradeCheck is { } check && await ScalarAsync(connection, transaction, check, stop) is string broken)
                throw new SchemaRefused($"it leaves rows without their parent ({broken})");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new SchemaRefused($"Schema step {file.Name} failed and was taken back: {error.Message}", error);
        }
        await using var done = Command(connection, transaction, "insert into schema_journal (number, name, hash, applied_at) values (@number, @name, @hash, @at)");
        done.Add("number", file.Number).Add("name", file.Name).Add("hash", file.Hash).Add("at", InstantAsText.Write(time.GetUtcNow()));
        await done.ExecuteNonQueryAsync(stop);
    }

    static Task CreateJournalAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) => RunAsync(connection, transaction,
        "create table if not exists schema_journal (number integer not null primary key, name text not null, hash text not null, applied_at text not null)", stop);

    static async Task<Dictionary<int, (string Name, string Hash)>> ReadJournalAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        var journal = new Dictionary<int, (string, string)>();
        await using var command = Command(connection, transaction, "select number, name, hash from schema_journal");
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) journal.Add(rows.GetInt32(0), (rows.GetString(1), rows.GetString(2)));
        return journal;
    }

    static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    static async Task<object?> ScalarAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = Command(connection, transaction, sql);
        return await command.ExecuteScalarAsync(stop);
    }

    static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    /// <summary>The files of an engine in their order, from the assembly.</summary>
    internal static IReadOnlyList<SchemaFile> Embedded(string engineName)
    {
        var assembly = typeof(SchemaUpgrader).Assembly;
        var prefix = $"Vesper.Kit.Data.Schema.{engineName}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SchemaFile(name[prefix.Length..], Read(assembly, name)))];
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>0003_field.sql: step 3.</summary>
sealed record SchemaFile(string Name, string Sql)
{
    public int Number { get; } = int.Parse(Name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>The schema was left as it was; the message says which step and why.</summary>
sealed class SchemaRefused(string message, Exception? inner = null) : Exception(message, inner);
