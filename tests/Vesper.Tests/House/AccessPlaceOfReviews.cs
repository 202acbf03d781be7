using Vesper.Field;
using Vesper.Journals;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A visit at <see cref="Customer"/> by its owner.</summary>
    public Guid VisitThere => Made(id => new Visit { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, Day = Today, DeviceAt = Now, CheckedInAt = Now });

    /// <summary>A review held with the team.</summary>
    public Guid Review => Made(id => new Review { OrgId = orgId, Id = id, TeamId = teamId, HostId = memberId, MemberId = memberId, CustomerId = Customer, CustomerName = "客户", Day = Today, ClosedAt = Now });
}
