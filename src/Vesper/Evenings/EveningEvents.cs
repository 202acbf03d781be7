using Vesper.Kit.Live;

namespace Vesper.Evenings;

/// <summary>Plan, course, attendance or checkout of an evening changed.</summary>
sealed record EveningChanged(Guid EveningId, int Version, EveningState State) : IEvent
{
    public string Type => "evening.changed";
}

/// <summary>A case, its advice or its outcome changed.</summary>
sealed record CaseChanged(Guid CaseId, Guid? EveningId) : IEvent
{
    public string Type => "case.changed";
}

sealed record StoryChanged(Guid StoryId) : IEvent
{
    public string Type => "story.changed";
}

sealed record CommitmentChanged(Guid CommitmentId, Guid MemberId) : IEvent
{
    public string Type => "commitment.changed";
}

/// <summary>Moods or the spoken round; nobody is named.</summary>
sealed record ReliefChanged(Guid EveningId) : IEvent
{
    public string Type => "relief.changed";
}
