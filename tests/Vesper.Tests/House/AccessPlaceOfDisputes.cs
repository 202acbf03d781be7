using Vesper.Customers.Collisions;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>About <see cref="Customer"/>, raised by a colleague nobody asks as.</summary>
    public Guid Dispute => Made(id => new Dispute
    {
        OrgId = orgId, Id = id, CustomerId = Customer, OwnerId = memberId, TeamId = teamId, RaiserId = New, RaiserTeamId = New, AskedName = "客户", Reason = "我先到的", RaisedAt = Now, DueOn = Today.AddDays(2),
    });
}
