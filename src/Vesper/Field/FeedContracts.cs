using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>
/// A line of the feed as teammates read it: names, result, help; never a place. CustomerId only for who may open that customer.
/// Text: the help that is wanted, the package signed, or the step of the grade (<c>B→A</c>). Body: what somebody wrote. Comments: the last two; the line's own address has all.
/// Readers: how many have seen my own announcement; null for anything else. A withdrawn line keeps its place and its name, nothing it said.
/// </summary>
sealed record FeedItemView(
    Guid Id, FeedKind Kind, Guid TeamId, Guid MemberId, string MemberName, bool Own, Guid? CustomerId, string CustomerName,
    VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, bool HelpWanted, string Text, string NextStep, DateOnly? NextOn, DateTimeOffset At,
    ReactionsView Reactions, string Body, IReadOnlyList<Guid> PhotoIds, IReadOnlyList<MentionView> Mentions, Guid? SubjectId,
    int CommentCount, IReadOnlyList<CommentView> Comments, bool Edited, bool Withdrawn, ClockView? Call, DateTimeOffset? AnsweredAt, int? Readers);

/// <summary>How many teammates 贺 · 挺 · 听到了, and what I gave.</summary>
sealed record ReactionsView(int Congratulate, int Encourage, int Heard, IReadOnlyList<ReactionKind> Mine)
{
    public static ReactionsView Of(IEnumerable<Reaction> reactions, Guid me)
    {
        var all = reactions.ToList();
        int Count(ReactionKind kind) => all.Count(reaction => reaction.Kind == kind);
        return new(Count(ReactionKind.Congratulate), Count(ReactionKind.Encourage), Count(ReactionKind.Heard),
            [.. all.Where(reaction => reaction.MemberId == me).Select(reaction => reaction.Kind).Order()]);
    }
}

/// <summary>Who was named with @, as she is called today.</summary>
sealed record MentionView(Guid Id, string Name);

sealed record CommentView(Guid Id, Guid MemberId, string MemberName, bool Own, string Text, IReadOnlyList<MentionView> Mentions, bool IsAnswer, DateTimeOffset At, bool Withdrawn);

/// <summary>火力支持 on its clock: it rings until Until, unless answered; then it goes on to the manager.</summary>
sealed record ClockView(DateTimeOffset CalledAt, DateTimeOffset Until, DateTimeOffset? AnsweredAt, DateTimeOffset? EscalatedAt);

/// <summary>What somebody writes for the team: ≤2000 characters, ≤9 photos, or both. Kind: post, or announcement from who leads. TeamId: one of the teams I hear; without it my own.</summary>
sealed record NewPost(
    FeedKind Kind = FeedKind.Post,
    [property: MaxLength(2000)] string? Text = null,
    [property: MaxLength(9)] IReadOnlyList<Guid>? PhotoIds = null,
    [property: MaxLength(20)] IReadOnlyList<Guid>? MentionIds = null,
    Guid? TeamId = null);

/// <summary>My post in other words. SaidAt: the phone's time, so that of two edits the later counts whichever comes first.</summary>
sealed record PostText([property: MaxLength(2000)] string? Text, DateTimeOffset SaidAt, [property: MaxLength(20)] IReadOnlyList<Guid>? MentionIds = null);

/// <summary>A word under a line, ≤500 characters. IsAnswer: it answers the call for help of the line, and stops its clock.</summary>
sealed record NewComment([property: Required, MaxLength(500)] string Text, bool IsAnswer = false, [property: MaxLength(20)] IReadOnlyList<Guid>? MentionIds = null);

/// <summary>Who hears what I write: the teams I hear and their people.</summary>
sealed record AudienceView(IReadOnlyList<MentionView> Teams, IReadOnlyList<HearerView> Members);

sealed record HearerView(Guid Id, string Name, IReadOnlyList<Guid> TeamIds);
