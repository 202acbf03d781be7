using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Pool;

/// <summary>By hand: an owner or who leads her gives a customer back; who leads a team gives one to a member.</summary>
static class PoolHandEndpoints
{
    public static void MapPoolHands(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers/{id:guid}").WithTags("Customers").ProducesProblem(409);
        customers.MapPut("/return", PutReturn).WithName("putReturn").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("Back into the pool, with a reason. One that has signed is handed over instead.");
        customers.MapPut("/owner", PutOwner).WithName("putOwner").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("Somebody of the units I lead looks after it from now on, whether it lay in the pool or not.");
    }

    static Task<Results<NoContent, NotFound>> PutReturn(Guid id, NewReturn input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        var terms = await PoolTerms.OfAsync(db, me.OrgId);
        if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer)
            return await WasMineAsync(db, me, id) ? TypedResults.NoContent() : TypedResults.NotFound();
        if (customer.OwnerId is not { } owner) return TypedResults.NoContent();
        if (terms.Off) throw new Refusal("pool.off", "There is no pool in this organisation.");
        if (customer.Stage is Stage.Sign || await db.Deals.Of(me).AnyAsync(deal => deal.CustomerId == id && deal.State == DealState.Won))
            throw new Refusal("pool.signed", "This customer has signed; hand it over to somebody.");

        var now = time.GetUtcNow();
        await PoolKeeping.ReturnAsync(db, customer, me.Id, input.Reason.Trim(), me.DayOf(now), now);
        if (owner != me.Id) db.Notify(owner, "customer-taken", "/pool/moves", ("who", me.ShortName), ("customer", customer.ShortName));
        return TypedResults.NoContent();
    });

    /// <summary>Sent again: it is out of her sight since the first time.</summary>
    static async Task<bool> WasMineAsync(Db db, Me me, Guid id) =>
        await db.PoolMoves.Of(me).Where(move => move.CustomerId == id).OrderByDescending(move => move.Id).FirstOrDefaultAsync() is { Kind: PoolMoveKind.Returned } last && last.FromId == me.Id;

    static Task<Results<NoContent, NotFound>> PutOwner(Guid id, NewOwner input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
        var sees = me.Sees;
        if (await db.Members.Of(me).FirstOrDefaultAsync(m => m.Id == input.MemberId && sees.Contains(m.UnitId)) is not { } member) return TypedResults.NotFound();
        if (customer.OwnerId == member.Id) return TypedResults.NoContent();
        if (member.State is not MemberState.Active || member.Role is not (Role.Rep or Role.Lead or Role.Supervisor or Role.Manager))
            throw new Refusal("pool.member", "This member does not look after customers.");
        var terms = await PoolTerms.OfAsync(db, me.OrgId);
        if (!terms.Off && customer.Stage is not Stage.Sign) await PoolClaim.RefuseFullAsync(db, me.OrgId, member.Id, terms.Rules);

        var (before, now) = (customer.OwnerId, time.GetUtcNow());
        await PoolKeeping.MoveAsync(db, customer, PoolMoveKind.Assigned, member.Id, member.UnitId, me.Id, input.Reason.Trim(), me.DayOf(now), now);
        if (member.Id != me.Id) db.Notify(member.Id, "customer-given", $"/customers/{id}", ("who", me.ShortName), ("customer", customer.ShortName));
        if (before is { } from && from != me.Id) db.Notify(from, "customer-taken", "/pool/moves", ("who", me.ShortName), ("customer", customer.ShortName));
        return TypedResults.NoContent();
    });
}
