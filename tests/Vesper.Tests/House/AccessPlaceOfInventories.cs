using Vesper.Customers.Inventories;
using Vesper.Customers.JointVisits;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>An inventory that has ended, of a member's own: whoever reaches it may read it.</summary>
    public Guid Inventory => Made(
        id => new Inventory { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, HostId = memberId, Day = Today, StartedAt = Now, EndedAt = Now },
        id => new InventoryLine { OrgId = orgId, Id = id, InventoryId = id, CustomerId = Customer });

    /// <summary>The member, with a customer to go through.</summary>
    public Guid Seller => Customer == Guid.Empty ? default : memberId;

    /// <summary>A joint visit of the member's, today, with somebody who is none of those who ask.</summary>
    public Guid JointVisit => Made(id => new JointVisit { OrgId = orgId, Id = id, CustomerId = Customer, MemberId = memberId, TeamId = teamId, CompanionId = Guid.CreateVersion7(), Day = Today, CreatedAt = Now });
}
