using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder api) =>
        api.MapPut("/calls/{id:guid}", PutCall).WithName("putCall").WithTags("Field").RequireMember().ProducesProblem(409)
            .WithSummary("A phone call with its outcome; until its day is over the outcome may be said anew.");

    static Task<Results<Ok<CallView>, Created<CallView>, NotFound>> PutCall(Guid id, NewCall input, Me me, SentAt sent, Writer writer, TimeProvider time, FieldOptions options) =>
        writer.Run<Results<Ok<CallView>, Created<CallView>, NotFound>>(me.OrgId, async db =>
        {
            var call = await db.Calls.Of(me).FindAsync(id);
            if (call is not null && (call.MemberId != me.Id || call.CustomerId != input.CustomerId)) return TypedResults.NotFound();

            // A customer handed over since keeps the calls she made before.
            var customers = call is null ? db.Customers.VisibleTo(me) : db.Customers.Of(me);
            if (await customers.FindAsync(input.CustomerId) is not { } customer) return TypedResults.NotFound();
            if (input.ContactId is { } contact && !await db.Contacts.Of(me).AnyAsync(c => c.Id == contact && c.CustomerId == customer.Id)) return TypedResults.NotFound();

            var (now, isNew) = (time.GetUtcNow(), call is null);
            if (call is null) db.Add(call = Call.Make(id, me, customer, input, sent, now, options));
            else if (!call.Say(input, me.DayOf(SaidAt(input, sent, now, options)))) return TypedResults.Ok(CallView.Of(call, customer.ShortName));

            await TellTeam(db, call, me, customer);
            db.Tell(Topic.Member(me.Id), new CallMade(id, customer.Id, me.Id, call.Outcome, call.Day));
            return isNew ? TypedResults.Created($"/api/calls/{id}", CallView.Of(call, customer.ShortName)) : TypedResults.Ok(CallView.Of(call, customer.ShortName));
        });

    /// <summary>A word of the same day that waited overnight is still of that day; a time nobody can believe is now.</summary>
    static DateTimeOffset SaidAt(NewCall input, SentAt sent, DateTimeOffset now, FieldOptions options) => PhoneTime.Of(input.SaidAt ?? now, input.SaidAt is null ? null : sent.Value, now, options)?.At ?? now;

    /// <summary>An appointment is worth a line of the feed; the other calls of a day are nobody's business but hers.</summary>
    static async Task TellTeam(Db db, Call call, Me me, Customer customer)
    {
        var line = await db.FeedItems.Of(me).FindAsync(call.Id);
        if (call.Outcome is CallOutcome.Appointment == (line is not null)) return;
        if (line is not null) db.Remove(line);
        else db.Add(FeedItem.Of(call, me, customer));
        db.Tell(Topic.Team(call.TeamId), new FeedChanged(call.Id));
    }
}
