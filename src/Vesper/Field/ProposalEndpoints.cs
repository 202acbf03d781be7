using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Field;

static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder api)
    {
        var proposals = api.MapGroup("/proposals").RequireMember().WithTags("Field").ProducesProblem(409);
        proposals.MapGet("/", ListProposals).WithName("listProposals").WithSummary("Whom to visit on a day and why; the next workday if none is named.");
        proposals.MapPut("/{customerId:guid}/dismissal", PutDismissal).WithName("dismissProposal").WithSummary("Not this customer on this day.");
    }

    static async Task<Ok<ProposalsView>> ListProposals(Me me, Db db, TimeProvider time, PlanOptions options, GradeOptions grades, CancellationToken stop, DateOnly? day = null)
    {
        var today = me.DayOf(time.GetUtcNow());
        var on = day is { } asked ? options.Sensible(asked, today) : (await WorkCalendar.OfAsync(db, me.OrgId)).Next(today);
        return TypedResults.Ok(new ProposalsView(on, await options.Aim().OfAsync(db, me, stop), await ProposalQueries.ReadAsync(db, me, on, today, options, grades, stop)));
    }

    static Task<Results<NoContent, NotFound>> PutDismissal(Guid customerId, NewDismissal input, Me me, Writer writer, TimeProvider time, PlanOptions options) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(customerId) is null) return TypedResults.NotFound();

            var (mine, today) = (db.Set<DismissedProposal>().Where(one => one.OrgId == me.OrgId && one.MemberId == me.Id), me.DayOf(time.GetUtcNow()));
            options.Sensible(input.Day, today);
            await mine.Where(one => one.Day < today).ExecuteDeleteAsync(); // nothing is proposed for a day that is over
            if (await mine.AnyAsync(one => one.Day == input.Day && one.CustomerId == customerId)) return TypedResults.NoContent();
            db.Add(new DismissedProposal { OrgId = me.OrgId, MemberId = me.Id, Day = input.Day, CustomerId = customerId });
            db.Tell(Topic.Member(me.Id), new PlanChanged(input.Day));
            return TypedResults.NoContent();
        });
}
