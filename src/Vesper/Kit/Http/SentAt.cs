using System.Globalization;

namespace Vesper.Kit.Http;

/// <summary>What the sender's clock showed when it sent the request (header <c>Vesper-Sent-At</c>), or nothing. Beside our own it tells how wrong that clock is.</summary>
readonly record struct SentAt(DateTimeOffset? Value)
{
    public const string Header = "Vesper-Sent-At";

    public static ValueTask<SentAt> BindAsync(HttpContext http) => ValueTask.FromResult(new SentAt(
        DateTimeOffset.TryParse(http.Request.Headers[Header], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : null));
}
