using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>战队行动 as its members read it, and what each of them says of herself.</summary>
static class MissionEndpoints
{
    const int PageSize = 20;

    public static void MapMissions(this IEndpointRouteBuilder api)
    {
        var missions = api.MapGroup("/missions").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithTags("Field").ProducesProblem(403).ProducesProblem(409);
        missions.MapGet("/", ListMissions).WithName("listMissions").WithSummary("Missions of my teams with what came of them, the latest day first.");
        missions.MapGet("/today", GetTodaysMissions).WithName("getTodaysMissions").WithSummary("Today's with how far they are; and tomorrow's plans.");
        missions.MapGet("/{id:guid}", GetMission).WithName("getMission");
        missions.MapPut("/{id:guid}/stops", PutStops).WithName("putMissionStops").WithSummary("My own route: another order, one more of my customers, one less.");
        missions.MapPut("/{id:guid}/arrival", PutArrival).WithName("putMissionArrival").WithSummary("I am at the meeting point; my own word, no position.");
        missions.MapPut("/{id:guid}/learned", PutLearned).WithName("putMissionLearned").WithSummary("What I learned, in my words.");
        missions.MapPut("/{id:guid}/picture", PutPicture).WithName("putMissionPicture").WithSummary("Adds photos of mine, taken for the team, to its picture.");
        missions.MapMissionPlans();
    }

    static async Task<Ok<Page<MissionLine>>> ListMissions(Me me, Db db, CancellationToken stop, string? after = null)
    {
        var missions = db.Missions.HeardBy(me);
        if (PageCursor.Of(after) is { } place) missions = missions.Where(m => m.MeetsAt < place.At || (m.MeetsAt == place.At && m.Id.CompareTo(place.Id) < 0));
        var rows = await MissionViews.OfAsync(db, me, await missions.OrderByDescending(m => m.MeetsAt).ThenByDescending(m => m.Id).Take(PageSize + 1).WithRoutes().ToListAsync(stop), stop);
        var teams = await db.Units.Of(me).Where(unit => me.Teams.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        return TypedResults.Ok(rows.Select(m => Line(m, teams.GetValueOrDefault(m.TeamId, ""))).ToList().ToPage(PageSize, line => new PageCursor(line.MeetsAt, line.Id)));
    }

    static MissionLine Line(MissionView mission, string team) => new(mission.Id, team, mission.Area, mission.Place, mission.Day, mission.MeetsAt, mission.State,
        [.. mission.Routes.Select(route => route.MemberName)], mission.Routes.Sum(route => route.Done), mission.Routes.Sum(route => route.Total), mission.Summary, mission.PhotoIds.Select(id => (Guid?)id).FirstOrDefault());

    static async Task<Ok<IReadOnlyList<MissionView>>> GetTodaysMissions(Me me, Db db, TimeProvider time, CancellationToken stop)
    {
        var today = me.DayOf(time.GetUtcNow());
        var missions = await db.Missions.HeardBy(me).Where(m => m.Day == today || m.Day == today.AddDays(1)).OrderBy(m => m.MeetsAt).ThenBy(m => m.Id).WithRoutes().ToListAsync(stop);
        return TypedResults.Ok(await MissionViews.OfAsync(db, me, missions, stop));
    }

    static async Task<Results<Ok<MissionView>, NotFound>> GetMission(Guid id, Me me, Db db, CancellationToken stop) =>
        await db.Missions.HeardBy(me).WithRoutes().FirstOrDefaultAsync(m => m.Id == id, stop) is { } mission ? TypedResults.Ok(await MissionViews.OfAsync(db, me, mission, stop)) : TypedResults.NotFound();

    static Task<Results<Ok<MissionView>, NotFound>> PutStops(Guid id, NewStops input, Me me, MissionWrites missions) => missions.Run(id, me, async (db, mission) =>
    {
        mission.MustNotBeOver();
        var route = mission.RouteOf(me.Id);
        var others = mission.Routes.Where(other => other != route).SelectMany(other => other.Stops).Select(stop => stop.CustomerId).ToHashSet();
        if (input.CustomerIds.Distinct().Count() < input.CustomerIds.Count || input.CustomerIds.Any(others.Contains)) throw new Refusal("mission.twice", "A company is visited by one, once.");
        var more = input.CustomerIds.Except(route.Stops.Select(stop => stop.CustomerId)).ToList();
        if (await db.Customers.VisibleTo(me).CountAsync(customer => more.Contains(customer.Id) && customer.TeamId == mission.TeamId) < more.Count)
            throw new Refusal("not-found", "There is no such customer.", StatusCodes.Status404NotFound);
        await MissionRoutes.SetAsync(db, mission, route, input.CustomerIds);
        return true;
    });

    static Task<Results<Ok<MissionView>, NotFound>> PutArrival(Guid id, NewArrival input, Me me, MissionWrites missions, TimeProvider time, FieldOptions field) =>
        missions.Run(id, me, (_, mission) => Task.FromResult(mission.RouteOf(me.Id).Arrive(input.At, time.GetUtcNow(), field)));

    static Task<Results<Ok<MissionView>, NotFound>> PutLearned(Guid id, NewLearned input, Me me, MissionWrites missions) => missions.Run(id, me, (_, mission) =>
    {
        var (route, words) = (mission.RouteOf(me.Id), input.Text.Trim());
        var isNew = route.Learned != words;
        route.Learned = words;
        return Task.FromResult(isNew);
    });

    static Task<Results<Ok<MissionView>, NotFound>> PutPicture(Guid id, NewPicture input, Me me, MissionWrites missions) => missions.Run(id, me, async (db, mission) =>
    {
        mission.RouteOf(me.Id);
        var mine = await Photos.MineAsync(db, me, input.PhotoIds);
        if (mine.Any(photo => photo.Use is not PhotoUse.Team)) throw new Refusal("photo.unknown", "A proof of a visit is not for the team.");
        IReadOnlyList<Guid> all = [.. mission.PhotoIds.Union(mine.Select(photo => photo.Id))];
        if (all.Count > Photos.Most) throw new Refusal("photo.most", "At most nine photos at once.");
        if (all.Count == mission.PhotoIds.Count) return false;
        mission.PhotoIds = all;
        await MissionLines.ShowAsync(db, mission);
        return true;
    });
}
