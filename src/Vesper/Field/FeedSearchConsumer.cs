using System.Text.Json;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Keeps the search behind the feed. Not in the writes themselves: a check-in in a doorway does not wait for an index.</summary>
sealed class FeedSearchConsumer() : Consumer("field.search")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { "check-in.created", VisitEnded.Name, "feed.posted", "feed.changed", "feed.commented", "help.called" };

    public override Task ActAsync(Db db, EventRow happened) => FeedSearch.IndexAsync(db, happened.OrgId, LineOf(happened));

    // A visit's line has the visit's id.
    static Guid LineOf(EventRow happened)
    {
        using var payload = JsonDocument.Parse(happened.Payload);
        return (payload.RootElement.TryGetProperty("itemId", out var item) ? item : payload.RootElement.GetProperty("visitId")).GetGuid();
    }
}
