using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.JointVisits;

/// <summary>陪访: planned by the rep or by who goes along; both change, debrief, or drop it.</summary>
static class JointEndpoints
{
    public static void MapJointVisits(this IEndpointRouteBuilder api)
    {
        var joints = api.MapGroup("/joint-visits").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        joints.MapGet("/", ListJointVisits).WithName("listJointVisits").WithSummary("Mine and those of the units I lead: the coming ones, and the others newest first; customerId narrows it.");
        joints.MapGet("/{id:guid}", GetJointVisit).WithName("getJointVisit");
        joints.MapGet("/{id:guid}/effect", GetJointEffect).WithName("getJointEffect").WithSummary("The rep's thirty days before and after, beside each other.");
        joints.MapPut("/{id:guid}", PutJointVisit).WithName("putJointVisit").WithSummary("Plans one into both days, or changes it until it was held.");
        joints.MapPut("/{id:guid}/debrief", PutDebrief).WithName("putDebrief").WithSummary("What I keep and what I change; each of the two writes her own.");
        joints.MapDelete("/{id:guid}", DeleteJointVisit).WithName("deleteJointVisit");
    }

    static async Task<Ok<JointVisitPage>> ListJointVisits(Me me, Db db, TimeProvider time, CancellationToken stop, Guid? customerId = null, string? after = null) =>
        TypedResults.Ok(await new JointReads(db, me, me.DayOf(time.GetUtcNow())).PageAsync(customerId, PageCursor.Of(after), stop));

    static async Task<Results<Ok<JointVisitView>, NotFound>> GetJointVisit(Guid id, Me me, Db db, TimeProvider time, CancellationToken stop) =>
        await new JointReads(db, me, me.DayOf(time.GetUtcNow())).OneAsync(id, stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    static async Task<Results<Ok<JointEffectView>, NotFound>> GetJointEffect(Guid id, Me me, Db db, TimeProvider time, JointOptions options, CancellationToken stop) =>
        await db.JointVisits.VisibleTo(me).FirstOrDefaultAsync(one => one.Id == id, stop) is { } joint
            ? TypedResults.Ok(await JointEffect.ReadAsync(db, joint, me.DayOf(time.GetUtcNow()), options, stop))
            : TypedResults.NotFound();

    static Task<Results<Ok<JointVisitView>, Created<JointVisitView>, NotFound>> PutJointVisit(Guid id, NewJointVisit input, Me me, Writer writer, TimeProvider time, JointOptions options) =>
        writer.Run<Results<Ok<JointVisitView>, Created<JointVisitView>, NotFound>>(me.OrgId, async db =>
        {
            var (now, today) = (time.GetUtcNow(), me.DayOf(time.GetUtcNow()));
            var known = await db.JointVisits.Of(me).FindAsync(id);
            if (known is not null && (!known.Of(me.Id) || known.CustomerId != input.CustomerId)) return TypedResults.NotFound();
            if (await db.Customers.VisibleTo(me).FindAsync(input.CustomerId) is not { } customer) return TypedResults.NotFound();
            if (known is null && await db.Members.Of(me).FirstOrDefaultAsync(one => one.Id == customer.OwnerId && one.State == MemberState.Active) is { } owner)
            {
                if (await JointPlanning.CompanionAsync(db, me, owner, input.CompanionId) is not { } companion) throw new Refusal("joint.alone", "Nobody who leads her can go along.");
                await RefuseAsync(db, customer, owner, companion, input.Day, today, options);
                var joint = new JointVisit { OrgId = me.OrgId, Id = id, CustomerId = customer.Id, MemberId = owner.Id, TeamId = owner.UnitId, CompanionId = companion.Id, CreatedAt = now, Day = input.Day };
                Take(joint, input);
                await JointPlanning.PlanAsync(db, me, joint, owner, companion, customer.ShortName);
            }
            else if (known is not null) await ChangeAsync(db, me, known, input, today, options);
            else throw new Refusal("joint.nobody", "Nobody looks after this customer.");
            await db.SaveChangesAsync();
            var view = (await new JointReads(db, me, today).OneAsync(id, default))!;
            return known is null ? TypedResults.Created($"/api/joint-visits/{id}", view) : TypedResults.Ok(view);
        });

    static async Task RefuseAsync(Db db, Customer customer, Member owner, Member companion, DateOnly day, DateOnly today, JointOptions options)
    {
        if (day < today || day > today.AddDays(options.Ahead)) throw new Refusal("joint.day", "A day of the coming weeks.");
        if (await db.JointVisits.Of(customer.OrgId).AnyAsync(one =>
                one.CustomerId == customer.Id && one.MemberId == owner.Id && one.CompanionId == companion.Id && one.TiedAt == null && one.DroppedAt == null && one.Day >= today))
            throw new Refusal("joint.twice", "One is planned already; change that one.");
    }

    static async Task ChangeAsync(Db db, Me me, JointVisit joint, NewJointVisit input, DateOnly today, JointOptions options)
    {
        if (joint.TiedAt is not null || joint.DroppedAt is not null) throw new Refusal("joint.held", "It was held, or will not be.");
        if (input.Day != joint.Day && (input.Day < today || input.Day > today.AddDays(options.Ahead))) throw new Refusal("joint.day", "A day of the coming weeks.");
        Take(joint, input);
        if (input.Day != joint.Day) await JointPlanning.MoveAsync(db, joint, input.Day, null, me.Id, me.ShortName);
        else JointPlanning.Tell(db, joint);
    }

    static void Take(JointVisit joint, NewJointVisit input) =>
        (joint.Mode, joint.Goal, joint.Who, joint.Watch) = (input.Mode!.Value, input.Goal.Trim(), input.Who?.Trim() ?? "", input.Watch?.Trim() ?? "");

    static Task<Results<NoContent, NotFound>> PutDebrief(Guid id, NewDebrief input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.JointVisits.Of(me).FindAsync(id) is not { } joint || !joint.Of(me.Id)) return TypedResults.NotFound();
        if (joint.DroppedAt is not null || (joint.TiedAt is null && joint.Day > me.DayOf(time.GetUtcNow()))) throw new Refusal("joint.early", "You have not been there together yet.");
        var (kept, change) = (input.Kept?.Trim() ?? "", input.Change?.Trim() ?? "");
        if (kept.Length + change.Length == 0) throw new Refusal("joint.empty", "One thing to keep or one to change.");
        if (joint.Debrief(me.Id, kept, change))
            db.Notify(joint.Other(me.Id), "joint-debriefed", JointPlanning.Link(joint), ("who", me.ShortName), ("customer", await JointPlanning.NameAsync(db, joint)));
        JointPlanning.Tell(db, joint);
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> DeleteJointVisit(Guid id, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.JointVisits.Of(me).FindAsync(id) is not { } joint || !joint.Of(me.Id)) return TypedResults.NotFound();
        if (joint.DroppedAt is not null) return TypedResults.NoContent();
        if (joint.TiedAt is not null) throw new Refusal("joint.held", "It was held.");
        await JointPlanning.DropAsync(db, me, joint, time.GetUtcNow());
        return TypedResults.NoContent();
    });
}
