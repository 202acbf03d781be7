using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

static class FeedQueries
{
    public const int PageSize = 30;

    /// <summary>What a member hears of: her own team's feed, a supervisor's teams'.</summary>
    public static IQueryable<FeedItem> HeardBy(this IQueryable<FeedItem> items, Me me) => items.Of(me).Where(item => me.Teams.Contains(item.TeamId));

    /// <summary>Under which lines she may speak: those she hears; the desk under calls for help now, and under nothing else.</summary>
    public static IQueryable<FeedItem> AnswerableBy(this IQueryable<FeedItem> items, Me me) =>
        me.Is(Role.Support) ? items.Of(me).Where(item => item.CalledAt != null) : items.HeardBy(me);

    /// <summary>The newest items after a place, one more than a page, for who hears more teams than <see cref="FeedPage"/> names one by one.</summary>
    public static Task<List<FeedItem>> PageAsync(Db db, Me me, PageCursor? after, CancellationToken stop)
    {
        var items = db.FeedItems.HeardBy(me);
        if (after is { } place) items = items.Where(item => item.At < place.At || (item.At == place.At && item.Id.CompareTo(place.Id) < 0));
        return items.OrderByDescending(item => item.At).ThenByDescending(item => item.Id).Take(PageSize + 1).ToListAsync(stop);
    }
}
