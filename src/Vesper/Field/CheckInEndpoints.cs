using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
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
            var now = time.GetUtcNow();
            var noted = PhoneTime.Of(input.DeviceAt, sent.Value, now, field);
            var known = await CheckInReads.KnownAsync(db, me, id, input.CustomerId, me.DayOf(noted?.At ?? now));

            // The phone makes the id, so a retry on a bad network finds the first attempt.
            if (known.Taken && await db.Visits.Of(me).FindAsync(id) is { } earlier)
                return earlier.MemberId == me.Id ? TypedResults.Ok(VisitView.Of(earlier, await NameOf(db, earlier), field)) : TypedResults.NotFound();
            var ours = known.Customer ?? await MissionRoutes.CustomerOnRouteAsync(db, me, input.CustomerId, me.DayOf(input.DeviceAt));
            var theirs = ours is null ? await AtCompanyAsync(db, me, input.Company) : null;
            var found = ours ?? theirs ?? await PoolKeeping.OnceOfAsync(db, me, input.CustomerId, input.DeviceAt);
            if (found is not { } customer) return TypedResults.NotFound();
            if (noted is not { } at) throw new Refusal("check-in.time", "The phone's clock is ahead, or this check-in is too old.");

            // Outside working hours the button is off. What was made without a network is not lost for it, but no point is kept.
            var off = input.OutsideHours ? null : WorkTime.Off(me, at.At, known.OnLeave, known.Works);
            if (off is { } why && at.Waited < field.Queued) throw Off(why);

            var visit = CheckIn.Place(id, me, customer, input, at, keepPoint: off is null, await Photos.FoundAsync(db, me, input.PhotoIds), known.Last, evidence);
            if (input.AskWord) await Proof.AskAsync(db, me, visit, customer.ShortName, now);
            db.Append(visit);
            db.Append(FeedItem.Of(visit, me, customer));
            if (known.Planned is { } planned)
            {
                var purpose = await CheckInReads.KeepPlanAsync(db, me, planned, visit.Id);
                if (visit.Purpose.Length == 0) visit.Purpose = purpose;
            }
            if (theirs?.OwnerId is { } owner && owner != me.Id) db.Notify(owner, "customer-visited", $"/customers/{customer.Id}", ("who", me.ShortName), ("customer", customer.ShortName));
            db.Tell(Topic.Team(me.TeamId), new CheckInCreated(visit.Id, customer.Id, me.Id));
            return TypedResults.Created($"/api/check-ins/{id}", VisitView.Of(visit, customer.ShortName, field));
        });

    /// <summary>
    /// The company she stood at, though a colleague looks after it: her new customer was refused for it, the visit took place all the same. It is found as the
    /// refusal found it, and she learns no more of it than that.
    /// </summary>
    static Task<Customer?> AtCompanyAsync(Db db, Me me, KnownCompany? company) =>
        company is null || me.Role is not (Role.Rep or Role.Lead or Role.Supervisor or Role.Manager) ? Task.FromResult<Customer?>(null) : Collision.FindAsync(db, me, new(company.Name.Trim(), company.City?.Trim() ?? "", company.Phone ?? ""), default);

    static Refusal Off(OffWork why) => why switch
    {
        OffWork.Leave => new("check-in.on-leave", "You are on leave; switch the button on for this visit."),
        OffWork.Day => new("check-in.day-off", "Today is no workday; switch the button on for this visit."),
        _ => new("check-in.off-hours", "It is outside working hours; switch the button on for this visit."),
    };

    static Task<string> NameOf(Db db, Visit visit) =>
        db.Customers.Of(visit.OrgId).Where(customer => customer.Id == visit.CustomerId).Select(customer => customer.ShortName).FirstAsync();
}
