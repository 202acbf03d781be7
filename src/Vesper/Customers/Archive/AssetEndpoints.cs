using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Archive;

/// <summary>Points of one member's customers, now and in so many days if nobody does anything.</summary>
sealed record AssetSum(Guid MemberId, string Name, int Customers, double Points, double Ahead);

sealed record AssetTeam(Guid Id, string Name, int Customers, double Points, double Ahead, IReadOnlyList<AssetSum> Members);

/// <summary>What the asker sees, summed: all of it, by team, by member. By name, never by size: it is no ranking.</summary>
sealed record AssetsView(int Customers, double Points, double Ahead, int AheadDays, IReadOnlyList<AssetTeam> Teams);

/// <summary>
/// 客户资产. Computed when it is asked for, since each day takes something off: a stored value would be wrong by the evening, and the sum of a company of twenty thousand customers is
/// four grouped statements (docs/benchmarks.md).
/// </summary>
static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/customers/{id:guid}/asset", GetAsset).WithName("getAsset").WithTags("Customers").RequireMember().WithSummary("What this customer is worth as an asset, and by which four shares.");
        api.MapGet("/assets", GetAssets).WithName("getAssets").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("The asset value of what I see: my own, and by member and team where I lead.");
    }

    static async Task<Results<Ok<AssetView>, NotFound>> GetAsset(Guid id, Me me, Db db, TimeProvider time, AssetOptions options, CancellationToken stop) =>
        (await new AssetReads(db, me).OfAsync(db.Customers.VisibleTo(me).Where(c => c.Id == id), stop)) is [var one]
            ? TypedResults.Ok(AssetValue.Of(one.Known, me.DayOf(time.GetUtcNow()), options))
            : TypedResults.NotFound();

    static async Task<Ok<AssetsView>> GetAssets(Me me, Db db, TimeProvider time, AssetOptions options, CancellationToken stop)
    {
        var today = me.DayOf(time.GetUtcNow());
        var rows = (await new AssetReads(db, me).OfAsync(db.Customers.VisibleTo(me).Where(c => c.OwnerId != null && c.Grade != Grade.E), stop))
            .ConvertAll(row => (Owner: row.OwnerId!.Value, row.TeamId, Value: AssetValue.Of(row.Known, today, options)));
        var owners = rows.Select(row => row.Owner).Distinct().ToList();
        var members = await db.Members.Of(me).Where(member => owners.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var units = await db.Units.Of(me).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        var teams = rows.GroupBy(row => row.TeamId).Select(team => new AssetTeam(
            team.Key, units.GetValueOrDefault(team.Key, ""), team.Count(), Sum(team.Select(row => row.Value.Points)), Sum(team.Select(row => row.Value.Ahead)),
            [.. team.GroupBy(row => row.Owner).Select(hers => new AssetSum(
                hers.Key, members.GetValueOrDefault(hers.Key, ""), hers.Count(), Sum(hers.Select(row => row.Value.Points)), Sum(hers.Select(row => row.Value.Ahead)))).OrderBy(sum => sum.Name, StringComparer.Ordinal)]))
            .OrderBy(team => team.Name, StringComparer.Ordinal).ToList();
        return TypedResults.Ok(new AssetsView(rows.Count, Sum(rows.Select(row => row.Value.Points)), Sum(rows.Select(row => row.Value.Ahead)), options.AheadDays, teams));
    }

    static double Sum(IEnumerable<double> points) => Math.Round(points.Sum(), 1, MidpointRounding.AwayFromZero);
}
