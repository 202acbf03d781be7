using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>Lines with what stands under them, in a bounded number of queries however many lines there are.</summary>
static class FeedViews
{
    const int LastComments = 2;

    /// <summary>At most a page of lines. Db: for the names and counts that few lines need.</summary>
    public static async Task<IReadOnlyList<FeedItemView>> ReadAsync(PreparedLine line, Db db, Me me, IReadOnlyList<FeedItem> items, FieldOptions options, CancellationToken stop)
    {
        var reactions = (await FeedPage.ReactionsAsync(line, me, [.. items.Select(item => item.Id)], stop)).ToLookup(reaction => reaction.ItemId);
        var comments = await FeedPage.CommentsAsync(line, me, [.. items.Where(item => item.CommentCount > 0).Select(item => item.Id)], LastComments, stop);
        var names = await NamesAsync(db, me, items.SelectMany(item => item.MentionIds).Concat(comments.SelectMany(comment => comment.MentionIds)), stop);
        var readers = await ReadersAsync(db, me, items, stop);
        var under = comments.ToLookup(comment => comment.ItemId);

        return [.. items.Select(item => View(item, me, options, ReactionsView.Of(reactions[item.Id], me.Id),
            [.. under[item.Id].OrderBy(comment => comment.At).ThenBy(comment => comment.Id).Select(comment => View(comment, me, names))],
            Mentions(item.MentionIds, names), readers.TryGetValue(item.Id, out var many) ? many : null))];
    }

    public static CommentView View(Comment comment, Me me, IReadOnlyDictionary<Guid, string> names) => new(
        comment.Id, comment.MemberId, comment.MemberName, comment.MemberId == me.Id, comment.Text, Mentions(comment.MentionIds, names), comment.IsAnswer, comment.At, comment.WithdrawnAt is not null);

    /// <summary>What those who were named are called today.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, Me me, IEnumerable<Guid> mentioned, CancellationToken stop)
    {
        var ids = mentioned.Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Members.Of(me).Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
    }

    static async Task<IReadOnlyDictionary<Guid, int>> ReadersAsync(Db db, Me me, IReadOnlyList<FeedItem> items, CancellationToken stop)
    {
        var mine = items.Where(item => item.Kind is FeedKind.Announcement && item.MemberId == me.Id && item.WithdrawnAt is null).Select(item => item.Id).ToList();
        if (mine.Count == 0) return new Dictionary<Guid, int>();
        var seen = await db.FeedReads.Where(read => read.OrgId == me.OrgId && mine.Contains(read.ItemId)).GroupBy(read => read.ItemId)
            .Select(read => new { Id = read.Key, Many = read.Count() }).ToDictionaryAsync(read => read.Id, read => read.Many, stop);
        return mine.ToDictionary(id => id, id => seen.GetValueOrDefault(id));
    }

    static FeedItemView View(FeedItem item, Me me, FieldOptions options, ReactionsView reactions, IReadOnlyList<CommentView> comments, IReadOnlyList<MentionView> mentions, int? readers) => new(
        item.Id, item.Kind, item.TeamId, item.MemberId, item.MemberName, item.MemberId == me.Id,
        item.MemberId == me.Id || me.Sees.Contains(item.TeamId) ? item.CustomerId : null, item.CustomerName,
        item.Outcome, item.KpMet, item.KpMinutes, item.HelpWanted, item.Text, item.NextStep, item.NextOn, item.At,
        reactions, item.Body, item.PhotoIds, mentions, item.SubjectId, item.CommentCount, comments, item.EditedAt is not null, item.WithdrawnAt is not null,
        HelpClock.View(item, options), item.AnsweredAt, readers);

    static List<MentionView> Mentions(IReadOnlyList<Guid> ids, IReadOnlyDictionary<Guid, string> names) =>
        [.. ids.Where(names.ContainsKey).Select(id => new MentionView(id, names[id]))];
}
