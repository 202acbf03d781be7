using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Geo;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>A team's companies as who plans a mission sees them: short name, owner, the company's address; no way into the archive.</summary>
static class AreaCustomers
{
    /// <summary>Teams that hear me and have somebody to walk for them.</summary>
    public static async Task<List<AreaTeam>> TeamsAsync(Db db, Me me, CancellationToken stop) => await db.Units.Of(me)
        .Where(unit => me.Teams.Contains(unit.Id) && db.Set<Member>().Any(member => member.OrgId == unit.OrgId && member.UnitId == unit.Id && member.State == MemberState.Active && (member.Role == Role.Rep || member.Role == Role.Lead || member.Role == Role.Supervisor)))
        .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id).Select(unit => new AreaTeam(unit.Id, unit.Name)).ToListAsync(stop);

    /// <summary>Around a company, nearest first; without one the companies touched last.</summary>
    public static async Task<IReadOnlyList<AreaCustomer>> AroundAsync(Db db, Me me, Guid team, Customer? centre, MissionOptions options, CancellationToken stop)
    {
        var customers = db.Customers.Of(me).Where(c => c.TeamId == team && c.OwnerId != null);
        if (centre is not { Latitude: { } latitude, Longitude: { } longitude }) return await Rows(db, customers.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id).Take(options.AreaMost)).ToListAsync(stop);

        // A box by the columns first, then the circle by the sphere.
        var here = new Point(latitude, longitude);
        var north = options.AreaMetres / 111_000;
        var east = north / Math.Max(0.01, Math.Cos(double.DegreesToRadians(latitude)));
        var box = await Rows(db, customers.Where(c => c.Latitude >= latitude - north && c.Latitude <= latitude + north && c.Longitude >= longitude - east && c.Longitude <= longitude + east)).ToListAsync(stop);
        return [.. box.Select(row => row with { DistanceMetres = Math.Round(here.MetresTo(new(row.Address!.Latitude, row.Address.Longitude))) })
            .Where(row => row.DistanceMetres <= options.AreaMetres).OrderBy(row => row.DistanceMetres).ThenBy(row => row.Id).Take(options.AreaMost)];
    }

    static IQueryable<AreaCustomer> Rows(Db db, IQueryable<Customer> customers) => customers.Select(c => new AreaCustomer(
        c.Id, c.ShortName, c.OwnerId, db.Set<Member>().Where(m => m.OrgId == c.OrgId && m.Id == c.OwnerId).Select(m => m.ShortName).FirstOrDefault() ?? "",
        c.Latitude == null || c.Longitude == null ? null : new Address(c.Latitude.Value, c.Longitude.Value), null));
}
