using Vesper.Customers.Handovers;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A handover that is confirmed and has no customers.</summary>
    public Guid Handover => Made(id => new Handover { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, StartedBy = memberId, State = HandoverState.Confirmed, CreatedAt = Now });
}
