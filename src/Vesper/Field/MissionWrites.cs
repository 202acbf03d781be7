using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>Load the mission → do to it what the endpoint says → tell the team if that changed anything → answer with the mission as it now stands.</summary>
sealed class MissionWrites(Writer writer, Db reading)
{
    public async Task<Results<Ok<MissionView>, NotFound>> Run(Guid id, Me me, Func<Db, Mission, Task<bool>> work)
    {
        var known = await writer.Run(me.OrgId, async db =>
        {
            if (await db.Missions.HeardBy(me).WithRoutes().FirstOrDefaultAsync(m => m.Id == id) is not { } mission) return false;
            if (await work(db, mission)) db.Tell(Topic.Team(mission.TeamId), new MissionChanged(mission.Id, mission.State));
            return true;
        });
        return known ? TypedResults.Ok(await ViewAsync(id, me)) : TypedResults.NotFound();
    }

    public async Task<MissionView> ViewAsync(Guid id, Me me) => await MissionViews.OfAsync(reading, me, await reading.Missions.HeardBy(me).WithRoutes().FirstAsync(m => m.Id == id));
}

/// <summary>A mission's two lines in the feed: it goes (NextStep: where they will meet), and it is over (no next step).</summary>
static class MissionLines
{
    public static void Tell(Db db, Mission mission, Me me, DateTimeOffset now)
    {
        var item = new FeedItem
        {
            OrgId = mission.OrgId, Id = Guid.CreateVersion7(), TeamId = mission.TeamId, MemberId = me.Id, MemberName = me.ShortName, Kind = FeedKind.Mission, SubjectId = mission.Id,
            Text = mission.Area, NextStep = mission.State is MissionState.UnderWay ? mission.Place : "", PhotoIds = mission.PhotoIds, At = now,
        };
        db.Add(item);
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }

    /// <summary>A picture that comes after the end joins the line that told of it.</summary>
    public static async Task ShowAsync(Db db, Mission mission)
    {
        if (mission.EndedAt is not { } ended) return;
        var item = await db.FeedItems.Of(mission.OrgId).FirstOrDefaultAsync(item => item.TeamId == mission.TeamId && item.At >= ended && item.SubjectId == mission.Id && item.Kind == FeedKind.Mission);
        if (item is null) return;
        item.PhotoIds = mission.PhotoIds;
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }
}
