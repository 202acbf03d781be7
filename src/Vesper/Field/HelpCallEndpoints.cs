using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>火力支持: help now, on a clock.</summary>
static class HelpCallEndpoints
{
    public static void MapHelpCalls(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/help-calls").RequireMember().WithTags("Field").ProducesProblem(409);
        calls.MapGet("/", ListHelpCalls).WithName("listHelpCalls").WithSummary("Calls of the last day that are mine or ring for me; the desk reads nothing else of the feed.");
        calls.MapPut("/{id:guid}", PutHelpCall).WithName("putHelpCall").WithSummary("Calls for help now: with the id of one's own visit that line rings, with a new id a line of its own; sent again, it changes nothing.");
    }

    static async Task<Ok<Page<HelpCallView>>> ListHelpCalls(Me me, Db db, TimeProvider time, FieldOptions options, CancellationToken stop) =>
        TypedResults.Ok(new Page<HelpCallView>(await HelpCalls.ReadAsync(db, me, time.GetUtcNow(), options, stop), null));

    static Task<Results<Ok<ClockView>, Created<ClockView>, NotFound>> PutHelpCall(Guid id, NewHelpCall input, Me me, Writer writer, TimeProvider time, FieldOptions options) =>
        writer.Run<Results<Ok<ClockView>, Created<ClockView>, NotFound>>(me.OrgId, async db =>
        {
            var now = time.GetUtcNow();
            var line = await db.FeedItems.Of(me).FindAsync(id);
            if (line is not null && line.MemberId != me.Id) return TypedResults.NotFound();
            if (line?.CalledAt is not null) return TypedResults.Ok(HelpClock.View(line, options)!);
            if (line is null)
            {
                if (!me.Hears(me.TeamId)) return TypedResults.NotFound();
                if (await WhereAsync(db, me, input) is not { } place) return TypedResults.NotFound();
                db.Add(line = HelpCalls.FromDoorway(id, me, input, place.Customer, place.VisitId, now));
            }

            HelpCalls.Call(line, input, now);
            db.Tell(Topic.Team(line.TeamId), new HelpCalled(line.Id, me.Id));
            await HelpCalls.RingAsync(db, line, managers: false, options);
            return TypedResults.Created($"/api/feed/{line.Id}", HelpClock.View(line, options)!);
        });

    // Nowhere is a place too: she may call from the street.
    static async Task<(Customer? Customer, Guid? VisitId)?> WhereAsync(Db db, Me me, NewHelpCall input)
    {
        var customerId = input.CustomerId;
        if (input.VisitId is { } visitId)
        {
            if (await db.Visits.Of(me).FindAsync(visitId) is not { } visit || visit.MemberId != me.Id) return null;
            return (await db.Customers.Of(me).FindAsync(visit.CustomerId), visitId);
        }
        if (customerId is not { } id) return (null, null);
        return await db.Customers.VisibleTo(me).FindAsync(id) is { } customer ? (customer, null) : null;
    }
}
