namespace Vesper.Field;

/// <summary>Rings: nobody has answered yet. Late: the time is over. Answered: the first answer stopped the clock.</summary>
enum HelpState { Rings, Late, Answered }

/// <summary>火力支持: a call for help now has a quarter of an hour (D) until the first answer; unanswered, it goes on to the manager, once.</summary>
static class HelpClock
{
    public static DateTimeOffset Until(DateTimeOffset calledAt, FieldOptions options) => calledAt + options.HelpWithin;

    public static HelpState Of(DateTimeOffset calledAt, DateTimeOffset? answeredAt, DateTimeOffset now, FieldOptions options) =>
        answeredAt is not null ? HelpState.Answered : now < Until(calledAt, options) ? HelpState.Rings : HelpState.Late;

    /// <summary>Unanswered and over, not withdrawn, and the manager does not know yet.</summary>
    public static bool GoesOn(FeedItem call, DateTimeOffset now, FieldOptions options) =>
        call is { CalledAt: { } calledAt, EscalatedAt: null, WithdrawnAt: null } && Of(calledAt, call.AnsweredAt, now, options) is HelpState.Late;

    public static ClockView? View(FeedItem item, FieldOptions options) =>
        item.CalledAt is { } calledAt ? new(calledAt, Until(calledAt, options), item.AnsweredAt, item.EscalatedAt) : null;
}
