using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>What proves a visit: pictures and the supervisor's word, never a point. Level: null for a supervisor whose organisation does not share it.</summary>
sealed record VisitProofView(Guid VisitId, string MemberName, string CustomerName, DateTimeOffset At, IReadOnlyList<Guid> PhotoIds, bool WordGiven, EvidenceLevel? Level);

static class VisitProof
{
    public static void MapVisitProofs(this IEndpointRouteBuilder api) =>
        api.MapGet("/visits/{id:guid}/proof", GetProof).WithName("getProof").WithTags("Field").RequireMember().WithSummary("What proves a visit of mine, or of the team I supervise.");

    static async Task<Results<Ok<VisitProofView>, NotFound>> GetProof(Guid id, Me me, Db db, TeamOptions teams, CancellationToken stop)
    {
        if (await db.Visits.Of(me).FirstOrDefaultAsync(visit => visit.Id == id, stop) is not { } visit) return TypedResults.NotFound();
        var mine = visit.MemberId == me.Id;
        if (!mine && !me.Supervises(visit.TeamId)) return TypedResults.NotFound();

        var names = await (
            from member in db.Members.Of(me)
            join customer in db.Customers.Of(me) on visit.CustomerId equals customer.Id
            where member.Id == visit.MemberId
            select new { Member = member.ShortName, Customer = customer.ShortName }).FirstAsync(stop);
        // A picture goes by the team it was taken in, so one of another time may be closed to him.
        var pictures = await db.Photos.Of(me).Where(photo => visit.PhotoIds.Contains(photo.Id)).ToListAsync(stop);
        var open = pictures.Where(photo => photo.ReadableBy(me)).Select(photo => photo.Id).ToHashSet();
        var shared = mine || await CheckInTerms.SharesAsync(db, me, teams, visit.Day);
        return TypedResults.Ok(new VisitProofView(id, names.Member, names.Customer, visit.DeviceAt, [.. visit.PhotoIds.Where(open.Contains)], visit.WordAt is not null, shared ? visit.EvidenceLevel : null));
    }
}
