using System.Data.Common;

namespace Vesper.Kit.Data;

/// <summary>Savepoints by plain SQL: both engines know the same words, and EF's own would name them anew each time. What every write needs of them is prepared in its lane.</summary>
static class Transactions
{
    public static async Task TakeBackAsync(this DbTransaction transaction, string name)
    {
        await RunAsync(transaction, $"rollback to savepoint {name}");
        await RunAsync(transaction, $"release savepoint {name}");
    }

    static async Task RunAsync(DbTransaction transaction, string sql)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
