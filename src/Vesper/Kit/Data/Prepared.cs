using System.Collections.Concurrent;

namespace Vesper.Kit.Data;

/// <summary>Lines for reading, kept open with their statements. A line belongs to one reader at a time; a broken one is thrown away.</summary>
sealed class Prepared(DbEngine engine) : IAsyncDisposable
{
    /// <summary>Units or teams a statement may name one by one; who sees more is served by EF's arrays.</summary>
    public const int MostParts = 50;

    // As many as read at once on a small server; more are opened when needed and closed after use.
    const int Kept = 16;

    readonly ConcurrentBag<PreparedLine> _idle = [];

    public async Task<T> ReadAsync<T>(Func<PreparedLine, Task<T>> read, CancellationToken stop)
    {
        if (_idle.TryTake(out var kept))
        {
            try
            {
                return await UseAsync(kept, read);
            }
            catch (Exception error) when (engine.IsOutage(error))
            {
                // The database went away and came back while the line lay here: once more on a new one.
            }
        }
        return await UseAsync(await OpenAsync(stop), read);
    }

    async Task<T> UseAsync<T>(PreparedLine line, Func<PreparedLine, Task<T>> read)
    {
        var whole = false;
        try
        {
            var answer = await read(line);
            whole = true;
            return answer;
        }
        finally
        {
            if (whole && _idle.Count < Kept) _idle.Add(line);
            else await line.DisposeAsync();
        }
    }

    async Task<PreparedLine> OpenAsync(CancellationToken stop)
    {
        var connection = engine.Connect();
        try
        {
            await connection.OpenAsync(stop);
            return new(connection, engine);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var line)) await line.DisposeAsync();
    }
}
