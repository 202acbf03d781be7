using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        if (!entries.TrueForAll(entry => entry.State is EntityState.Added && Of(entry.Metadata).Whole)) return false;

        var rows = db.Appended.ConvertAll(row => (Of: Of(db.Model.FindEntityType(row.GetType())!), Row: row));
        if (!rows.TrueForAll(row => row.Of.Whole)) return false;
        rows.AddRange(entries.Select(entry => (Of(entry.Metadata), entry.Entity)));

        // A parent before its children: foreign keys are checked row by row.
        try
        {
            foreach (var (insert, row) in rows.OrderBy(row => row.Of.Depth)) await insert.RunAsync(row, transaction);
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
        readonly (IClrPropertyGetter Getter, ValueConverter? Converter)[] _values;

        public Insert(DbConnection connection, IEntityType entity)
        {
            var made = entity.GetProperties().Where(property => property.ValueGenerated is not ValueGenerated.Never).ToList();
            var given = entity.GetProperties().Except(made).ToList();
            _values = [.. given.Select(property => (property.GetGetter(), property.GetTypeMapping().Converter))];
            Whole = !entity.GetNavigations().Any() && made.TrueForAll(property => property.ClrType == typeof(long));
            Depth = DepthOf(entity);
            _command = connection.CreateCommand();
            _command.CommandText = $"insert into {entity.GetTableName()} ({string.Join(", ", given.Select(property => $"\"{property.GetColumnName()}\""))}) values ({string.Join(", ", given.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < given.Count; i++) _command.Add($"@p{i}", null);
        }

        /// <summary>One row of one table, in which the database makes nothing but numbers; those are not read back, the write is at its end.</summary>
        public bool Whole { get; }

        public int Depth { get; }

        public Task<int> RunAsync(object row, DbTransaction transaction)
        {
            _command.Transaction = transaction;
            for (var i = 0; i < _values.Length; i++)
            {
                var value = _values[i].Getter.GetClrValue(row);
                if (value is not null && _values[i].Converter is { } converter) value = converter.ConvertToProvider(value);
                _command.Parameters[i].Value = value ?? DBNull.Value;
            }
            return _command.ExecuteNonQueryAsync();
        }

        static int DepthOf(IEntityType entity) =>
            entity.GetForeignKeys().Where(key => key.PrincipalEntityType != entity).Select(key => DepthOf(key.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();

        public ValueTask DisposeAsync() => _command.DisposeAsync();
    }
}
