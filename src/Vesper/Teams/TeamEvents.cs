using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>Somebody joined by the code and waits; goes to those who may admit her.</summary>
sealed record MemberWaiting(Guid MemberId, Guid UnitId) : IEvent
{
    public string Type => "member.waiting";
}

/// <summary>A member came, moved, left or is called otherwise.</summary>
sealed record MemberChanged(Guid MemberId) : IEvent
{
    public string Type => "member.changed";
}

/// <summary>The tree is another one.</summary>
sealed record UnitChanged(Guid UnitId) : IEvent
{
    public string Type => "unit.changed";
}

/// <summary>Workdays or somebody's leave changed.</summary>
sealed record CalendarChanged(DateOnly? Day) : IEvent
{
    public string Type => "calendar.changed";
}
