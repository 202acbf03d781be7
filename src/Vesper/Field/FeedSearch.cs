using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Field;

/// <summary>What a line of the feed is found by: its own words and those under it, who wrote it, what kind it is; and for whom: those who hear its team.</summary>
static class FeedSearch
{
    public const string Kind = "feed";

    public static string Words(FeedItem item, IEnumerable<string> said) =>
        Search.Words([Search.Scope('t', item.TeamId), By(item.MemberId), Of(item.Kind)], [item.MemberName, item.CustomerName, item.Text, item.NextStep, item.Body, .. said]);

    /// <summary>All of it must hold. Empty: nothing was asked, or a single Chinese character.</summary>
    public static IReadOnlyList<SearchTerm> Terms(string? words, Guid? memberId, FeedKind? kind)
    {
        var terms = Bigrams.Query(words).ToList();
        if (terms.Count == 0 && !string.IsNullOrWhiteSpace(words)) return [];
        if (memberId is { } member) terms.Add(new(By(member), Prefix: false));
        if (kind is { } one) terms.Add(new(Of(one), Prefix: false));
        return terms;
    }

    public static IReadOnlyList<string> Scopes(Me me) => [.. me.Teams.Select(team => Search.Scope('t', team))];

    /// <summary>As the line stands now. One that was taken back, or is gone, is found no more.</summary>
    public static async Task IndexAsync(Db db, Guid orgId, Guid itemId)
    {
        if (await db.FeedItems.Of(orgId).FindAsync(itemId) is not { WithdrawnAt: null } item)
        {
            await db.Set<SearchRow>().Where(row => row.OrgId == orgId && row.Kind == Kind && row.SubjectId == itemId).ExecuteDeleteAsync();
            return;
        }
        var said = item.CommentCount == 0 ? [] : await db.Comments.Of(orgId).Where(comment => comment.ItemId == itemId && comment.WithdrawnAt == null).OrderBy(comment => comment.At).Select(comment => comment.Text).ToListAsync();
        await Search.PutAsync(db, orgId, Kind, itemId, Words(item, said));
    }

    static string By(Guid memberId) => Search.Scope('m', memberId);

    static string Of(FeedKind kind) => $"#k{kind.ToString().ToLowerInvariant()}";
}
