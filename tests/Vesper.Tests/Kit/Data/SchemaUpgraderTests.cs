using Dapper;
using Vesper.Kit.Data;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Data;

public sealed class SchemaUpgraderTests
{
    static readonly SchemaFile First = new("0001_first.sql", "create table first (id integer not null primary key)");
    static readonly SchemaFile Second = new("0002_second.sql", "create table second (id integer not null primary key)");

    [EachEngine]
    public async Task Upgrading_twice_changes_nothing(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();
        await database.UpgradeAsync();
    }

    [EachEngine]
    public async Task Two_servers_that_start_together_upgrade_once(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.UpgradeAsync())));
    }

    [EachEngine]
    public async Task An_edited_old_file_is_refused(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.Upgrader().UpgradeAsync([First], default);

        var edited = First with { Sql = First.Sql + " " };
        (await Should.ThrowAsync<SchemaRefused>(() => database.Upgrader().UpgradeAsync([new("0001_first.sql", edited.Sql), Second], default))).Message.ShouldContain("0001_first.sql");
        (await Tables(database)).ShouldNotContain("second");
    }

    [EachEngine]
    public async Task A_database_newer_than_the_binary_is_refused(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.Upgrader().UpgradeAsync([First, Second], default);

        (await Should.ThrowAsync<SchemaRefused>(() => database.Upgrader().UpgradeAsync([First], default))).Message.ShouldContain("newer");
    }

    [EachEngine]
    public async Task A_failed_step_says_which_and_leaves_the_schema_as_it_was(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        var broken = new SchemaFile("0002_broken.sql", "create table half (id integer); create tabel oops (id integer);");

        (await Should.ThrowAsync<SchemaRefused>(() => database.Upgrader().UpgradeAsync([First, broken], default))).Message.ShouldContain("0002_broken.sql");
        (await Tables(database)).ShouldBe(["first", "schema_journal"]);
        await database.Upgrader().UpgradeAsync([First, Second], default);
    }

    static async Task<List<string>> Tables(EmptyDatabase database)
    {
        await using var connection = database.Engine.Connect();
        var sql = database.ConnectionString is null
            ? "select name from sqlite_master where type = 'table' order by name"
            : "select table_name::text from information_schema.tables where table_schema = 'public' order by table_name";
        return [.. await connection.QueryAsync<string>(sql)];
    }
}
