using Vesper.Customers.Exports;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>An export that waits for a second person.</summary>
    public Guid Export => Made(id => new CustomerExport { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, Reason = "给客户寄样本", CreatedAt = Now });
}
