using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>A mission with how far it is. That is read from the visits, never kept: whatever arrives late counts by its own time, once.</summary>
static class MissionViews
{
    public static IQueryable<Mission> HeardBy(this IQueryable<Mission> missions, Me me) => missions.Of(me).Where(mission => me.Teams.Contains(mission.TeamId));

    public static IQueryable<Mission> WithRoutes(this IQueryable<Mission> missions) =>
        missions.Include(mission => mission.Routes.OrderBy(route => route.Position)).ThenInclude(route => route.Stops.OrderBy(stop => stop.Position)).AsSplitQuery();

    public static async Task<MissionView> OfAsync(Db db, Me me, Mission mission, CancellationToken stop = default) => (await OfAsync(db, me, [mission], stop))[0];

    public static async Task<IReadOnlyList<MissionView>> OfAsync(Db db, Me me, IReadOnlyList<Mission> missions, CancellationToken stop = default)
    {
        var stops = missions.SelectMany(mission => mission.Routes).SelectMany(route => route.Stops).Select(one => one.CustomerId);
        var customerIds = stops.Concat(missions.Select(mission => mission.PlaceCustomerId).OfType<Guid>()).Distinct().ToList();
        var customers = await db.Customers.Of(me).Where(customer => customerIds.Contains(customer.Id))
            .Select(customer => new Company(customer.Id, customer.ShortName, customer.OwnerId, customer.TeamId, customer.Latitude, customer.Longitude)).ToDictionaryAsync(company => company.Id, stop);
        var memberIds = missions.SelectMany(mission => mission.Routes).Select(route => route.MemberId).Concat(missions.Select(mission => mission.PlannedBy)).Distinct().ToList();
        var names = await db.Members.Of(me).Where(member => memberIds.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var (teams, days) = (missions.Select(mission => mission.TeamId).Distinct().ToList(), missions.Select(mission => mission.Day).Distinct().ToList());
        var visits = (await db.Visits.Of(me).Where(visit => teams.Contains(visit.TeamId) && days.Contains(visit.Day) && customerIds.Contains(visit.CustomerId)).ToListAsync(stop))
            .OrderBy(visit => visit.DeviceAt).ToLookup(visit => (visit.MemberId, visit.CustomerId));
        return [.. missions.Select(mission => View(mission, me, customers, names, visits))];
    }

    sealed record Company(Guid Id, string ShortName, Guid? OwnerId, Guid TeamId, double? Latitude, double? Longitude)
    {
        public bool OpensTo(Me me) => OwnerId == me.Id || me.Sees.Contains(TeamId);
    }

    static MissionView View(Mission mission, Me me, Dictionary<Guid, Company> customers, Dictionary<Guid, string> names, ILookup<(Guid, Guid), Visit> visits)
    {
        // Visited twice, a company counts with its last visit that has an outcome: the first was "nobody in, come back at three".
        Visit? VisitAt(MissionStop stop) => visits[(stop.MemberId, stop.CustomerId)].Where(mission.Counts).OrderBy(visit => visit.Outcome is not null).ThenBy(visit => visit.DeviceAt).LastOrDefault();

        StopView Stop(MissionStop stop)
        {
            var (company, visit) = (customers.GetValueOrDefault(stop.CustomerId), VisitAt(stop));
            var opens = mission.MayPlan(me) || stop.MemberId == me.Id || company?.OpensTo(me) is true;
            return new(stop.Id, opens ? stop.CustomerId : null, company?.ShortName ?? "", Address.Of(company?.Latitude, company?.Longitude), visit?.DeviceAt, visit?.Outcome, visit?.KpMet);
        }

        RouteView Route(MissionRoute route)
        {
            var stops = route.Stops.OrderBy(stop => stop.Position).Select(Stop).ToList();
            var last = stops.Where(stop => stop.VisitedAt is not null).MaxBy(stop => stop.VisitedAt);
            return new(route.MemberId, names.GetValueOrDefault(route.MemberId, ""), route.MemberId == me.Id, route.Side, stops.Count(stop => stop.VisitedAt is not null), stops.Count,
                last?.CustomerName ?? "", last?.VisitedAt, route.ArrivedAt, route.Learned, stops);
        }

        var routes = mission.Routes.OrderBy(route => route.Position).Select(Route).ToList();
        var place = mission.PlaceCustomerId is { } at ? customers.GetValueOrDefault(at) : null;
        return new(mission.Id, mission.TeamId, mission.Area, mission.Day, mission.MeetsAt, mission.Place, mission.MayPlan(me) ? mission.PlaceCustomerId : null, Address.Of(place?.Latitude, place?.Longitude),
            mission.State, mission.StartedAt, mission.EndedAt, names.GetValueOrDefault(mission.PlannedBy, ""), mission.MayPlan(me), routes.Sum(route => route.Total - route.Done),
            routes, Summary([.. routes.SelectMany(route => route.Stops).Where(stop => stop.VisitedAt is not null)]), mission.PhotoIds);
    }

    static MissionSummary Summary(List<StopView> visited) => new(
        visited.Count, visited.Count(stop => stop.KpMet is true), visited.Count(stop => stop.Outcome is VisitOutcome.Won), visited.Count(stop => stop.Outcome is VisitOutcome.Advanced),
        visited.Count(stop => stop.Outcome is VisitOutcome.Open), visited.Count(stop => stop.Outcome is VisitOutcome.Rejected));
}
