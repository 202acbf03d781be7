using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/planned-visits").RequireMember().WithTags("Field").ProducesProblem(409);
        plans.MapGet("/", ListPlannedVisits).WithName("listPlannedVisits").WithSummary("My plan of a day, today's if none is named.");
        plans.MapPut("/{id:guid}", PutPlannedVisit).WithName("putPlannedVisit").WithSummary("Plans a visit, or changes its day or purpose; its place in the day is the order's once it stands there.");
        plans.MapPut("/{day}/order", PutPlanOrder).WithName("putPlanOrder").WithSummary("The order of a day, all of it in one request.");
        plans.MapDelete("/{id:guid}", DeletePlannedVisit).WithName("deletePlannedVisit");
    }

    static async Task<Ok<IReadOnlyList<PlannedVisitView>>> ListPlannedVisits(Me me, Db db, TimeProvider time, GradeOptions grades, CancellationToken stop, DateOnly? day = null)
    {
        var today = me.DayOf(time.GetUtcNow());
        return TypedResults.Ok(await PlanQueries.ViewsAsync(db, me, await DayPlan.Of(db, me, day ?? today), today, grades, stop));
    }

    static Task<Results<Ok<PlannedVisitView>, Created<PlannedVisitView>, NotFound>> PutPlannedVisit(
        Guid id, NewPlannedVisit input, Me me, Writer writer, TimeProvider time, PlanOptions options, GradeOptions grades) =>
        writer.Run<Results<Ok<PlannedVisitView>, Created<PlannedVisitView>, NotFound>>(me.OrgId, async db =>
        {
            var today = me.DayOf(time.GetUtcNow());
            var planned = await db.PlannedVisits.Of(me).FindAsync(id);
            if (planned is not null && planned.MemberId != me.Id) return TypedResults.NotFound();
            if (await db.Customers.VisibleTo(me).FindAsync(input.CustomerId) is not { } customer) return TypedResults.NotFound();
            options.Sensible(input.Day, today);

            var contact = input.Appointment is { At: not null, ContactId: { } with } ? await db.Contacts.Of(me).FirstOrDefaultAsync(c => c.Id == with && c.CustomerId == customer.Id) : null;
            if (input.Appointment is { At: not null, ContactId: not null } && contact is null) return TypedResults.NotFound();

            var isNew = planned is null;
            if (planned is null)
            {
                if ((await DayPlan.Of(db, me, input.Day)).Count >= options.Most) throw new Refusal("plan.full", "This day is full.");
                db.Add(planned = new() { OrgId = me.OrgId, Id = id, MemberId = me.Id, TeamId = me.TeamId });
            }
            else if (planned.VisitId is not null && (planned.Day != input.Day || planned.CustomerId != input.CustomerId))
                throw new Refusal("plan.visited", "This visit has taken place.");

            // Within a day only its order moves a visit: a copy of this request that comes after the order would undo it.
            if (isNew || planned.Day != input.Day) planned.Position = input.Position;
            (planned.Day, planned.CustomerId, planned.Purpose) = (input.Day, customer.Id, input.Purpose?.Trim() ?? "");
            planned.Agree(input.Appointment, contact?.Name);
            db.Tell(Topic.Member(me.Id), new PlanChanged(input.Day));
            var view = PlanQueries.View(planned, customer, await PlanQueries.FactsAsync(db, me, [customer.Id], default), today, grades);
            return isNew ? TypedResults.Created($"/api/planned-visits/{id}", view) : TypedResults.Ok(view);
        });

    static Task<Ok<IReadOnlyList<PlannedVisitView>>> PutPlanOrder(DateOnly day, NewPlanOrder input, Me me, Writer writer, TimeProvider time, GradeOptions grades) =>
        writer.Run(me.OrgId, async db =>
        {
            // Ids of other days, other people or visits dropped meanwhile say nothing about this day.
            var place = input.Ids.Distinct().Select((id, position) => (id, position)).ToDictionary(one => one.id, one => one.position);
            var plan = (await DayPlan.Of(db, me, day)).OrderBy(planned => place.GetValueOrDefault(planned.Id, int.MaxValue)).ToList();
            foreach (var (planned, position) in plan.Select((planned, position) => (planned, position))) planned.Position = position;
            db.Tell(Topic.Member(me.Id), new PlanChanged(day));
            return TypedResults.Ok(await PlanQueries.ViewsAsync(db, me, plan, me.DayOf(time.GetUtcNow()), grades, default));
        });

    static Task<Results<NoContent, NotFound>> DeletePlannedVisit(Guid id, Me me, Writer writer) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.PlannedVisits.Of(me).FindAsync(id) is not { } planned || planned.MemberId != me.Id) return TypedResults.NotFound();
            if (planned.VisitId is not null) throw new Refusal("plan.visited", "This visit has taken place.");
            db.Remove(planned);
            db.Tell(Topic.Member(me.Id), new PlanChanged(planned.Day));
            return TypedResults.NoContent();
        });
}
