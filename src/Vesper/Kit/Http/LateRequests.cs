using System.Collections.Concurrent;
using Vesper.Kit.Access;

namespace Vesper.Kit.Http;

/// <summary>
/// A phone's outbox sends one change of a thing after the other, but a network may keep a copy of the first and deliver it after the second: that copy would undo
/// what was said last. The phone numbers its requests (<c>Vesper-Order: &lt;phone&gt; &lt;number&gt;</c>); a number below the newest taken for the same path is refused,
/// the same number is answered again. Kept in memory for as long as a copy can be under way; with several servers a phone should stay with one (deploy/).
/// </summary>
sealed class LateRequests(TimeProvider time)
{
    /// <summary>No network and no proxy holds a request for longer.</summary>
    static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    const int LongestPhone = 40, TidyAbove = 20_000;

    readonly ConcurrentDictionary<(Guid Member, string Phone, string Path), Newest> _newest = new();

    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!TryRead(http.Request.Headers["Vesper-Order"], out var phone, out var number) || http.Features.Get<Me>() is not { } me) return await next(context);

        var newest = _newest.GetOrAdd((me.Id, phone, http.Request.Path.Value!), _ => new());
        await newest.Turn.WaitAsync(http.RequestAborted); // a copy may come while the first is still being written
        try
        {
            if (number < newest.Number) throw new Refusal("request.late", "A newer change of this has been taken already.");
            var answer = await next(context);
            (newest.Number, newest.At) = (number, time.GetUtcNow());
            return answer;
        }
        finally
        {
            newest.Turn.Release();
            if (_newest.Count > TidyAbove) Tidy();
        }
    }

    void Tidy()
    {
        var old = time.GetUtcNow() - Memory;
        foreach (var (place, newest) in _newest)
            if (newest.At < old) _newest.TryRemove(place, out _);
    }

    static bool TryRead(string? header, out string phone, out long number)
    {
        (phone, number) = ("", 0);
        if (header?.Split(' ') is not [{ Length: > 0 and <= LongestPhone } name, { } digits] || !long.TryParse(digits, System.Globalization.NumberStyles.None, null, out number)) return false;
        phone = name;
        return true;
    }

    sealed class Newest
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public long Number { get; set; }
        public DateTimeOffset At { get; set; }
    }
}
