using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

static class OutcomeEndpoints
{
    public static void MapOutcomes(this IEndpointRouteBuilder api) =>
        api.MapPut("/visits/{id:guid}/outcome", PutOutcome).WithName("putOutcome").WithTags("Field").RequireMember().ProducesProblem(409)
            .WithSummary("Ends a visit with its outcome; until the day is over it may be said anew.");

    static Task<Results<Ok<VisitView>, NotFound>> PutOutcome(Guid id, NewOutcome input, Me me, SentAt sent, Writer writer, TimeProvider time, FieldOptions options) =>
        writer.Run<Results<Ok<VisitView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Visits.Of(me).FindAsync(id) is not { } visit || visit.MemberId != me.Id) return TypedResults.NotFound();
            var customer = await db.Customers.Of(me).FirstAsync(customer => customer.Id == visit.CustomerId);
            if (input is { KpMet: true, ContactId: { } contact } && !await db.Contacts.Of(me).AnyAsync(c => c.Id == contact && c.CustomerId == customer.Id))
                return TypedResults.NotFound();

            var now = time.GetUtcNow();
            // A time nobody can believe is left out; the outcome itself counts. A word of the same day that waited overnight is still of that day.
            var tapped = PhoneTime.Of(input.DeviceAt ?? now, sent.Value, now, options) ?? new(now, now, now);
            if (visit.End(input, me.DayOf(tapped.At), tapped))
            {
                (await db.FeedItems.Of(me).FirstAsync(item => item.Id == id)).Take(visit, now);
                db.Tell(Topic.Team(visit.TeamId), new VisitEnded(id, customer.Id, me.Id, visit.Outcome!.Value, visit.HelpWanted, me.DayOf(now)));
            }
            return TypedResults.Ok(VisitView.Of(visit, customer.ShortName, options));
        });
}
