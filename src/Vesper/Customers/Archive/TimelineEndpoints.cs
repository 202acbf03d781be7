using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Archive;

/// <summary>动态: everything that happened with a customer, of every kind in one order, a page at a time.</summary>
static class TimelineEndpoints
{
    const int PageSize = 30;

    public static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapGet("/customers/{id:guid}/timeline", ListTimeline).WithName("listTimeline").WithTags("Customers").RequireMember()
            .WithSummary("Newest first: visits, calls, journals and reviews the asker may read, deals, steps of the grade, changes of hands; kind=visit gives one kind.");

    static async Task<Results<Ok<Page<TimelineLine>>, NotFound>> ListTimeline(
        Guid id, Me me, Db db, IEnumerable<TimelineSource> sources, CancellationToken stop, string? after = null, Word<TimelineKind>? kind = null)
    {
        if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
        var ask = new TimelineAsk(db, me, customer, PageCursor.Of(after), PageSize + 1, stop);
        var lines = new List<TimelineLine>();
        foreach (var source in sources.Where(source => kind is null || source.Kind == kind.Value.Value)) lines.AddRange(await source.ReadAsync(ask));
        return TypedResults.Ok(lines.InOrder().Take(PageSize + 1).ToList().ToPage(PageSize, line => new PageCursor(line.At, line.Id)));
    }
}
