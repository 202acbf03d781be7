using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Somebody of the team is at a customer. To the team: ids only, never a place.</summary>
sealed record CheckInCreated(Guid VisitId, Guid CustomerId, Guid MemberId) : IEvent
{
    public string Type => "check-in.created";
}

/// <summary>The outcome of a visit was saved, for the first time or anew. Day: when it was told, not when the visit was.</summary>
sealed record VisitEnded(Guid VisitId, Guid CustomerId, Guid MemberId, VisitOutcome Outcome, bool HelpWanted, DateOnly Day) : IEvent
{
    public const string Name = "visit.ended";

    public string Type => Name;
}

/// <summary>To the member herself: she phoned a customer, or said anew what came of it. Day: the call's.</summary>
sealed record CallMade(Guid CallId, Guid CustomerId, Guid MemberId, CallOutcome Outcome, DateOnly Day) : IEvent
{
    public const string Name = "call.made";

    public string Type => Name;
}

/// <summary>A line of the feed came or changed by another room's doing.</summary>
sealed record FeedChanged(Guid ItemId) : IEvent
{
    public string Type => "feed.changed";
}

/// <summary>Somebody wrote for the team.</summary>
sealed record FeedPosted(Guid ItemId, FeedKind Kind, Guid MemberId) : IEvent
{
    public string Type => "feed.posted";
}

/// <summary>Something was said under a line, or taken back.</summary>
sealed record FeedCommented(Guid ItemId, Guid MemberId) : IEvent
{
    public string Type => "feed.commented";
}

/// <summary>To the team: a member wants help now.</summary>
sealed record HelpCalled(Guid ItemId, Guid MemberId) : IEvent
{
    public string Type => "help.called";
}

/// <summary>To one member: it is for her to answer. The names are all the desk learns.</summary>
sealed record HelpRang(Guid ItemId, string MemberName, string CustomerName, DateTimeOffset Until) : IEvent
{
    public string Type => "help.rang";
}

/// <summary>A call for help has an answer. By: told to the asker alone.</summary>
sealed record HelpAnswered(Guid ItemId, Guid MemberId, Guid? VisitId, string By = "") : IEvent
{
    public string Type => "help.answered";
}

/// <summary>Nobody answered in time; it went on to the manager.</summary>
sealed record HelpEscalated(Guid ItemId) : IEvent
{
    public string Type => "help.escalated";
}

sealed record ReactionChanged(Guid ItemId) : IEvent
{
    public string Type => "reaction.changed";
}

/// <summary>To the member herself: her plan for a day is another one.</summary>
sealed record PlanChanged(DateOnly Day) : IEvent
{
    public string Type => "plan.changed";
}
