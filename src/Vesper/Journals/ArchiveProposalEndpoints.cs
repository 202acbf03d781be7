using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Journals;

/// <summary>Yes or no to a proposal. VisitId: it was shown on that visit's page; else on the page of Day.</summary>
sealed record NewProposalAnswer(bool Accepted, Guid? VisitId = null, DateOnly? Day = null);

/// <summary>日志 → 档案: what she named is proposed for the archive and kept with one tap, or never proposed again.</summary>
static class ArchiveProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder room)
    {
        room.MapGet("/archive-proposals", ListProposals).WithName("listArchiveProposals").WithSummary("Of one of my visits, or of all I wrote on a day.");
        room.MapPut("/archive-proposals/{id:guid}", PutProposal).WithName("putArchiveProposal").WithSummary("Keeps a proposal in the archive or dismisses it for good; sent again, it changes nothing.");
    }

    static async Task<Ok<IReadOnlyList<ArchiveProposalView>>> ListProposals(Me me, Db db, TimeProvider time, CancellationToken stop, Guid? visitId = null, DateOnly? day = null) =>
        TypedResults.Ok(visitId is { } visit ? await ArchiveProposals.OfVisitAsync(db, me, visit, stop) : await ArchiveProposals.OfDayAsync(db, me, day ?? me.DayOf(time.GetUtcNow()), stop));

    static Task<Results<NoContent, NotFound>> PutProposal(Guid id, NewProposalAnswer input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.ProposalAnswers.Of(me).FindAsync(id) is { } earlier) return earlier.MemberId == me.Id ? TypedResults.NoContent() : TypedResults.NotFound();
            // Read anew from her own words: a phone can accept what was proposed, and nothing else.
            var proposals = input.VisitId is { } visit ? await ArchiveProposals.OfVisitAsync(db, me, visit) : await ArchiveProposals.OfDayAsync(db, me, input.Day ?? me.DayOf(time.GetUtcNow()));
            if (proposals.FirstOrDefault(one => one.Id == id) is not { } proposal) return TypedResults.NotFound();

            db.Add(new ProposalAnswer
            {
                OrgId = me.OrgId, Id = id, CustomerId = proposal.CustomerId, MemberId = me.Id, VisitId = proposal.VisitId, Day = proposal.Day, Kind = proposal.Kind, Accepted = input.Accepted,
                Text = proposal.Text, Title = proposal.Title, Phone = proposal.Phone, AmountFen = proposal.AmountFen, Date = proposal.Date, At = time.GetUtcNow(),
            });
            if (input.Accepted) db.Tell(Topic.House, new ProposalAccepted(id, proposal.CustomerId));
            return TypedResults.NoContent();
        });
}
