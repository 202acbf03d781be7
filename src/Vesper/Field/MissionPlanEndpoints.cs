using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Geo;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>What who plans a mission does: area, proposal, routes, start and end.</summary>
static class MissionPlanEndpoints
{
    public static void MapMissionPlans(this IEndpointRouteBuilder missions)
    {
        var plans = missions.MapGroup("").RequireRole(Role.Lead, Role.Supervisor, Role.Manager);
        plans.MapGet("/area", GetMissionArea).WithName("getMissionArea").WithSummary("The teams one may plan for; of one of them the members, and its companies around one of them or by their newest; names and company addresses only.");
        plans.MapPost("/proposal", ProposeRoutes).WithName("proposeRoutes").WithSummary("Splits companies by their side of the meeting point; nothing is kept.");
        plans.MapPut("/{id:guid}", PutMission).WithName("putMission").WithSummary("Plans a mission, or changes it until it ends.");
        plans.MapDelete("/{id:guid}", DeleteMission).WithName("deleteMission").WithSummary("Calls off one that has not begun.");
        plans.MapPut("/{id:guid}/start", PutStart).WithName("putMissionStart");
        plans.MapPut("/{id:guid}/end", PutEnd).WithName("putMissionEnd");
    }

    static async Task<Results<Ok<MissionArea>, NotFound>> GetMissionArea(Me me, Db db, MissionOptions options, CancellationToken stop, Guid? teamId = null, Guid? around = null)
    {
        var teams = await AreaCustomers.TeamsAsync(db, me, stop);
        if ((teamId is { } asked ? teams.Find(one => one.Id == asked) : teams.Find(one => one.Id == me.TeamId) ?? teams.Find(_ => true)) is not { Id: var team }) return TypedResults.NotFound();
        var centre = around is { } id ? await db.Customers.Of(me).FirstOrDefaultAsync(c => c.Id == id && c.TeamId == team, stop) : null;
        if (around is not null && centre is null) return TypedResults.NotFound();

        var members = await db.Members.Of(me).Where(m => m.UnitId == team && m.State == MemberState.Active).OrderBy(m => m.Id).Select(m => new AreaMember(m.Id, m.ShortName)).ToListAsync(stop);
        return TypedResults.Ok(new MissionArea(team, teams, members, await AreaCustomers.AroundAsync(db, me, team, centre, options, stop)));
    }

    static async Task<Results<Ok<IReadOnlyList<ProposedRoute>>, NotFound>> ProposeRoutes(NewProposal input, Me me, Db db, MissionOptions options, CancellationToken stop)
    {
        var team = input.TeamId ?? me.TeamId;
        if (!me.Hears(team)) return TypedResults.NotFound();
        if (input.CustomerIds.Count > 20 * input.MemberIds.Count) throw new Refusal("mission.too-many", "More companies than these members can visit in a day.");
        var customers = await db.Customers.Of(me).Where(c => c.TeamId == team && input.CustomerIds.Contains(c.Id)).ToListAsync(stop);
        var place = input.PlaceCustomerId is { } at ? await db.Customers.Of(me).FirstOrDefaultAsync(c => c.Id == at && c.TeamId == team, stop) : null;
        if (customers.Count < input.CustomerIds.Distinct().Count() || (input.PlaceCustomerId is not null && place is null)) return TypedResults.NotFound();
        return TypedResults.Ok(Pincer.Of([.. input.MemberIds.Distinct()], customers.ConvertAll(c => new Door(c.Id, PointOf(c), c.OwnerId)), place is null ? null : PointOf(place), options));
    }

    static Point? PointOf(Customer customer) => customer is { Latitude: { } north, Longitude: { } east } ? new Point(north, east) : null;

    static async Task<Results<Ok<MissionView>, Created<MissionView>, NotFound>> PutMission(
        Guid id, NewMission input, Me me, Writer writer, MissionWrites missions, TimeProvider time, MissionOptions options)
    {
        bool? isNew = await writer.Run<bool?>(me.OrgId, async db =>
        {
            var mission = await db.Missions.Of(me).WithRoutes().FirstOrDefaultAsync(m => m.Id == id);
            if (!me.Hears(mission?.TeamId ?? input.TeamId ?? me.TeamId)) return null;
            var made = mission is null;
            if (mission is null) db.Add(mission = new() { OrgId = me.OrgId, Id = id, TeamId = input.TeamId ?? me.TeamId, PlannedBy = me.Id, CreatedAt = time.GetUtcNow() });
            if (input.PlaceCustomerId is { } at && !await db.Customers.Of(me).AnyAsync(c => c.Id == at && c.TeamId == mission.TeamId)) return null;

            var (before, met, walked) = (mission.Day, mission.MeetsAt, mission.Routes.Select(route => route.MemberId).ToList());
            mission.Meet(input.Area, input.Place, input.PlaceCustomerId, input.MeetsAt, me, time.GetUtcNow(), options);
            await MissionRoutes.MoveAsync(db, mission, made ? mission.Day : before);
            await MissionRoutes.ArrangeAsync(db, mission, input.Routes);
            db.Tell(Topic.Team(mission.TeamId), new MissionChanged(id, mission.State));
            // Who is new on it, and everyone when it meets at another time.
            var moved = !made && (met - mission.MeetsAt).Duration() >= TimeSpan.FromMinutes(1);
            foreach (var member in mission.Routes.Select(route => route.MemberId).Where(member => member != me.Id && (moved || !walked.Contains(member))))
                db.Notify(member, "mission-planned", $"/missions/{id}", ("who", me.ShortName));
            return made;
        });
        if (isNew is null) return TypedResults.NotFound();
        var view = await missions.ViewAsync(id, me);
        return isNew is true ? TypedResults.Created($"/api/missions/{id}", view) : TypedResults.Ok(view);
    }

    static Task<Results<NoContent, NotFound>> DeleteMission(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Missions.HeardBy(me).WithRoutes().FirstOrDefaultAsync(m => m.Id == id) is not { } mission) return TypedResults.NotFound();
        if (mission.State is not MissionState.Planned) throw new Refusal("mission.started", "It has begun; it can be ended, not called off.");
        foreach (var route in mission.Routes) await MissionRoutes.SetAsync(db, mission, route, []);
        db.Remove(mission);
        db.Tell(Topic.Team(mission.TeamId), new MissionChanged(id, MissionState.Ended));
        return TypedResults.NoContent();
    });

    static Task<Results<Ok<MissionView>, NotFound>> PutStart(Guid id, Me me, MissionWrites missions, TimeProvider time) =>
        missions.Run(id, me, (db, mission) => Task.FromResult(Turned(db, mission, me, time, mission.Start(me, time.GetUtcNow()))));

    static Task<Results<Ok<MissionView>, NotFound>> PutEnd(Guid id, Me me, MissionWrites missions, TimeProvider time) =>
        missions.Run(id, me, (db, mission) => Task.FromResult(Turned(db, mission, me, time, mission.End(time.GetUtcNow()))));

    static bool Turned(Db db, Mission mission, Me me, TimeProvider time, bool isNew)
    {
        if (isNew) MissionLines.Tell(db, mission, me, time.GetUtcNow());
        return isNew;
    }
}
