using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Data;

public sealed class SchemaTests
{
    /// <summary>What only a file can make: search rows the engines keep in a form of their own.</summary>
    static bool OnlyInFiles(string table) => table is "schema_journal" || table.StartsWith("search_", StringComparison.Ordinal);

    [EachEngine]
    public async Task The_files_make_the_database_that_the_model_describes(Engine engine)
    {
        await using var upgraded = await EmptyDatabase.OnAsync(engine);
        await using var created = await EmptyDatabase.OnAsync(engine);
        await upgraded.UpgradeAsync();
        await created.CreateFromModelAsync();

        var files = Describe(upgraded);
        files.ShouldBe(Describe(created));
        files.Count.ShouldBeGreaterThan(100);
    }

    [EachEngine]
    public async Task The_schema_snapshot_in_docs_is_current(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        var script = database.Db().Database.GenerateCreateScript().ReplaceLineEndings("\n");
        var file = Repository.File("docs", $"schema.{database.Engine.Name}.sql");

        if (Repository.Updates) await File.WriteAllTextAsync(file, script);
        (await File.ReadAllTextAsync(file)).ShouldBe(script, "run ./test --update and write the difference into a new schema file");
    }

    static List<string> Describe(EmptyDatabase database)
    {
        using var connection = database.Engine.Connect();
        connection.Open();
        var model = database.Describer().Create(connection, new DatabaseModelFactoryOptions());
        return [.. model.Tables.Where(table => !OnlyInFiles(table.Name)).SelectMany(Describe).Order(StringComparer.Ordinal)];
    }

    static IEnumerable<string> Describe(DatabaseTable table) =>
    [
        .. table.Columns.Where(c => !(table.Name == "search_rows" && c.Name == "grams")).Select(c => $"{table.Name}.{c.Name} {c.StoreType} null={c.IsNullable} default={c.DefaultValueSql}"),
        $"{table.Name} key {string.Join(',', table.PrimaryKey?.Columns.Select(c => c.Name) ?? [])}",
        .. table.Indexes.Select(i => $"{table.Name} index {i.Name} unique={i.IsUnique} {string.Join(',', i.Columns.Select(c => c.Name))}"),
        .. table.ForeignKeys.Select(f => $"{table.Name} foreign {string.Join(',', f.Columns.Select(c => c.Name))} → {f.PrincipalTable.Name} {f.OnDelete}"),
    ];
}
