using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>
/// What a phone must know to check in without a network: whether she works that day, between which hours (null: none are kept), and from which day on her
/// direct supervisor may see the level of a visit's evidence (null: never).
/// </summary>
sealed record CheckInTermsView(DateOnly Day, bool Works, bool OnLeave, TimeOnly? Opens, TimeOnly? Closes, DateOnly? EvidenceSharedFrom);

/// <summary>The level of a teammate's visit, never the point. Photos: how many pictures prove it.</summary>
sealed record VisitEvidenceView(Guid VisitId, string MemberName, string CustomerName, DateTimeOffset At, EvidenceLevel Level, int Photos, bool WordGiven);

static class CheckInTerms
{
    public static void MapCheckInTerms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/check-in-terms", GetCheckInTerms).WithName("getCheckInTerms").WithTags("Field").RequireMember();
        api.MapGet("/visit-evidence", ListVisitEvidence).WithName("listVisitEvidence").WithTags("Field").RequireRole(Role.Supervisor)
            .WithSummary("How well the visits of my team's day are proved; empty where the organisation does not share it.");
    }

    static async Task<Ok<CheckInTermsView>> GetCheckInTerms(Me me, Db db, TimeProvider time, TeamOptions teams)
    {
        var day = me.DayOf(time.GetUtcNow());
        var announced = await AnnouncedAsync(db, me);
        return TypedResults.Ok(new CheckInTermsView(day, await WorkTime.WorksAsync(db, me, day), await WorkTime.OnLeaveAsync(db, me, day),
            me.Hours.Kept ? me.Hours.Opens : null, me.Hours.Kept ? me.Hours.Closes : null, FieldRulesView.SharedFrom(announced, me, teams)));
    }

    static async Task<Ok<List<VisitEvidenceView>>> ListVisitEvidence(DateOnly day, Me me, Db db, TeamOptions teams, CancellationToken stop)
    {
        if (!await SharesAsync(db, me, teams, day)) return TypedResults.Ok<List<VisitEvidenceView>>([]);
        return TypedResults.Ok(await (
            from visit in db.Visits.Of(me)
            where visit.Day == day && me.Sees.Contains(visit.TeamId) && visit.MemberId != me.Id
            join member in db.Members.Of(me) on visit.MemberId equals member.Id
            join customer in db.Customers.Of(me) on visit.CustomerId equals customer.Id
            orderby visit.DeviceAt, visit.Id
            select new VisitEvidenceView(visit.Id, member.ShortName, customer.ShortName, visit.DeviceAt, visit.EvidenceLevel, visit.PhotoIds.Count, visit.WordAt != null)).Take(500).ToListAsync(stop));
    }

    /// <summary>Whether the levels of that day's visits are shown to a direct supervisor.</summary>
    public static async Task<bool> SharesAsync(Db db, Me me, TeamOptions teams, DateOnly day) => FieldRulesView.SharedFrom(await AnnouncedAsync(db, me), me, teams) is { } from && day >= from;

    static Task<DateTimeOffset?> AnnouncedAsync(Db db, Me me) => db.Organisations.Where(o => o.Id == me.OrgId).Select(o => o.EvidenceSharedAt).FirstAsync();
}
