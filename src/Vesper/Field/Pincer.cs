using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>A company to be visited. No point: its address is not known yet.</summary>
sealed record Door(Guid CustomerId, Point? At, Guid? OwnerId);

/// <summary>
/// Splits an area's companies into routes from several sides that close on one meeting point (S: the pincer; how it is cut is our default, D).
/// From three members on one takes the doors around the meeting point, the others a sector each, of equal numbers; inside a route every next door is nearer to the
/// meeting point. Of all ways to turn the sectors the shortest walk wins, and a sector goes to whom most of its doors belong. Doors without an address
/// come last on their owner's route.
/// </summary>
static class Pincer
{
    /// <param name="meeting">Where they meet; the middle of the area if nobody said.</param>
    public static IReadOnlyList<ProposedRoute> Of(IReadOnlyList<Guid> members, IReadOnlyList<Door> doors, Point? meeting, MissionOptions options)
    {
        var placed = doors.Where(door => door.At is not null).OrderBy(door => door.CustomerId).ToList();
        var centre = meeting ?? Middle(placed);
        var routes = new Dictionary<Guid, (Side Side, List<Door> Doors)>();
        foreach (var (member, sector) in Given(members, Sectors(placed, members.Count, centre, options)))
            routes[member] = (SideOf(sector, centre), [.. Inwards(sector.Doors, centre)]);

        foreach (var door in doors.Where(door => door.At is null).OrderBy(door => door.CustomerId))
        {
            var whose = door.OwnerId is { } owner && routes.ContainsKey(owner) ? owner : members.MinBy(member => routes[member].Doors.Count);
            routes[whose].Doors.Add(door);
        }
        return [.. members.Select(member => new ProposedRoute(member, routes[member].Side, [.. routes[member].Doors.Select(door => door.CustomerId)]))];
    }

    sealed record Sector(IReadOnlyList<Door> Doors, bool Middle = false);

    static List<Sector> Sectors(List<Door> placed, int members, Point centre, MissionOptions options)
    {
        if (members == 1) return [new(placed)];
        if (members < options.MiddleFrom) return Wedges(placed, members, centre);
        var middle = placed.OrderBy(door => door.At!.Value.MetresTo(centre)).ThenBy(door => door.CustomerId).Take(placed.Count / members).ToList();
        return [new(middle, Middle: true), .. Wedges([.. placed.Except(middle)], members - 1, centre)];
    }

    /// <summary>Around the clock from the meeting point, cut where the walks together are shortest.</summary>
    static List<Sector> Wedges(List<Door> doors, int parts, Point centre)
    {
        var around = doors.OrderBy(door => Bearing(centre, door.At!.Value)).ThenBy(door => door.CustomerId).ToList();
        return Enumerable.Range(0, Math.Max(1, around.Count)).Select(turn => Cut([.. around.Skip(turn), .. around.Take(turn)], parts))
            .MinBy(wedges => wedges.Sum(wedge => Walk(wedge.Doors, centre)))!;
    }

    static List<Sector> Cut(List<Door> around, int parts)
    {
        var wedges = new List<Sector>();
        for (var (i, from) = (0, 0); i < parts; i++)
        {
            var share = (around.Count / parts) + (i < around.Count % parts ? 1 : 0);
            wedges.Add(new(around.GetRange(from, share)));
            from += share;
        }
        return wedges;
    }

    /// <summary>Whoever owns most of a sector walks it; who owns nothing takes what is left, in the order named.</summary>
    static IEnumerable<(Guid Member, Sector Sector)> Given(IReadOnlyList<Guid> members, List<Sector> sectors)
    {
        var (free, left) = (members.ToList(), sectors.ToList());
        while (free.Count > 0)
        {
            var (member, sector) = (from one in free from part in left select (one, part)).MaxBy(pair => pair.part.Doors.Count(door => door.OwnerId == pair.one));
            free.Remove(member);
            left.Remove(sector);
            yield return (member, sector);
        }
    }

    static IEnumerable<Door> Inwards(IReadOnlyList<Door> doors, Point centre) => doors.OrderByDescending(door => door.At!.Value.MetresTo(centre)).ThenBy(door => door.CustomerId);

    static double Walk(IReadOnlyList<Door> doors, Point centre)
    {
        var (metres, at) = (0d, (Point?)null);
        foreach (var door in Inwards(doors, centre))
        {
            if (at is { } before) metres += before.MetresTo(door.At!.Value);
            at = door.At;
        }
        return metres + (at?.MetresTo(centre) ?? 0);
    }

    static Side SideOf(Sector sector, Point centre)
    {
        if (sector.Middle || sector.Doors.Count == 0) return Side.Middle;
        var bearings = sector.Doors.Select(door => Bearing(centre, door.At!.Value)).ToList();
        var (north, east) = (bearings.Sum(Math.Cos), bearings.Sum(Math.Sin));
        if (Math.Sqrt((north * north) + (east * east)) < 0.1 * bearings.Count) return Side.Middle; // all around: no side
        var wind = (int)Math.Round(Math.Atan2(east, north) / (Math.PI / 4));
        return Side.North + ((wind + 8) % 8);
    }

    /// <summary>Radians from north, clockwise; exact enough within a city.</summary>
    static double Bearing(Point from, Point to) =>
        Math.Atan2((to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians(from.Latitude)), to.Latitude - from.Latitude);

    static Point Middle(List<Door> placed) =>
        placed.Count == 0 ? default : new(placed.Average(door => door.At!.Value.Latitude), placed.Average(door => door.At!.Value.Longitude));
}
