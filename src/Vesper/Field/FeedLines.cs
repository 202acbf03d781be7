using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;

namespace Vesper.Field;

/// <summary>Reads lines of the feed with what stands under them, for one request.</summary>
sealed class FeedLines(Db db, Prepared prepared, FieldOptions options)
{
    public Task<Page<FeedItemView>> PageAsync(Me me, PageCursor? after, CancellationToken stop) => prepared.ReadAsync(async line =>
    {
        var rows = me.Teams.Count > Prepared.MostParts ? await FeedQueries.PageAsync(db, me, after, stop) : await FeedPage.ItemsAsync(line, me, after, stop);
        var page = rows.ToPage(FeedQueries.PageSize, item => new PageCursor(item.At, item.Id));
        return new Page<FeedItemView>(await FeedViews.ReadAsync(line, db, me, page.Items, options, stop), page.Next);
    }, stop);

    /// <summary>What the index finds for the teams she hears, read again through her rights of now.</summary>
    public Task<Page<FeedItemView>> FoundAsync(Me me, IReadOnlyList<SearchTerm> terms, string? after, CancellationToken stop) => prepared.ReadAsync(async line =>
    {
        var hits = await Search.FindAsync(line, db.Engine, me.OrgId, FeedSearch.Kind, FeedSearch.Scopes(me), terms, Search.Before(after), FeedQueries.PageSize + 1, stop);
        var ids = hits.Take(FeedQueries.PageSize).Select(hit => hit.SubjectId).ToList();
        var found = (await FeedPage.NamedAsync(line, me, ids, stop)).ToDictionary(item => item.Id);
        var views = await FeedViews.ReadAsync(line, db, me, [.. ids.Where(found.ContainsKey).Select(id => found[id])], options, stop);
        return new Page<FeedItemView>(views, hits.Count > FeedQueries.PageSize ? Search.After(hits[FeedQueries.PageSize - 1]) : null);
    }, stop);

    /// <summary>A line that is hers to read; a writer reads her own also when she has left the team since.</summary>
    public async Task<FeedItemView> OneAsync(Me me, Guid id, CancellationToken stop)
    {
        var item = await db.FeedItems.Of(me).FirstAsync(item => item.Id == id, stop);
        return (await prepared.ReadAsync(line => FeedViews.ReadAsync(line, db, me, [item], options, stop), stop))[0];
    }
}
