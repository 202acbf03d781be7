namespace Vesper.Kit.Live;

/// <summary>What listens in this process is told after a commit and before the caller is answered: caches drop, the bell rings.</summary>
sealed class Committed(LiveBell bell)
{
    /// <summary>Must be quick and must not throw.</summary>
    public event Action<IReadOnlyList<EventRow>>? Happened;

    public void Tell(IReadOnlyList<EventRow> events)
    {
        Happened?.Invoke(events);
        bell.Ring();
    }
}
