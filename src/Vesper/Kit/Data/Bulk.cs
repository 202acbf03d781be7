using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vesper.Kit.Data;

/// <summary>
/// Many rows at once, past the change tracker, by the model's own columns and converters: for loads nobody waits for on a phone (demo, import).
/// Not a second door for writes: it works on the connection of one transaction that its caller ends.
/// </summary>
sealed class Bulk(Db db, DbConnection connection, DbTransaction transaction)
{
    public async Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return 0;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().Where(property => property.ValueGenerated is not ValueGenerated.OnAdd).ToList();
        await db.Engine.InsertAsync(connection, transaction, entity.GetTableName()!, [.. properties.Select(property => property.GetColumnName())], rows.Select(row => Values(properties, row)));
        return rows.Count;
    }

    /// <summary>Every row of an organisation, children before their parents.</summary>
    public async Task RemoveOrganisationAsync(Guid orgId)
    {
        var left = db.Model.GetEntityTypes().ToList();
        while (left.Count > 0)
        {
            var leaf = left.First(entity => entity.GetReferencingForeignKeys().All(key => key.DeclaringEntityType == entity || !left.Contains(key.DeclaringEntityType)));
            left.Remove(leaf);
            var owner = leaf.GetTableName() == "organisations" ? leaf.FindProperty("Id") : leaf.FindProperty("OrgId");
            if (owner is null) continue;
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"delete from {leaf.GetTableName()} where {owner.GetColumnName()} = @org";
            command.Add("org", orgId);
            await command.ExecuteNonQueryAsync();
        }
    }

    static object?[] Values(List<IProperty> properties, object row)
    {
        var values = new object?[properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = properties[i].GetGetter().GetClrValue(row);
            values[i] = value is not null && properties[i].GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
        return values;
    }
}
