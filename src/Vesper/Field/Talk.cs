using Vesper.Kit.Access;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>Rules of what is said under a line.</summary>
static class Talk
{
    /// <summary>The first answer stops the clock of a call.</summary>
    /// <exception cref="Refusal"><c>feed.withdrawn</c> · <c>comment.empty</c> · <c>comment.too-many</c> · <c>answer.no-call</c>: no help is wanted. <c>answer.own</c>: answers come from the others.
    /// <c>access.denied</c>: the desk answers calls, it does not talk in the team.</exception>
    public static Comment Say(Guid id, FeedItem item, Me me, NewComment said, DateTimeOffset now, FieldOptions options)
    {
        if (item.WithdrawnAt is not null) throw FeedItem.Withdrawn();
        if (string.IsNullOrWhiteSpace(said.Text)) throw new Refusal("comment.empty", "Say something.");
        if (item.CommentCount >= options.CommentsMost) throw new Refusal("comment.too-many", "This line has had its say.");
        if (said.IsAnswer && !item.HelpWanted) throw new Refusal("answer.no-call", "No help is wanted here.");
        if (said.IsAnswer && item.MemberId == me.Id) throw new Refusal("answer.own", "Answers come from the others.");
        if (!said.IsAnswer && !me.Hears(item.TeamId)) throw new Refusal("access.denied", "The desk answers what it is called for.", StatusCodes.Status403Forbidden);
        if (said.IsAnswer) item.AnsweredAt ??= now;
        return new()
        {
            OrgId = me.OrgId, Id = id, ItemId = item.Id, MemberId = me.Id, MemberName = me.ShortName, Text = said.Text.Trim(), IsAnswer = said.IsAnswer, At = now,
            VisitId = said.IsAnswer ? item.VisitOfHelp : null,
        };
    }

    /// <returns>False when it was taken back before.</returns>
    /// <exception cref="Refusal"><c>post.closed</c></exception>
    public static bool Withdraw(Comment comment, Me me, DateTimeOffset now)
    {
        if (comment.WithdrawnAt is not null) return false;
        if (me.DayOf(now) > me.DayOf(comment.At)) throw new Refusal("post.closed", "The day of these words is over; they stay.");
        (comment.Text, comment.MentionIds, comment.WithdrawnAt) = ("", [], now);
        return true;
    }
}
