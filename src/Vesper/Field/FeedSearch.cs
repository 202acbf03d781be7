using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Field;

/// <summary>What a line of the feed is found by: its own words and those under it, who wrote it, what kind it is; and for whom: those who hear its team.</summary>
static class FeedSearch
{
    public const string Kind = "feed";

    public static string Words(FeedItem item, IEnumerable<string> said) =>
        Search.Words([Team(item.TeamId), By(item.MemberId), Of(item.Kind)], [item.MemberName, item.CustomerName, item.Text, item.NextStep, item.Body, .. said]);

    /// <summary>All of it must hold. Empty: nothing was asked, or a single Chinese character.</summary>
    public static IReadOnlyList<SearchTerm> Terms(string? words, Guid? memberId, FeedKind? kind)
    {
        var terms = Bigrams.Query(words).ToList();
        if (terms.Count == 0 && !string.IsNullOrWhiteSpace(words)) return [];
        if (memberId is { } member) terms.Add(new(By(member), Prefix: false));
        if (kind is { } one) terms.Add(new(Of(one), Prefix: false));
        return terms;
    }

    public static IReadOnlyList<string> Scopes(Me me) => [.. me.Teams.Select(Team)];

    /// <summary>
    /// As the line stands now. One that was taken back, or is gone, is found no more. Every check-in comes by here, so these are statements of our own: through EF
    /// the index took as long as the check-in itself.
    /// </summary>
    public static async Task IndexAsync(Db db, Guid orgId, Guid itemId)
    {
        var item = await db.Line!.FirstAsync(
            "select team_id, member_id, kind, member_name, customer_name, text, next_step, body, comment_count from feed_items where org_id = @p0 and id = @p1 and withdrawn_at is null",
            row => new FeedItem
            {
                OrgId = orgId, Id = itemId, TeamId = row.Id(0), MemberId = row.Id(1), Kind = row.Word<FeedKind>(2), MemberName = row.Text(3), CustomerName = row.Text(4), Text = row.Text(5), NextStep = row.Text(6),
                Body = row.Text(7), CommentCount = row.Number(8),
            }, default, orgId, itemId);
        IReadOnlyList<string> said = item is null or { CommentCount: 0 } ? [] : await db.Line.ListAsync(
            "select text from feed_comments where org_id = @p0 and item_id = @p1 and withdrawn_at is null order by at", row => row.Text(0), default, orgId, itemId);
        await Search.ReplaceAsync(db, orgId, Kind, itemId, item is null ? null : Words(item, said));
    }

    // Not the 't' of customers and journals: whoever searches those would walk through every line of the feed that holds the word.
    static string Team(Guid teamId) => Search.Scope('f', teamId);

    static string By(Guid memberId) => Search.Scope('m', memberId);

    static string Of(FeedKind kind) => $"#k{kind.ToString().ToLowerInvariant()}";
}
