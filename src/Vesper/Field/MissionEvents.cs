using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Plan, state, routes, arrivals, words or picture of a mission changed. How far it is follows from <see cref="CheckInCreated"/>.</summary>
sealed record MissionChanged(Guid MissionId, MissionState State) : IEvent
{
    public string Type => "mission.changed";
}
