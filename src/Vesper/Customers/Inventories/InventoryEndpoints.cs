using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Inventories;

/// <summary>盘点. A supervisor or manager begins, turns the page and ends; the rep sees and decides along.</summary>
static class InventoryEndpoints
{
    public static void MapInventories(this IEndpointRouteBuilder api)
    {
        var inventories = api.MapGroup("/inventories").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        inventories.MapGet("/", ListInventories).WithName("listInventories").WithSummary("Mine and those of the units I lead, newest first; member narrows it to one.");
        inventories.MapGet("/members", ListInventoryMembers).WithName("listInventoryMembers").RequireRole(Role.Supervisor, Role.Manager).WithSummary("Whose customers I may go through, who is due first.");
        inventories.MapGet("/{id:guid}", GetInventory).WithName("getInventory");
        inventories.MapGet("/{id:guid}/customers/{customerId:guid}", GetInventoryCard).WithName("getInventoryCard").WithSummary("One customer with its facts and the difference from last time.");
        inventories.MapPut("/{id:guid}", PutInventory).WithName("putInventory").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("Begins one, or joins the one under way: there is one at a time for each rep. The answer says which.");
        inventories.MapPut("/{id:guid}/presence", PutPresence).WithName("putInventoryPresence").WithSummary("I have it on a screen and want to hear of changes.");
        inventories.MapPut("/{id:guid}/place", PutPlace).WithName("putInventoryPlace").RequireRole(Role.Supervisor, Role.Manager).WithSummary("This customer is up, on all screens.");
        inventories.MapPut("/{id:guid}/customers/{customerId:guid}/verdict", PutVerdict).WithName("putInventoryVerdict").WithSummary("What is decided for a customer. It may be said anew until the end.");
        inventories.MapPut("/{id:guid}/end", PutEnd).WithName("putInventoryEnd").RequireRole(Role.Supervisor, Role.Manager).WithSummary("Ends it, and does what was decided.");
    }

    static async Task<Ok<Page<InventoryRow>>> ListInventories(Me me, Db db, CancellationToken stop, Guid? member = null, string? after = null) =>
        TypedResults.Ok(await InventoryLists.SessionsAsync(db, me, member, PageCursor.Of(after), stop));

    static async Task<Ok<IReadOnlyList<InventoryMemberView>>> ListInventoryMembers(Me me, Db db, TimeProvider time, InventoryOptions options, GradeOptions grades, CancellationToken stop) =>
        TypedResults.Ok(await InventoryLists.MembersAsync(db, me, me.DayOf(time.GetUtcNow()), options, grades, stop));

    static async Task<Results<Ok<InventoryView>, NotFound>> GetInventory(Guid id, Me me, Db db, GradeOptions grades, CancellationToken stop) =>
        await new InventoryReads(db, me, grades).ViewAsync(id, stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    static async Task<Results<Ok<InventoryCard>, NotFound>> GetInventoryCard(Guid id, Guid customerId, Me me, Db db, TimeProvider time, FieldOptions field, GradeOptions grades, CancellationToken stop) =>
        await db.Inventories.VisibleTo(me).FirstOrDefaultAsync(one => one.Id == id, stop) is { } inventory
            && await new InventoryReads(db, me, grades).CardAsync(inventory, customerId, me.DayOf(time.GetUtcNow()), field, stop) is { } card
            ? TypedResults.Ok(card)
            : TypedResults.NotFound();

    static Task<Results<Ok<InventoryView>, NotFound>> PutInventory(Guid id, NewInventory input, Me me, Writer writer, TimeProvider time, InventoryOptions options, GradeOptions grades) =>
        writer.Run<Results<Ok<InventoryView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Inventories.Of(me).AnyAsync(one => one.Id == id && one.MemberId != input.MemberId)) return TypedResults.NotFound();
            if (await InventoryWrites.BeginAsync(db, me, id, input.MemberId, time.GetUtcNow(), options, grades) is not { } inventory) return TypedResults.NotFound();
            await db.SaveChangesAsync();
            return TypedResults.Ok((await new InventoryReads(db, me, grades).ViewAsync(inventory.Id))!);
        });

    static Task<Results<NoContent, NotFound>> PutPresence(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Inventories.VisibleTo(me).FindAsync(id) is not { } inventory) return TypedResults.NotFound();
        inventory.Join(me.Id);
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> PutPlace(Guid id, NewInventoryPlace input, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await InventoryWrites.LedAsync(db, me, id) is not { } inventory) return TypedResults.NotFound();
        if (!await db.InventoryLines.Of(me).AnyAsync(line => line.InventoryId == id && line.CustomerId == input.CustomerId)) return TypedResults.NotFound();
        if (inventory.EndedAt is not null || inventory.CustomerId == input.CustomerId) return TypedResults.NoContent();
        inventory.CustomerId = input.CustomerId;
        InventoryWrites.Tell(db, inventory);
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> PutVerdict(Guid id, Guid customerId, NewInventoryVerdict input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Inventories.VisibleTo(me).FindAsync(id) is not { } inventory) return TypedResults.NotFound();
            if (await db.InventoryLines.Of(me).FirstOrDefaultAsync(line => line.InventoryId == id && line.CustomerId == customerId) is not { } line) return TypedResults.NotFound();
            if (await db.Customers.Of(me).FindAsync(customerId) is not { } customer) return TypedResults.NotFound();
            await InventoryWrites.JudgeAsync(db, me, inventory, line, customer, input, time.GetUtcNow());
            return TypedResults.NoContent();
        });

    static Task<Results<Ok<InventoryView>, NotFound>> PutEnd(Guid id, Me me, Writer writer, TimeProvider time, GradeOptions grades) =>
        writer.Run<Results<Ok<InventoryView>, NotFound>>(me.OrgId, async db =>
        {
            if (await InventoryWrites.LedAsync(db, me, id) is not { } inventory) return TypedResults.NotFound();
            if (inventory.EndedAt is null) await InventoryEnding.EndAsync(db, me, inventory, time.GetUtcNow());
            await db.SaveChangesAsync();
            return TypedResults.Ok((await new InventoryReads(db, me, grades).ViewAsync(id))!);
        });
}
