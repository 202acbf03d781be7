using Vesper.Kit.Access;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>Rules of what is written by hand: who may, until when it may be changed, what stays of it.</summary>
static class Post
{
    public static bool IsWritten(FeedKind kind) => kind is FeedKind.Post or FeedKind.Announcement or FeedKind.Help;

    /// <exception cref="Refusal"><c>post.kind</c>: other lines come by themselves. <c>access.denied</c>: announcements are for who leads. <c>post.empty</c></exception>
    public static FeedItem Write(Guid id, Me me, Guid teamId, NewPost said, IReadOnlyList<Guid> photos, DateTimeOffset now)
    {
        if (said.Kind is not (FeedKind.Post or FeedKind.Announcement)) throw new Refusal("post.kind", "Posts and announcements are written; the other lines come by themselves.");
        if (said.Kind is FeedKind.Announcement && !me.Is(Role.Supervisor, Role.Manager)) throw new Refusal("access.denied", "Announcements come from who leads the team.", StatusCodes.Status403Forbidden);
        if (string.IsNullOrWhiteSpace(said.Text) && photos.Count == 0) throw Empty();
        return new()
        {
            OrgId = me.OrgId, Id = id, TeamId = teamId, MemberId = me.Id, MemberName = me.ShortName, Kind = said.Kind,
            Body = said.Text?.Trim() ?? "", PhotoIds = photos, At = now,
        };
    }

    /// <returns>False when a later edit was here first.</returns>
    /// <exception cref="Refusal"><c>post.closed</c> · <c>feed.withdrawn</c> · <c>post.empty</c></exception>
    public static bool Edit(FeedItem post, Me me, PostText said, DateTimeOffset now)
    {
        if (post.WithdrawnAt is not null) throw FeedItem.Withdrawn();
        var at = said.SaidAt < now ? said.SaidAt.ToUniversalTime() : now; // a phone's clock that is ahead wins nothing
        if (post.EditedAt >= at) return false;
        MustBeOpen(post, me, now);
        if (string.IsNullOrWhiteSpace(said.Text) && post.PhotoIds.Count == 0) throw Empty();
        (post.Body, post.EditedAt) = (said.Text?.Trim() ?? "", at);
        return true;
    }

    /// <summary>The trace stays: who and when; what was said and shown is gone. A second time changes nothing.</summary>
    /// <exception cref="Refusal"><c>post.closed</c></exception>
    public static void Withdraw(FeedItem post, Me me, DateTimeOffset now)
    {
        if (post.WithdrawnAt is not null) return;
        MustBeOpen(post, me, now);
        (post.Body, post.PhotoIds, post.MentionIds, post.HelpWanted, post.WithdrawnAt) = ("", [], [], false, now);
    }

    static void MustBeOpen(FeedItem post, Me me, DateTimeOffset now)
    {
        if (me.DayOf(now) > me.DayOf(post.At)) throw new Refusal("post.closed", "The day of this post is over; it stays.");
    }

    static Refusal Empty() => new("post.empty", "Write something, or show a photo.");
}
