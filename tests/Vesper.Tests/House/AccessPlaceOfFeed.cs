using Vesper.Field;

namespace Vesper.Tests.House;

sealed partial class Place
{
    public Guid Announcement => Made(id => new FeedItem { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, Kind = FeedKind.Announcement, Body = "周五团建", At = Now });

    /// <summary>A line and what was said under it.</summary>
    public object[] Comment
    {
        get
        {
            var line = Visit;
            return [line, Made(id => new Comment { OrgId = orgId, Id = id, ItemId = line, MemberId = memberId, MemberName = "某人", Text = "加油", At = Now })];
        }
    }
}
