using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.Handovers;

/// <summary>交接: somebody goes; who leads her decides who takes what, both sides sign. HR begins it and sees how far it is, without a customer's name.</summary>
static class HandoverEndpoints
{
    const int Latest = 50;

    public static void MapHandovers(this IEndpointRouteBuilder api)
    {
        var handovers = api.MapGroup("/handovers").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager, Role.Hr).ProducesProblem(409);
        handovers.MapGet("/", ListHandovers).WithName("listHandovers").WithSummary("Those I decide, give to, take from; HR: all, in numbers. Newest first.");
        handovers.MapGet("/{id:guid}", GetHandover).WithName("getHandover");
        handovers.MapPut("/{id:guid}", PutHandover).WithName("putHandover").RequireRole(Role.Supervisor, Role.Manager, Role.Hr)
            .WithSummary("Draws one up, with a proposal for each of her customers. Nothing changes hands yet; sending it again changes nothing.");
        handovers.MapPut("/{id:guid}/items/{customerId:guid}", PutTaker).WithName("putTaker").RequireRole(Role.Supervisor, Role.Manager).WithSummary("Somebody else takes this one, or the pool.");
        handovers.MapPut("/{id:guid}/confirmation", PutConfirmation).WithName("putConfirmation").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("Every customer changes hands; for A and B both have a day to go there together.");
        handovers.MapPut("/{id:guid}/signature", PutSignature).WithName("putHandoverSignature").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("I have handed over, or taken over, all that is mine of it. For somebody who has left her leader signs.");
        handovers.MapDelete("/{id:guid}", DeleteHandover).WithName("deleteHandover").RequireRole(Role.Supervisor, Role.Manager, Role.Hr).WithSummary("Drops a draft.");
    }

    static async Task<Ok<List<HandoverLine>>> ListHandovers(Me me, Db db, CancellationToken stop)
    {
        var lines = await HandoverReads.LinesAsync(db, db.Handovers.VisibleTo(db, me).Where(one => one.State != HandoverState.Cancelled).OrderByDescending(one => one.CreatedAt).Take(Latest), stop);
        return TypedResults.Ok(lines);
    }

    static async Task<Results<Ok<HandoverView>, NotFound>> GetHandover(Guid id, Me me, Db db, CancellationToken stop) =>
        await db.Handovers.VisibleTo(db, me).FirstOrDefaultAsync(one => one.Id == id, stop) is { } handover ? TypedResults.Ok(await HandoverReads.ViewAsync(db, me, handover, stop)) : TypedResults.NotFound();

    static Task<Results<Ok<HandoverView>, NotFound>> PutHandover(Guid id, NewHandover input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<HandoverView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Handovers.VisibleTo(db, me).FirstOrDefaultAsync(one => one.Id == id) is { } earlier) return TypedResults.Ok(await HandoverReads.ViewAsync(db, me, earlier, default));
            if (await db.Handovers.Of(me).AnyAsync(one => one.Id == id)) return TypedResults.NotFound();
            if (await db.Members.LedBy(me).FirstOrDefaultAsync(member => member.Id == input.MemberId && member.State != MemberState.Waiting) is not { } from) return TypedResults.NotFound();
            if (from.Id == me.Id) throw new Refusal("handover.own", "Your own customers are handed over by who leads you.");
            return TypedResults.Ok(await HandoverReads.ViewAsync(db, me, await HandoverWrites.DraftAsync(db, me, id, from, input, time.GetUtcNow()), default));
        });

    static Task<Results<NoContent, NotFound>> PutTaker(Guid id, Guid customerId, NewTaker input, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await DecidedAsync(db, me, id) is not { } handover || await db.HandoverItems.Of(me).FirstOrDefaultAsync(one => one.HandoverId == id && one.CustomerId == customerId) is not { } item)
            return TypedResults.NotFound();
        MustBeDraft(handover);
        if (item.ToId == input.ToId) return TypedResults.NoContent();
        if (input.ToId is { } to && !(await HandoverTakers.OfAsync(db, me, handover.MemberId, default)).Exists(taker => taker.Taker.Id == to))
            throw new Refusal("handover.taker", "This member cannot take customers.");
        (item.ToId, item.Why) = (input.ToId, []);
        return TypedResults.NoContent();
    });

    static Task<Results<Ok<HandoverView>, NotFound>> PutConfirmation(Guid id, Me me, Writer writer, HandoverOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<HandoverView>, NotFound>>(me.OrgId, async db =>
        {
            if (await DecidedAsync(db, me, id) is not { } handover) return TypedResults.NotFound();
            if (handover.State is HandoverState.Draft) await HandoverWrites.ConfirmAsync(db, me, handover, options, time.GetUtcNow());
            else if (handover.State is HandoverState.Cancelled) MustBeDraft(handover);
            await db.SaveChangesAsync();
            return TypedResults.Ok(await HandoverReads.ViewAsync(db, me, handover, default));
        });

    static Task<Results<Ok<HandoverView>, NotFound>> PutSignature(Guid id, Me me, Writer writer, TimeProvider time) => writer.Run<Results<Ok<HandoverView>, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Handovers.VisibleTo(db, me).FirstOrDefaultAsync(one => one.Id == id) is not { } handover) return TypedResults.NotFound();
        if (handover.State is HandoverState.Draft or HandoverState.Cancelled) throw new Refusal("handover.not-confirmed", "It is not confirmed yet.");
        var left = me.Sees.Contains(handover.TeamId) && await db.Members.Of(me).AnyAsync(member => member.Id == handover.MemberId && member.State == MemberState.Left);
        await HandoverWrites.SignAsync(db, me, handover, left, time.GetUtcNow());
        await db.SaveChangesAsync();
        return TypedResults.Ok(await HandoverReads.ViewAsync(db, me, handover, default));
    });

    static Task<Results<NoContent, NotFound>> DeleteHandover(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Handovers.VisibleTo(db, me).FirstOrDefaultAsync(one => one.Id == id) is not { } handover) return TypedResults.NotFound();
        if (handover.State is HandoverState.Cancelled) return TypedResults.NoContent();
        MustBeDraft(handover);
        handover.State = HandoverState.Cancelled;
        return TypedResults.NoContent();
    });

    static async Task<Handover?> DecidedAsync(Db db, Me me, Guid id)
    {
        var sees = me.Sees;
        return await db.Handovers.Of(me).FirstOrDefaultAsync(one => one.Id == id && sees.Contains(one.TeamId));
    }

    static void MustBeDraft(Handover handover)
    {
        if (handover.State is not HandoverState.Draft) throw new Refusal("handover.confirmed", "It is confirmed already.");
    }
}
