using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Pool;

/// <summary>公海: what nobody looks after, open to all who sell in the organisation.</summary>
static class PoolEndpoints
{
    public static void MapPool(this IEndpointRouteBuilder api)
    {
        var pool = api.MapGroup("/pool").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager);
        pool.MapGet("/", ListPool).WithName("listPool").WithSummary("Newest in the pool first, and what I may still take; q finds by two Chinese characters.");
        pool.MapPut("/{id:guid}/claim", PutClaim).WithName("putClaim").ProducesProblem(409)
            .WithSummary("Takes a customer out of the pool: of many at once exactly one wins. Sending it again changes nothing.");
    }

    static async Task<Ok<PoolPage>> ListPool(Me me, Db db, TimeProvider time, CancellationToken stop, string? q = null, string? after = null)
    {
        var terms = await PoolTerms.OfAsync(db, me.OrgId, stop);
        var mine = await PoolClaim.AllowanceAsync(db, me, terms, me.DayOf(time.GetUtcNow()), stop);
        if (terms.Off) return TypedResults.Ok(new PoolPage([], null, mine));
        var page = await new PoolList(db, me, terms.Rules).ReadAsync(q, PageCursor.Of(after), stop);
        return TypedResults.Ok(new PoolPage(page.Items, page.Next, mine));
    }

    static Task<Results<NoContent, NotFound>> PutClaim(Guid id, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Customers.Of(me).Where(c => c.Id == id).Select(c => new { c.OwnerId, c.Grade }).FirstOrDefaultAsync() is not { } known) return TypedResults.NotFound();
        if (known.OwnerId == me.Id) return TypedResults.NoContent();
        await PoolClaim.TakeAsync(db, me, id, known.Grade, time.GetUtcNow());
        return TypedResults.NoContent();
    });
}
