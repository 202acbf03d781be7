using Vesper.Kit.Notices;

namespace Vesper.Tests.House;

sealed partial class Place
{
    public Guid Notice => Made(id => new Notice { OrgId = orgId, Id = id, MemberId = memberId, Kind = "mention", At = Now });
}
