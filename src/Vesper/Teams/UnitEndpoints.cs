using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>The organisation's tree.</summary>
static class UnitEndpoints
{
    public static void MapUnits(this IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/units").WithTags("Teams");
        units.MapGet("/", ListUnits).WithName("listUnits").RequireAdminOr(Role.Supervisor, Role.Manager, Role.Hr);
        units.MapPut("/{id:guid}", PutUnit).WithName("putUnit").RequireAdminOr(Role.Admin).ProducesProblem(409).WithSummary("Adds a unit under a parent, or renames and moves it.");
        units.MapDelete("/{id:guid}", DeleteUnit).WithName("deleteUnit").RequireAdminOr(Role.Admin).ProducesProblem(409).WithSummary("Only when nobody and nothing is left in it.");
    }

    static async Task<Ok<List<UnitView>>> ListUnits(Me me, Db db, CancellationToken stop) => TypedResults.Ok(await db.Units.LedBy(me)
        .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id)
        .Select(unit => new UnitView(unit.Id, unit.ParentId, unit.Kind, unit.Name, unit.Position,
            db.Set<Member>().Count(member => member.OrgId == unit.OrgId && member.UnitId == unit.Id && member.State == MemberState.Active)))
        .ToListAsync(stop));

    static Task<Results<Ok<UnitView>, Created<UnitView>, NotFound>> PutUnit(Guid id, ChangedUnit input, Me me, Writer writer) =>
        writer.Run<Results<Ok<UnitView>, Created<UnitView>, NotFound>>(me.OrgId, async db =>
        {
            var units = await db.Units.Of(me).ToListAsync();
            var unit = units.Find(u => u.Id == id);
            var isRoot = unit?.Kind is UnitKind.Root;
            if (isRoot != input.Kind is UnitKind.Root || isRoot != input.ParentId is null) throw new Refusal("unit.root", "The organisation itself is the only root, and stays it.");
            if (input.ParentId is { } parent && units.TrueForAll(u => u.Id != parent)) return TypedResults.NotFound();
            if (input.ParentId is { } above && MemberRights.Subtree(units, id).Contains(above)) throw new Refusal("unit.cycle", "A unit cannot lie below itself.");

            var isNew = unit is null;
            if (unit is null) db.Add(unit = new() { OrgId = me.OrgId, Id = id });
            (unit.Name, unit.Kind, unit.ParentId, unit.Position) = (input.Name.Trim(), input.Kind, input.ParentId, input.Position);
            TellTree(db, id);
            var members = await db.Members.Of(me).CountAsync(member => member.UnitId == id && member.State == MemberState.Active);
            var view = new UnitView(id, unit.ParentId, unit.Kind, unit.Name, unit.Position, members);
            return isNew ? TypedResults.Created($"/api/units/{id}", view) : TypedResults.Ok(view);
        });

    static Task<Results<NoContent, NotFound>> DeleteUnit(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Units.Of(me).FindAsync(id) is not { } unit) return TypedResults.NotFound();
        if (unit.Kind is UnitKind.Root) throw new Refusal("unit.root", "The organisation itself is the only root, and stays it.");
        // Whoever left still belongs to her last unit, and its customers and evenings to it: history keeps its place.
        if (await db.Units.Of(me).AnyAsync(u => u.ParentId == id) || await db.Members.Of(me).AnyAsync(m => m.UnitId == id)
            || await db.Set<Customer>().Of(me).AnyAsync(c => c.TeamId == id) || await db.Set<Evening>().Of(me).AnyAsync(e => e.TeamId == id))
            throw new Refusal("unit.not-empty", "Somebody or something still belongs to this unit; move it first.");
        db.Remove(unit);
        TellTree(db, id);
        return TypedResults.NoContent();
    });

    /// <summary>Who sees what follows from the tree, so everybody's rights are read anew.</summary>
    static void TellTree(Db db, Guid unitId)
    {
        db.Tell(Topic.House, new RightsChanged(null));
        db.Tell(Topic.Organisation, new UnitChanged(unitId));
    }
}
