using System.Threading.Channels;

namespace Vesper.Kit.Live;

/// <summary>Wakes the log reader. It carries nothing: a lost ring costs seconds, never data, because readers always read the log.</summary>
sealed class LiveBell
{
    readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns when the bell rings or patience ends.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        waiting.CancelAfter(patience);
        try
        {
            await _rings.Reader.ReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Patience is over; look for yourself.
        }
    }
}
