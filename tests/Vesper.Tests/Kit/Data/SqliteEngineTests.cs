using Dapper;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Data;

public sealed class SqliteEngineTests
{
    [Fact]
    public async Task A_connection_from_the_pool_is_as_durable_as_a_new_one()
    {
        await using var database = await EmptyDatabase.OnAsync(Engine.Sqlite);

        for (var time = 0; time < 3; time++)
        {
            await using var connection = database.Engine.Connect();
            await connection.OpenAsync();
            var settings = new List<string>();
            foreach (var pragma in new[] { "journal_mode", "synchronous", "foreign_keys", "cache_size", "temp_store" }) settings.Add($"{await connection.ExecuteScalarAsync<object>($"pragma {pragma}")}");
            settings.ShouldBe(["wal", "2", "1", "-16000", "2"]);
        }
    }
}
