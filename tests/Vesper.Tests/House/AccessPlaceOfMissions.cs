using Vesper.Field;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A mission planned for today that its team's member walks.</summary>
    public Guid Mission
    {
        get
        {
            var mission = new Mission { OrgId = orgId, Id = Guid.CreateVersion7(), TeamId = teamId, PlannedBy = memberId, Area = "下沙", Place = "金沙湖", Day = Today, MeetsAt = Now, CreatedAt = Now };
            mission.Routes.Add(new() { OrgId = orgId, MissionId = mission.Id, MemberId = memberId });
            Made(_ => mission);
            return mission.Id;
        }
    }
}
