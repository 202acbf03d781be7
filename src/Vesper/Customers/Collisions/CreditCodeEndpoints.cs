using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Customers.Collisions;

/// <summary>A company's 统一社会信用代码, in any width and case; empty takes it away.</summary>
sealed record NewCreditCode([property: Required(AllowEmptyStrings = true), MaxLength(40)] string Code);

static class CreditCodeEndpoints
{
    public static void MapCreditCodes(this IEndpointRouteBuilder api) =>
        api.MapPut("/customers/{id:guid}/credit-code", PutCreditCode).WithName("putCreditCode").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .ProducesProblem(409).WithSummary("The code by which the company is known from now on; one that another customer has is refused.");

    static Task<Results<NoContent, NotFound>> PutCreditCode(Guid id, NewCreditCode input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        var code = CreditCode.Of(input.Code);
        if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
        if (customer.CreditCode == code) return TypedResults.NoContent();
        if (code.Length > 0 && await db.Customers.Of(me).FirstOrDefaultAsync(other => other.CreditCode == code && other.Id != id) is { } known) throw Collision.Refused(known);
        (customer.CreditCode, customer.UpdatedAt) = (code, time.GetUtcNow());
        await CustomerSearch.IndexAsync(db, customer);
        db.Tell(Topic.Member(me.Id), new CustomerChanged(id));
        return TypedResults.NoContent();
    });
}
