using System.Collections.Concurrent;
using Vesper.Kit.Live;

namespace Vesper.Kit.Access;

/// <summary>Rights of members, read once and kept until an event says they changed: on this server before the change is answered, on others when the log is read.</summary>
sealed class Rights
{
    readonly ConcurrentDictionary<Guid, Task<Me?>> _known = new();
    readonly LoadMe _load;
    long _generation;

    public Rights(LoadMe load, Committed committed)
    {
        _load = load;
        committed.Happened += Drop;
    }

    /// <summary>Raised after rights of members were dropped, with the organisation and the member (null: all of it).</summary>
    public event Action<Guid, Guid?>? Changed;

    public async Task<Me?> OfAsync(Guid memberId, CancellationToken stop)
    {
        if (_known.TryGetValue(memberId, out var known)) return await known;
        var generation = Volatile.Read(ref _generation);
        var read = _load(memberId, stop);
        var me = await read;
        // What was read while a change committed may be old: use it once, do not keep it.
        if (generation == Volatile.Read(ref _generation)) _known[memberId] = read;
        return me;
    }

    public void Drop(IReadOnlyList<EventRow> events)
    {
        foreach (var happened in events.Where(e => e.Type.StartsWith(RightsChanged.Prefix, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _generation);
            var memberId = happened.As<RightsChanged>().MemberId;
            if (memberId is { } one) _known.TryRemove(one, out _);
            else _known.Clear();
            Changed?.Invoke(happened.OrgId, memberId);
        }
    }
}

/// <summary>Somebody's rights changed: role, unit, sessions, activity; or the whole tree's when no member is named.</summary>
sealed record RightsChanged(Guid? MemberId) : IEvent
{
    public const string Prefix = "rights.";

    public string Type => "rights.changed";
}
