using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Vesper.Kit.Live;

/// <summary>The listeners of this server. Events reach them in the order of the log.</summary>
sealed class LiveHub : IDisposable
{
    static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    /// <summary>One timer for all: a proxy closes a stream that is silent for a minute.</summary>
    readonly ITimer _pings;
    readonly ConcurrentDictionary<(Guid Org, string Topic), ConcurrentDictionary<Listener, byte>> _listeners = new();

    public LiveHub(TimeProvider time) => _pings = time.CreateTimer(_ => PingAll(), null, Ping, Ping);

    public Listener Join(Guid orgId, Guid memberId, IEnumerable<Topic> topics)
    {
        var listener = new Listener(orgId, memberId, topics.Select(topic => topic.Name).ToHashSet(StringComparer.Ordinal));
        foreach (var topic in listener.Topics) _listeners.GetOrAdd((orgId, topic), _ => new()).TryAdd(listener, 0);
        return listener;
    }

    public void Leave(Listener listener)
    {
        foreach (var topic in listener.Topics)
            if (_listeners.TryGetValue((listener.OrgId, topic), out var there)) there.TryRemove(listener, out _);
    }

    public void Pass(EventRow happened)
    {
        if (!_listeners.TryGetValue((happened.OrgId, happened.Topic), out var there)) return;
        foreach (var listener in there.Keys) listener.Offer(happened);
    }

    void PingAll()
    {
        foreach (var listener in _listeners.Where(place => place.Key.Topic == Topic.Organisation.Name).SelectMany(place => place.Value.Keys)) listener.Offer(null);
    }

    public void Dispose() => _pings.Dispose();

    /// <summary>Sends away the listeners whose rights changed; they come back and are asked anew.</summary>
    public void SendAway(Guid orgId, Guid? memberId)
    {
        foreach (var listener in _listeners.Where(place => place.Key.Org == orgId).SelectMany(place => place.Value.Keys))
            if (memberId is null || listener.MemberId == memberId) listener.End();
    }
}

/// <summary>One open stream. A listener too slow for 256 events is ended; it comes back with its cursor and misses nothing.</summary>
sealed class Listener(Guid orgId, Guid memberId, IReadOnlySet<string> topics)
{
    readonly Channel<EventRow?> _events = Channel.CreateBounded<EventRow?>(new BoundedChannelOptions(256) { SingleReader = true });

    public Guid OrgId => orgId;
    public Guid MemberId => memberId;
    public IReadOnlySet<string> Topics => topics;
    /// <summary>What happened, in the order of the log; null is a ping.</summary>
    public ChannelReader<EventRow?> Events => _events.Reader;

    public void Offer(EventRow? happened)
    {
        if (!_events.Writer.TryWrite(happened)) End();
    }

    public void End() => _events.Writer.TryComplete();
}
