using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Vesper.Kit.Live;

namespace Vesper.Kit.Notices.Push;

/// <summary>Taken; or away for now; or gone for good; or refused, which trying again would not change.</summary>
enum PushAnswer { Taken, Away, Gone, Refused }

/// <summary>Hands one message to the push service of one browser.</summary>
sealed class PushPost(NoticeOptions options, ILogger<PushPost> log) : IDisposable
{
    readonly HttpClient _http = new(PublicAddress.Handler(() => options.LoopbackToo)) { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<PushAnswer> SendAsync(PushSubscription browser, Notice notice, VapidKey key, DateTimeOffset now, CancellationToken stop)
    {
        if (!PublicAddress.MayBeCalled(browser.Endpoint, options.LoopbackToo)) return PushAnswer.Gone;
        try
        {
            using var request = Request(browser, notice, key, now);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => PushAnswer.Taken,
                HttpStatusCode.NotFound or HttpStatusCode.Gone => PushAnswer.Gone,
                HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => PushAnswer.Away,
                var status => Refused(request.RequestUri!, $"{(int)status}"),
            };
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return PushAnswer.Away;
        }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return PushAnswer.Gone; // keys no browser has
        }
    }

    public void Dispose() => _http.Dispose();

    static HttpRequestMessage Request(PushSubscription browser, Notice notice, VapidKey key, DateTimeOffset now)
    {
        // Names and a link; what was said is read in the app.
        var text = JsonSerializer.SerializeToUtf8Bytes(new { notice.Id, notice.Kind, notice.Link, notice.Words, notice.At }, EventJson.Options);
        var sealed_ = PushMessage.Seal(text, Base64Url.DecodeFromChars(browser.P256dh), Base64Url.DecodeFromChars(browser.Auth));
        var endpoint = new Uri(browser.Endpoint);
        var urgent = NoticeKinds.All.GetValueOrDefault(notice.Kind);
        return new(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(sealed_) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentEncoding = { "aes128gcm" } } },
            Headers =
            {
                { "Authorization", key.Token(endpoint, now) },
                { "TTL", urgent ? "900" : "86400" }, // the 15 minutes of 火力支持; a day for the rest
                { "Urgency", urgent ? "high" : "normal" },
                { "Topic", notice.Id.ToString("N") }, // sent again, it takes the place of the first
            },
        };
    }

    PushAnswer Refused(Uri endpoint, string status)
    {
        log.LogWarning("{Host} refuses a push: {Status}", endpoint.Host, status);
        return PushAnswer.Refused;
    }
}
