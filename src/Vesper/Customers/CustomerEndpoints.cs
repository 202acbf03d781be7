using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers;

static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").RequireMember().WithTags("Customers").ProducesProblem(409);
        customers.MapGet("/", ListCustomers).WithName("listCustomers").WithSummary("Newest first; q finds by two Chinese characters or the beginning of a Latin word; near=lat,lng sorts by distance.");
        customers.MapGet("/{id:guid}", GetCustomer).WithName("getCustomer");
        customers.MapPut("/{id:guid}", PutCustomer).WithName("putCustomer").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("Makes a customer on the spot; sending it again changes nothing.");
    }

    static async Task<Ok<Page<CustomerRow>>> ListCustomers(
        Me me, Db db, Prepared prepared, TimeProvider time, GradeOptions grades, CancellationToken stop, string? q = null, string? after = null, Near? near = null, Word<CustomerFilter>? filter = null)
    {
        var wanted = new CustomerList(db, prepared, me, me.DayOf(time.GetUtcNow()), grades, filter?.Value);
        return TypedResults.Ok(
            !string.IsNullOrWhiteSpace(q) ? await wanted.FoundAsync(q, after, stop)
            : near is { } here ? await wanted.NearAsync(here.Point, stop)
            : await wanted.NewestAsync(PageCursor.Of(after), stop));
    }

    static async Task<Results<Ok<CustomerView>, NotFound>> GetCustomer(Guid id, Me me, Prepared prepared, TimeProvider time, GradeOptions grades, CancellationToken stop) =>
        await prepared.ReadAsync(line => CustomerScreen.ReadAsync(line, me, id, me.DayOf(time.GetUtcNow()), grades, stop), stop) is { } customer
            ? TypedResults.Ok(customer)
            : TypedResults.NotFound();

    static Task<Results<Ok<CustomerView>, Created<CustomerView>, NotFound>> PutCustomer(Guid id, NewCustomer input, Me me, Writer writer, TimeProvider time, GradeOptions grades) =>
        writer.Run<Results<Ok<CustomerView>, Created<CustomerView>, NotFound>>(me.OrgId, async db =>
        {
            var today = me.DayOf(time.GetUtcNow());
            if (await db.Customers.Of(me).AnyAsync(earlier => earlier.Id == id))
                return await CustomerScreen.ReadAsync(db.Line!, me, id, today, grades, default) is { } hers ? TypedResults.Ok(hers) : TypedResults.NotFound();

            await Collision.RefuseAsync(db, me, new(input.Name.Trim(), input.City?.Trim() ?? "", input.Phone ?? "", CreditCode.Of(input.CreditCode)));
            var customer = Customer.OnTheSpot(id, me, input, time.GetUtcNow());
            db.Add(customer);
            await CustomerSearch.IndexAsync(db, customer);
            db.Tell(Topic.Member(me.Id), new CustomerChanged(id));
            await db.SaveChangesAsync();
            return TypedResults.Created($"/api/customers/{id}", await CustomerScreen.ReadAsync(db.Line!, me, id, today, grades, default));
        });
}
