using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vesper.Kit.Data;

/// <summary>
/// Saves new rows with one statement a table, prepared once and kept as long as the lane's connection. SQLite runs each row by itself anyway, and EF's own way there
/// costs several times the row. Whatever is more than new rows (changes, deletions, keys the database gives) stays with EF.
/// </summary>
sealed class Inserts(DbConnection connection) : IAsyncDisposable
{
    readonly Dictionary<IEntityType, Insert> _known = [];

    /// <summary>True when everything that was to be saved is saved.</summary>
    public async Task<bool> SaveAsync(Db db, DbTransaction transaction)
    {
        var entries = db.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).ToList();
        if (entries.Count == 0) return true;
        if (!entries.TrueForAll(entry => entry.State is EntityState.Added && Of(entry.Metadata).Whole)) return false;

        // A parent before its children: foreign keys are checked row by row.
        try
        {
            foreach (var entry in entries.OrderBy(entry => Of(entry.Metadata).Depth)) await Of(entry.Metadata).RunAsync(entry, transaction);
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("A new row was refused.", refused); // as EF says it
        }
        return true; // the lane forgets its entities after every item
    }

    Insert Of(IEntityType entity) => _known.TryGetValue(entity, out var insert) ? insert : _known[entity] = new(connection, entity);

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _known.Values) await insert.DisposeAsync();
    }

    sealed class Insert : IAsyncDisposable
    {
        readonly DbCommand _command;
        readonly IProperty[] _given, _made;

        public Insert(DbConnection connection, IEntityType entity)
        {
            _made = [.. entity.GetProperties().Where(property => property.ValueGenerated is not ValueGenerated.Never)];
            _given = [.. entity.GetProperties().Except(_made)];
            Whole = !entity.GetNavigations().Any() && _made.All(property => property.ClrType == typeof(long));
            Depth = DepthOf(entity);
            _command = connection.CreateCommand();
            _command.CommandText = $"insert into {entity.GetTableName()} ({Columns(_given)}) values ({string.Join(", ", _given.Select((_, i) => $"@p{i}"))})"
                + (_made.Length == 0 ? "" : $" returning {Columns(_made)}");
            for (var i = 0; i < _given.Length; i++) _command.Add($"@p{i}", null);
        }

        /// <summary>One row of one table, in which the database makes nothing but numbers.</summary>
        public bool Whole { get; }

        public int Depth { get; }

        public async Task RunAsync(EntityEntry entry, DbTransaction transaction)
        {
            _command.Transaction = transaction;
            for (var i = 0; i < _given.Length; i++)
            {
                var value = _given[i].GetGetter().GetClrValue(entry.Entity);
                if (value is not null && _given[i].GetTypeMapping().Converter is { } converter) value = converter.ConvertToProvider(value);
                _command.Parameters[i].Value = value ?? DBNull.Value;
            }
            if (_made.Length == 0)
            {
                await _command.ExecuteNonQueryAsync();
                return;
            }
            await using var row = await _command.ExecuteReaderAsync();
            await row.ReadAsync();
            for (var i = 0; i < _made.Length; i++)
            {
                var made = entry.Property(_made[i]);
                made.CurrentValue = row.GetInt64(i);
                made.IsTemporary = false;
            }
        }

        static string Columns(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));

        static int DepthOf(IEntityType entity) =>
            entity.GetForeignKeys().Where(key => key.PrincipalEntityType != entity).Select(key => DepthOf(key.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();

        public ValueTask DisposeAsync() => _command.DisposeAsync();
    }
}
