using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Kit.Live;

/// <summary>Follows the log and passes each event on: to listeners, and to the rights of members changed on another server.</summary>
sealed class LogReader(EventLog events, LiveBell bell, LiveHub hub, Rights rights, DbEngine engine, ILogger<LogReader> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        rights.Changed += hub.SendAway;
        var listening = ListenAsync(stoppingToken);
        Cursor? cursor = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                cursor ??= await events.NowAsync(stoppingToken);
                cursor = await PassOnAsync(cursor.Value, stoppingToken);
                await bell.WaitAsync(engine.Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                log.LogWarning(error, "The event log could not be read; trying again");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await listening;
    }

    async Task<Cursor> PassOnAsync(Cursor cursor, CancellationToken stop)
    {
        while (await events.AfterAsync(cursor, null, stop) is { Count: > 0 } page)
        {
            rights.Drop(page);
            foreach (var happened in page) hub.Pass(happened);
            cursor = page[^1].Cursor;
        }
        return cursor;
    }

    /// <summary>Another server's bell; while its line is down, patience stands in.</summary>
    async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await engine.ListenAsync(bell.Ring, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogWarning(error, "The line to the other servers broke; calling again");
                await Task.Delay(TimeSpan.FromSeconds(2), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
