using System.Text;
using Vesper.Kit.Access;
using Vesper.Kit.Http;

namespace Vesper.Kit.Live;

/// <summary>GET /api/live: server-sent events of the topics a member may hear. A hint to look again; the database is the truth.</summary>
static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder api) =>
        api.MapGet("/live", ListenAsync).WithName("listen").WithTags("Live").RequireMember()
            .WithSummary("Server-sent events of my topics; ?after= or Last-Event-ID resumes without a gap.")
            .Produces<string>(200, "text/event-stream");

    static async Task ListenAsync(Me me, HttpContext http, LiveHub hub, EventLog log, IHostApplicationLifetime life, string? after = null)
    {
        var from = after ?? (string?)http.Request.Headers["Last-Event-ID"];
        var resumes = Cursor.TryParse(from, out var cursor);
        if (from is not null && !resumes) throw new Refusal("live.cursor", "This place in the log is not readable.", 400);

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);

        // Join before looking, so that nothing falls between what is looked up and what is passed on.
        var listener = hub.Join(me.OrgId, me.Id, TopicsOf(me));
        try
        {
            if (!resumes) cursor = await log.NowAsync(ends.Token);
            await WriteAsync(http, $"id: {cursor}\nevent: hello\ndata: {{\"type\":\"hello\"}}\n\n", ends.Token);
            while (resumes && await log.AfterAsync(cursor, me.OrgId, ends.Token) is { Count: > 0 } page)
            {
                foreach (var missed in page.Where(missed => listener.Topics.Contains(missed.Topic))) await WriteAsync(http, Message(missed), ends.Token);
                cursor = page[^1].Cursor;
            }
            await FollowAsync(http, listener, cursor, ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The phone left or the server stops; both are usual.
        }
        finally
        {
            hub.Leave(listener);
        }
    }

    static async Task FollowAsync(HttpContext http, Listener listener, Cursor cursor, CancellationToken ends)
    {
        await foreach (var happened in listener.Events.ReadAllAsync(ends))
        {
            if (happened is null)
            {
                await WriteAsync(http, "event: ping\ndata: {}\n\n", ends);
            }
            else if (happened.Cursor.CompareTo(cursor) > 0)
            {
                cursor = happened.Cursor;
                await WriteAsync(http, Message(happened), ends);
            }
        }
    }

    static IEnumerable<Topic> TopicsOf(Me me) => [Topic.Organisation, Topic.Member(me.Id), .. me.Teams.Select(Topic.Team)];

    static string Message(EventRow happened) =>
        $"id: {happened.Cursor}\nevent: {happened.Type}\ndata: {{\"type\":\"{happened.Type}\",\"topic\":\"{happened.Topic}\",\"at\":\"{happened.At:O}\",\"of\":{happened.Payload}}}\n\n";

    static async Task WriteAsync(HttpContext http, string message, CancellationToken ends)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(message), ends);
        await http.Response.Body.FlushAsync(ends);
    }
}
