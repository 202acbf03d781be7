using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Being there, and what one takes home.</summary>
static class TakingPart
{
    public static void MapTakingPart(this IEndpointRouteBuilder room)
    {
        var evening = room.MapGroup("/evenings/{id:guid}").ProducesProblem(409);
        evening.MapPut("/attendance", PutAttendance).WithName("putAttendance").WithSummary("I am here; also before it begins.");
        evening.MapPut("/checkout", PutCheckout).WithName("putCheckout").WithSummary("What I take home, and tomorrow's first visit.");
    }

    static Task<Results<Ok<EveningView>, NotFound>> PutAttendance(Guid id, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            evening.NotClosed();
            db.Keep(evening);
            if (await Attendance.OfAsync(db, me, evening, time.GetUtcNow()) is (_, Came: true)) db.TellChanged(evening);
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutCheckout(Guid id, NewCheckout input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            evening.MustBeOpen();
            var (here, _) = await Attendance.OfAsync(db, me, evening, time.GetUtcNow());
            here.Takeaway = input.Takeaway;
            if (input.FirstVisit is { } first)
            {
                if (await db.Customers.VisibleTo(me).FindAsync(first.CustomerId) is null) throw new Refusal("not-found", "There is no such customer.", StatusCodes.Status404NotFound);
                await DayPlan.PutFirst(db, me, (await WorkCalendar.OfAsync(db, me.OrgId)).Next(evening.Day), first.CustomerId, first.Purpose.Trim());
            }
            db.TellChanged(evening);
        }, stop);
}
