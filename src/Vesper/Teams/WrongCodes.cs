using System.Net;
using System.Threading.RateLimiting;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>Slows down whoever guesses codes. Only wrong ones count, so a whole team behind one address may join at once.</summary>
sealed class WrongCodes(TeamOptions options) : IDisposable
{
    readonly PartitionedRateLimiter<IPAddress> _tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(from => RateLimitPartition.GetFixedWindowLimiter(
        from, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.WrongCodesAMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Call before a code is looked at.</summary>
    /// <exception cref="Refusal">429 <c>request.too-many</c></exception>
    public void Check(HttpContext http)
    {
        if (_tries.GetStatistics(From(http)) is { CurrentAvailablePermits: 0 })
            throw new Refusal("request.too-many", "Too many wrong codes; wait a minute.", StatusCodes.Status429TooManyRequests);
    }

    public void Count(HttpContext http) => _tries.AttemptAcquire(From(http)).Dispose();

    public void Dispose() => _tries.Dispose();

    static IPAddress From(HttpContext http) => http.Connection.RemoteIpAddress ?? IPAddress.None;
}
