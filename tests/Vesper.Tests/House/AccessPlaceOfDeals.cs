using Vesper.Customers;
using Vesper.Customers.Deals;
using Vesper.Customers.GradeWords;

namespace Vesper.Tests.House;

sealed partial class Place
{
    Guid? _deal;

    /// <summary>An open deal of <see cref="Customer"/>.</summary>
    public Guid Deal => _deal ??= Made(id => new Deal { OrgId = orgId, Id = id, CustomerId = Customer, OwnerId = memberId, TeamId = teamId, Name = "展会套餐", OpenedOn = Today });

    /// <summary>An offer of <see cref="Deal"/>.</summary>
    public Guid Offer => Made(id => new Offer { OrgId = orgId, Id = id, DealId = Deal, Version = 1, Lines = [new(null, "展会套餐", "", 1, 100, 0)], ListFen = 100, TotalFen = 100, MadeBy = memberId, MadeAt = Now });

    public Guid GradeWord => Made(id => new GradeWord { OrgId = orgId, Id = id, CustomerId = Customer, Grade = Grade.B, ByRule = Grade.D, Reason = "老板亲口说的", SaidBy = memberId, Since = Today });
}
