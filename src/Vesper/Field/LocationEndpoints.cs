using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>
/// The only ways to the place of a check-in: the rep to her own, her direct supervisor with a reason that she reads. No other answer holds one.
/// </summary>
static class LocationEndpoints
{
    const int LatestLooks = 100;

    public static void MapLocations(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/location").WithTags("Field").RequireMember();
        mine.MapGet("/", GetMyLocation).WithName("getMyLocation").WithSummary("How many of my places are kept, and who looked at one.");
        mine.MapDelete("/points", ForgetMyPoints).WithName("forgetMyPoints").WithSummary("Deletes every place of mine that is kept, now; the visits stay as they are.");

        api.MapGet("/visits/{id:guid}/point", GetPoint).WithName("getPoint").WithTags("Field").RequireMember().WithSummary("The place of a check-in of my own.");
        api.MapPost("/visits/{id:guid}/location-looks", LookAtPoint).WithName("lookAtPoint").WithTags("Field").RequireRole(Role.Supervisor).ProducesProblem(409)
            .WithSummary("The place of a check-in in a team I supervise; the look is logged with its reason and told to the rep.");
    }

    static async Task<Ok<LocationKeptView>> GetMyLocation(Me me, Db db, LocationOptions options, CancellationToken stop)
    {
        var kept = await db.Visits.Of(me).Where(visit => visit.MemberId == me.Id && visit.PointKept != null)
            .GroupBy(visit => visit.PointKept).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop);
        var looks = await db.LocationLooks.Of(me).Where(look => look.MemberId == me.Id).OrderByDescending(look => look.At).Take(LatestLooks)
            .Select(look => new LookView(look.Id, look.VisitId, look.CustomerName, look.LookerName, look.Reason, look.At)).ToListAsync(stop);
        int Of(PointKept how) => kept.Where(group => group.Key == how).Sum(group => group.Count);
        return TypedResults.Ok(new LocationKeptView(Of(PointKept.Exact), Of(PointKept.Rounded), options.RoundWithin.TotalHours, options.DeleteWithinDays, options.LeastReason, looks));
    }

    static Task<Ok<ForgottenView>> ForgetMyPoints(Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        var gone = await db.Visits.Of(me).Where(visit => visit.MemberId == me.Id && visit.PointKept != null).ExecuteUpdateAsync(set => set
            .SetProperty(v => v.Latitude, (double?)null).SetProperty(v => v.Longitude, (double?)null).SetProperty(v => v.Accuracy, (double?)null).SetProperty(v => v.PointKept, (PointKept?)null));
        if (gone > 0) db.Tell(Topic.Member(me.Id), new PointsForgotten(gone));
        return TypedResults.Ok(new ForgottenView(gone));
    });

    static async Task<Results<Ok<PointView>, NotFound>> GetPoint(Guid id, Me me, Db db, CancellationToken stop)
    {
        if (await db.Visits.Of(me).Where(visit => visit.MemberId == me.Id).FirstOrDefaultAsync(visit => visit.Id == id, stop) is not { } visit) return TypedResults.NotFound();
        return PointView.Of(visit, await NameOf(db, visit)) is { } point ? TypedResults.Ok(point) : TypedResults.NotFound();
    }

    static Task<Results<Ok<PointView>, NotFound>> LookAtPoint(Guid id, NewLook input, Me me, Writer writer, TimeProvider time, LocationOptions options) =>
        writer.Run<Results<Ok<PointView>, NotFound>>(me.OrgId, async db =>
        {
            // Her supervisor of today: whoever led her when she made the visit has nothing to look for any more.
            if (await db.Visits.Of(me).FindAsync(id) is not { } visit || visit.MemberId == me.Id) return TypedResults.NotFound();
            if (await db.Members.Of(me).FindAsync(visit.MemberId) is not { } member || !me.Supervises(member.UnitId)) return TypedResults.NotFound();
            var reason = input.Reason.Trim();
            if (reason.Length < options.LeastReason) throw new Refusal("location.reason", "Say in a few words why you have to look; she reads it.");
            if (PointView.Of(visit, await NameOf(db, visit)) is not { } point) throw new Refusal("location.none", "No place is kept of this check-in.");

            var look = new LocationLook
            {
                OrgId = me.OrgId, Id = Guid.CreateVersion7(), VisitId = visit.Id, MemberId = visit.MemberId, LookerId = me.Id, LookerName = me.ShortName,
                CustomerName = point.CustomerName, Reason = reason, At = time.GetUtcNow(),
            };
            db.Add(look);
            db.Tell(Topic.Member(visit.MemberId), new LocationLooked(look.Id, visit.Id));
            db.Notify(visit.MemberId, "location-looked", "/me/location", ("who", me.ShortName), ("customer", point.CustomerName));
            return TypedResults.Ok(point);
        });

    static Task<string> NameOf(Db db, Visit visit) =>
        db.Customers.Of(visit.OrgId).Where(customer => customer.Id == visit.CustomerId).Select(customer => customer.ShortName).FirstAsync();
}
