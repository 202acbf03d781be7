using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>Routes as they are wished for, and the same stops in the members' day plans: nothing is entered twice.</summary>
static class MissionRoutes
{
    /// <exception cref="Refusal"><c>mission.twice</c>: a member with two routes, or a company on two. <c>not-found</c>: somebody of another team, or a company of one.</exception>
    public static async Task ArrangeAsync(Db db, Mission mission, IReadOnlyList<NewRoute> wished)
    {
        var (members, customers) = (wished.Select(route => route.MemberId).ToList(), wished.SelectMany(route => route.CustomerIds).ToList());
        if (members.Distinct().Count() < members.Count || customers.Distinct().Count() < customers.Count) throw new Refusal("mission.twice", "A member has one route, and a company is visited by one.");
        if (await db.Members.Of(mission.OrgId).CountAsync(member => members.Contains(member.Id) && member.UnitId == mission.TeamId && member.State == MemberState.Active) < members.Count
            || await db.Customers.Of(mission.OrgId).CountAsync(customer => customers.Contains(customer.Id) && customer.TeamId == mission.TeamId) < customers.Count)
            throw new Refusal("not-found", "Somebody or some company is not of this team.", StatusCodes.Status404NotFound);

        foreach (var route in mission.Routes.Where(route => !members.Contains(route.MemberId)).ToList())
        {
            await SetAsync(db, mission, route, []);
            mission.Routes.Remove(route);
        }
        foreach (var (wish, position) in wished.Select((wish, position) => (wish, position)))
        {
            var route = mission.Routes.Find(route => route.MemberId == wish.MemberId);
            if (route is null) mission.Routes.Add(route = new() { OrgId = mission.OrgId, MissionId = mission.Id, MemberId = wish.MemberId });
            (route.Side, route.Position) = (wish.Side, position);
            await SetAsync(db, mission, route, wish.CustomerIds);
        }
    }

    /// <summary>The stops of one route in their order. New ones come into the member's day, those taken out leave it unless they were visited.</summary>
    public static async Task SetAsync(Db db, Mission mission, MissionRoute route, IReadOnlyList<Guid> customers)
    {
        var day = await db.PlannedVisits.Of(mission.OrgId).Where(planned => planned.MemberId == route.MemberId && planned.Day == mission.Day).ToListAsync();
        foreach (var gone in route.Stops.Where(stop => !customers.Contains(stop.CustomerId)).ToList())
        {
            route.Stops.Remove(gone);
            if (day.Find(planned => planned.Id == gone.Id && planned.VisitId is null) is { } planned) db.Remove(planned);
        }

        var last = day.Select(planned => planned.Position).DefaultIfEmpty(-1).Max();
        foreach (var (customerId, position) in customers.Select((customerId, position) => (customerId, position)))
        {
            if (route.Stops.Find(stop => stop.CustomerId == customerId) is { } known) known.Position = position;
            else
            {
                var stop = new MissionStop { OrgId = mission.OrgId, Id = Guid.CreateVersion7(), MissionId = mission.Id, MemberId = route.MemberId, CustomerId = customerId, Position = position };
                route.Stops.Add(stop);
                if (day.Exists(planned => planned.CustomerId == customerId)) continue;
                db.Add(new PlannedVisit { OrgId = mission.OrgId, Id = stop.Id, MemberId = route.MemberId, TeamId = mission.TeamId, Day = mission.Day, CustomerId = customerId, Position = ++last });
            }
        }
        db.Tell(Topic.Member(route.MemberId), new PlanChanged(mission.Day));
    }

    /// <summary>The mission moves to another day: so do the visits it planned.</summary>
    public static async Task MoveAsync(Db db, Mission mission, DateOnly from)
    {
        if (from == mission.Day) return;
        var stops = mission.Routes.SelectMany(route => route.Stops).Select(stop => stop.Id).ToList();
        foreach (var planned in await db.PlannedVisits.Of(mission.OrgId).Where(planned => stops.Contains(planned.Id) && planned.VisitId == null).ToListAsync()) planned.Day = mission.Day;
        foreach (var route in mission.Routes) db.Tell(Topic.Member(route.MemberId), new PlanChanged(from));
    }

    /// <summary>A customer she is sent to today on a mission; her own or not, she may check in there.</summary>
    public static Task<Customer?> CustomerOnRouteAsync(Db db, Me me, Guid customerId, DateOnly day) => (
        from stop in db.MissionStops.Of(me)
        where stop.MemberId == me.Id && stop.CustomerId == customerId
        join mission in db.Missions.Of(me) on stop.MissionId equals mission.Id
        where mission.Day == day
        join customer in db.Customers.Of(me) on stop.CustomerId equals customer.Id
        select customer).FirstOrDefaultAsync();
}
