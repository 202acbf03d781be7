using System.Text.Json;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>
/// A page of the feed by statements of our own: everybody's phone asks for it again on every event of the team. The newest lines, their reactions and their last
/// comments: three statements, each along one index.
/// </summary>
static class FeedPage
{
    const string Columns = """
        id, team_id, member_id, member_name, kind, customer_id, customer_name, outcome, kp_met, kp_minutes, help_wanted, text, next_step, next_on, at, body, photo_ids, mention_ids,
        subject_id, comment_count, edited_at, withdrawn_at, called_at, answered_at, escalated_at
        """;

    /// <summary>One more than a page. Each team gives its own newest, so that every part is a range of the index.</summary>
    public static Task<List<FeedItem>> ItemsAsync(PreparedLine line, Me me, PageCursor? after, CancellationToken stop)
    {
        if (me.Teams.Count == 0) return Task.FromResult(new List<FeedItem>());
        var values = new List<object> { me.OrgId };
        var before = "";
        if (after is { } place)
        {
            before = "and (at < @p1 or (at = @p1 and id < @p2))";
            values.AddRange([place.At, place.Id]);
        }
        const int most = FeedQueries.PageSize + 1;
        var parts = me.Teams.Select((_, i) => $"select * from (select {Columns} from feed_items where org_id = @p0 and team_id = @p{values.Count + i} {before} order by at desc, id desc limit {most}) part");
        var sql = $"{string.Join(" union all ", parts)} order by at desc, id desc limit {most}";
        values.AddRange(me.Teams.Select(team => (object)team));
        return line.ListAsync(sql, row => Item(me, row), stop, [.. values]);
    }

    /// <summary>
    /// Lines by their ids, at most a page, as far as she hears their teams. The team is looked at here: with both in one question SQLite takes the index of the team and
    /// walks all its lines.
    /// </summary>
    public static async Task<List<FeedItem>> NamedAsync(PreparedLine line, Me me, IReadOnlyList<Guid> ids, CancellationToken stop) => ids.Count == 0 ? [] : (await line.ListAsync(
        $"select {Columns} from feed_items where org_id = @p0 and id in ({PreparedLine.Places(1, FeedQueries.PageSize)})",
        row => Item(me, row), stop, [me.OrgId, .. PreparedLine.Padded(ids, FeedQueries.PageSize)])).FindAll(item => me.Hears(item.TeamId));

    static FeedItem Item(Me me, DbRow row) => new()
    {
        OrgId = me.OrgId, Id = row.Id(0), TeamId = row.Id(1), MemberId = row.Id(2), MemberName = row.Text(3), Kind = row.Word<FeedKind>(4), CustomerId = row.MaybeId(5), CustomerName = row.Text(6),
        Outcome = row.MaybeWord<VisitOutcome>(7), KpMet = row.MaybeFlag(8), KpMinutes = row.MaybeNumber(9), HelpWanted = row.Flag(10), Text = row.Text(11), NextStep = row.Text(12), NextOn = row.MaybeDay(13),
        At = row.Instant(14), Body = row.Text(15), PhotoIds = Ids(row.Text(16)), MentionIds = Ids(row.Text(17)), SubjectId = row.MaybeId(18), CommentCount = row.Number(19), EditedAt = row.MaybeInstant(20),
        WithdrawnAt = row.MaybeInstant(21), CalledAt = row.MaybeInstant(22), AnsweredAt = row.MaybeInstant(23), EscalatedAt = row.MaybeInstant(24),
    };

    public static async Task<List<Reaction>> ReactionsAsync(PreparedLine line, Me me, IReadOnlyList<Guid> lines, CancellationToken stop) => lines.Count == 0 ? [] : await line.ListAsync(
        $"select item_id, member_id, kind from reactions where org_id = @p0 and item_id in ({PreparedLine.Places(1, FeedQueries.PageSize)})",
        row => new Reaction { OrgId = me.OrgId, ItemId = row.Id(0), MemberId = row.Id(1), Kind = row.Word<ReactionKind>(2) },
        stop, [me.OrgId, .. PreparedLine.Padded(lines, FeedQueries.PageSize)]);

    /// <summary>The last comments of each line that still stand.</summary>
    public static async Task<List<Comment>> CommentsAsync(PreparedLine line, Me me, IReadOnlyList<Guid> lines, int last, CancellationToken stop) => lines.Count == 0 ? [] : await line.ListAsync(
        $"""
        select item_id, id, member_id, member_name, text, mention_ids, is_answer, visit_id, at from (
            select c.*, row_number() over (partition by item_id order by at desc, id desc) as nth
            from feed_comments c where org_id = @p0 and withdrawn_at is null and item_id in ({PreparedLine.Places(1, FeedQueries.PageSize)})) latest
        where nth <= {last}
        """,
        row => new Comment
        {
            OrgId = me.OrgId, ItemId = row.Id(0), Id = row.Id(1), MemberId = row.Id(2), MemberName = row.Text(3), Text = row.Text(4), MentionIds = Ids(row.Text(5)), IsAnswer = row.Flag(6),
            VisitId = row.MaybeId(7), At = row.Instant(8),
        },
        stop, [me.OrgId, .. PreparedLine.Padded(lines, FeedQueries.PageSize)]);

    static Guid[] Ids(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<Guid[]>(json, JsonSerializerOptions.Default)!;
}
