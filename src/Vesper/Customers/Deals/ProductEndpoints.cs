using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers.Deals;

/// <summary>The price list: all who sell read it, a manager or an administrator writes it.</summary>
static class ProductEndpoints
{
    const int Most = 200;

    public static void MapProducts(this IEndpointRouteBuilder api)
    {
        var products = api.MapGroup("/products").WithTags("Customers").ProducesProblem(409);
        products.MapGet("/", ListProducts).WithName("listProducts").RequireAdminOr(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithSummary("In their order, the retired ones last.");
        products.MapPut("/{id:guid}", PutProduct).WithName("putProduct").RequireAdminOr(Role.Manager, Role.Admin).WithSummary("Offers that were made keep their prices.");
    }

    static async Task<Ok<List<ProductView>>> ListProducts(Me me, Db db, CancellationToken stop) =>
        TypedResults.Ok(await db.Products.Of(me).OrderBy(p => p.Retired).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new ProductView(p.Id, p.Name, p.Unit, p.PriceFen, p.Retired, p.Position)).ToListAsync(stop));

    static Task<Ok<ProductView>> PutProduct(Guid id, NewProduct input, Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        var product = await db.Products.Of(me).FindAsync(id);
        if (product is null)
        {
            if (await db.Products.Of(me).CountAsync() >= Most) throw new Refusal("product.full", $"A price list has at most {Most} lines.");
            db.Add(product = new() { OrgId = me.OrgId, Id = id });
        }
        (product.Name, product.Unit, product.PriceFen, product.Retired, product.Position) = (input.Name.Trim(), input.Unit?.Trim() ?? "", input.PriceFen, input.Retired, input.Position);
        db.Tell(Topic.Organisation, new PriceListChanged());
        return TypedResults.Ok(ProductView.Of(product));
    });
}
