using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Field;

static class CheckInEndpoints
{
    public static void MapCheckIns(this IEndpointRouteBuilder api) =>
        api.MapPut("/check-ins/{id:guid}", PutCheckIn).WithName("putCheckIn").WithTags("Field").RequireMember().ProducesProblem(409)
            .WithSummary("Checks in at a customer; sending it again changes nothing.");

    static Task<Results<Ok<VisitView>, Created<VisitView>, NotFound>> PutCheckIn(
        Guid id, NewCheckIn input, Me me, SentAt sent, Writer writer, TimeProvider time, FieldOptions field, EvidenceOptions evidence) =>
        writer.Run<Results<Ok<VisitView>, Created<VisitView>, NotFound>>(me.OrgId, async db =>
        {
            // The phone makes the id, so a retry on a bad network finds the first attempt.
            if (await CheckInReads.IsThereAsync(db, me, id) && await db.Visits.Of(me).FindAsync(id) is { } earlier)
                return earlier.MemberId == me.Id ? TypedResults.Ok(VisitView.Of(earlier, await NameOf(db, earlier), field)) : TypedResults.NotFound();
            var found = await CheckInReads.CustomerAsync(db, me, input.CustomerId) ?? await MissionRoutes.CustomerOnRouteAsync(db, me, input.CustomerId, me.DayOf(input.DeviceAt));
            if (found is not { } customer) return TypedResults.NotFound();

            var now = time.GetUtcNow();
            if (PhoneTime.Of(input.DeviceAt, sent.Value, now, field) is not { } at) throw new Refusal("check-in.time", "The phone's clock is ahead, or this check-in is too old.");

            // Outside working hours the button is off. What was made without a network is not lost for it, but no point is kept.
            var off = input.OutsideHours ? null : await CheckInReads.OffAsync(db, me, at.At);
            if (off is { } why && at.Waited < field.Queued) throw Off(why);

            var visit = CheckIn.Place(id, me, customer, input, at, keepPoint: off is null, await Photos.FoundAsync(db, me, input.PhotoIds), await CheckInReads.LastSeenAsync(db, me, me.DayOf(at.At)), evidence);
            if (input.AskWord) await Proof.AskAsync(db, me, visit, customer.ShortName, now);
            db.Add(visit);
            db.Add(FeedItem.Of(visit, me, customer));
            if (await CheckInReads.IsPlannedAsync(db, me, customer.Id, visit.Day) && await DayPlan.OpenAt(db, me, customer.Id, visit.Day) is { } planned)
            {
                planned.VisitId = visit.Id;
                if (visit.Purpose.Length == 0) visit.Purpose = planned.Purpose;
            }
            db.Tell(Topic.Team(me.TeamId), new CheckInCreated(visit.Id, customer.Id, me.Id));
            return TypedResults.Created($"/api/check-ins/{id}", VisitView.Of(visit, customer.ShortName, field));
        });

    static Refusal Off(OffWork why) => why switch
    {
        OffWork.Leave => new("check-in.on-leave", "You are on leave; switch the button on for this visit."),
        OffWork.Day => new("check-in.day-off", "Today is no workday; switch the button on for this visit."),
        _ => new("check-in.off-hours", "It is outside working hours; switch the button on for this visit."),
    };

    static Task<string> NameOf(Db db, Visit visit) =>
        db.Customers.Of(visit.OrgId).Where(customer => customer.Id == visit.CustomerId).Select(customer => customer.ShortName).FirstAsync();
}
