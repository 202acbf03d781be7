using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Collisions;

/// <summary>撞单 that two do not agree on: raised by one, decided in writing by who leads the owner's team, appealed once to a manager.</summary>
static class DisputeEndpoints
{
    public static void MapDisputes(this IEndpointRouteBuilder api)
    {
        var disputes = api.MapGroup("/disputes").WithTags("Customers").ProducesProblem(409);
        disputes.MapGet("/", ListDisputes).WithName("listDisputes").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithSummary("Mine, and those of the units I lead; what waits comes first.");
        disputes.MapGet("/{id:guid}", GetDispute).WithName("getDispute").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager);
        disputes.MapPut("/{id:guid}", PutDispute).WithName("putDispute").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithSummary("A company that a colleague has is mine; sending it again changes nothing.");
        disputes.MapPut("/{id:guid}/decision", PutDecision).WithName("putDisputeDecision").RequireRole(Role.Supervisor, Role.Manager).WithSummary("Whose it is, by which ground, in writing; it moves at once.");
        disputes.MapPut("/{id:guid}/appeal", PutAppeal).WithName("putDisputeAppeal").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithSummary("Once, by whom it was decided against.");
        disputes.MapPut("/{id:guid}/final-decision", PutFinal).WithName("putDisputeFinalDecision").RequireRole(Role.Manager);
        var rules = api.MapGroup("/dispute-rules").WithTags("Customers");
        rules.MapGet("/", GetRules).WithName("getDisputeRules").RequireMember();
        rules.MapPut("/", PutRules).WithName("putDisputeRules").RequireAdminOr(Role.Admin);
    }

    static async Task<Ok<List<DisputeView>>> ListDisputes(Me me, Db db, TimeProvider time, FieldOptions field, CancellationToken stop) =>
        TypedResults.Ok(await new DisputeReads(db, me, field, me.DayOf(time.GetUtcNow())).ListAsync(stop));

    static async Task<Results<Ok<DisputeView>, NotFound>> GetDispute(Guid id, Me me, Db db, TimeProvider time, FieldOptions field, CancellationToken stop) =>
        await DisputeReads.Of(db, me).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) is { } dispute
            ? TypedResults.Ok(await new DisputeReads(db, me, field, me.DayOf(time.GetUtcNow())).ViewAsync(dispute, true, stop))
            : TypedResults.NotFound();

    static Task<Results<NoContent, NotFound>> PutDispute(Guid id, NewDispute input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Disputes.Of(me).FirstOrDefaultAsync(d => d.Id == id) is { } earlier) return earlier.RaiserId == me.Id ? TypedResults.NoContent() : TypedResults.NotFound();
        if (!await DisputeRules.OnAsync(db, me.OrgId)) throw new Refusal("dispute.off", "Disputes are not switched on here.");
        var (theirs, hers) = await DisputedAsync(db, me, new(input.Name.Trim(), input.City?.Trim() ?? "", input.Phone ?? "", CreditCode.Of(input.CreditCode)));
        if (theirs is not { OwnerId: { } owner }) throw new Refusal("dispute.nothing", "No colleague has this company.");
        if (await db.Disputes.Of(me).AnyAsync(d => d.CustomerId == theirs.Id && (d.State == DisputeState.Open || d.State == DisputeState.Appealed)))
            throw new Refusal("dispute.open", "A dispute about this company is being decided.");
        if (await db.Disputes.Of(me).AnyAsync(d => d.CustomerId == theirs.Id && d.RaiserId == me.Id && d.OwnerId == owner)) throw new Refusal("dispute.settled", "This dispute has been decided.");

        var now = time.GetUtcNow();
        var (calendar, due) = (await WorkCalendar.OfAsync(db, me.OrgId), me.DayOf(now));
        for (var i = 0; i < DisputeRules.Workdays; i++) due = calendar.Next(due);
        var dispute = new Dispute
        {
            OrgId = me.OrgId, Id = id, CustomerId = theirs.Id, OwnerId = owner, TeamId = theirs.TeamId, RaiserId = me.Id, RaiserTeamId = me.TeamId, AskedName = input.Name.Trim(),
            RaisersCustomerId = hers?.Id, Reason = input.Reason.Trim(), RaisedAt = now, DueOn = due,
        };
        db.Add(dispute);
        Tell(db, dispute, "dispute-raised", [owner, .. await LeadersAsync(db, dispute, Role.Supervisor)], ("customer", theirs.ShortName));
        return TypedResults.NoContent();
    });

    /// <summary>The colleague's customer, the very one or the nearest; and her own that is alike.</summary>
    static async Task<(Customer? Theirs, Customer? Hers)> DisputedAsync(Db db, Me me, AskedCompany asked)
    {
        var alike = await KnownNames.LikeAsync(db, me, asked.Name, asked.City, default);
        var known = await Collision.FindAsync(db, me, asked, default);
        var theirs = known is { OwnerId: { } owner } && owner != me.Id ? known : alike.Find(other => other.OwnerId is { } one && one != me.Id);
        return (theirs, known?.OwnerId == me.Id ? known : alike.Find(other => other.OwnerId == me.Id));
    }

    static Task<Results<NoContent, NotFound>> PutDecision(Guid id, NewDisputeDecision input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await DisputeReads.Of(db, me).FirstOrDefaultAsync(d => d.Id == id) is not { } dispute) return TypedResults.NotFound();
        if (!DisputeReads.MayDecide(me, dispute, Role.Supervisor, Role.Manager)) throw new Refusal("dispute.not-yours", "Who leads the owner's team decides, and is no side of it.");
        dispute.Decide(input.Side!.Value, input.Ground!.Value, me.Id, input.Text.Trim(), time.GetUtcNow());
        await GiveAsync(db, me, dispute, input.Side.Value, input.Text.Trim(), time.GetUtcNow());
        Tell(db, dispute, "dispute-decided", [dispute.OwnerId, dispute.RaiserId], ("customer", dispute.AskedName));
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> PutAppeal(Guid id, NewDisputeAppeal input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Disputes.Of(me).FirstOrDefaultAsync(d => d.Id == id && (d.OwnerId == me.Id || d.RaiserId == me.Id)) is not { } dispute) return TypedResults.NotFound();
        dispute.Appeal(me.Id, input.Reason.Trim(), time.GetUtcNow());
        Tell(db, dispute, "dispute-appealed", [.. await LeadersAsync(db, dispute, Role.Manager)], ("customer", dispute.AskedName));
        return TypedResults.NoContent();
    });

    static Task<Results<NoContent, NotFound>> PutFinal(Guid id, NewFinalDecision input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await DisputeReads.Of(db, me).FirstOrDefaultAsync(d => d.Id == id) is not { } dispute) return TypedResults.NotFound();
        if (!DisputeReads.MayDecide(me, dispute, Role.Manager)) throw new Refusal("dispute.not-yours", "A manager above the owner's team decides, who is no side of it.");
        dispute.Close(input.Side!.Value, me.Id, input.Text.Trim(), time.GetUtcNow());
        await GiveAsync(db, me, dispute, input.Side.Value, input.Text.Trim(), time.GetUtcNow());
        Tell(db, dispute, "dispute-decided", [dispute.OwnerId, dispute.RaiserId], ("customer", dispute.AskedName));
        return TypedResults.NoContent();
    });

    /// <summary>Between the two sides only: who else has it meanwhile keeps it.</summary>
    static async Task GiveAsync(Db db, Me me, Dispute dispute, DisputeSide side, string text, DateTimeOffset now)
    {
        var (to, team) = side is DisputeSide.Owner ? (dispute.OwnerId, dispute.TeamId) : (dispute.RaiserId, dispute.RaiserTeamId);
        if (await db.Customers.Of(me).FirstOrDefaultAsync(c => c.Id == dispute.CustomerId) is not { OwnerId: { } has } customer || has == to || !dispute.IsParty(has)) return;
        await PoolKeeping.MoveAsync(db, customer, PoolMoveKind.Assigned, to, team, me.Id, text[..Math.Min(text.Length, 200)], me.DayOf(now), now);
    }

    /// <summary>The nearest leaders of that role above the owner's team who are no side of it.</summary>
    static async Task<List<Guid>> LeadersAsync(Db db, Dispute dispute, Role role)
    {
        var units = await db.Units.Of(dispute.OrgId).Select(unit => new { unit.Id, unit.ParentId }).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId);
        for (Guid? unit = dispute.TeamId; unit is { } here; unit = units.GetValueOrDefault(here))
        {
            var leaders = await db.Members.Of(dispute.OrgId)
                .Where(m => m.UnitId == here && m.State == MemberState.Active && (m.Role == role || m.Role == Role.Manager) && m.Id != dispute.OwnerId && m.Id != dispute.RaiserId && m.Id != dispute.DecidedById)
                .Select(m => m.Id).ToListAsync();
            if (leaders.Count > 0) return leaders;
        }
        return [];
    }

    static void Tell(Db db, Dispute dispute, string notice, IReadOnlyList<Guid> members, (string, string) word)
    {
        foreach (var member in members.Distinct())
        {
            db.Notify(member, notice, $"/disputes/{dispute.Id}", word);
            db.Tell(Topic.Member(member), new DisputeChanged());
        }
    }

    static async Task<Ok<DisputeRulesView>> GetRules(Me me, Db db, CancellationToken stop) => TypedResults.Ok(new DisputeRulesView(await DisputeRules.OnAsync(db, me.OrgId, stop)));

    static Task<Ok<DisputeRulesView>> PutRules(DisputeRulesView input, Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        var rules = await db.Set<DisputeRules>().Of(me).FirstOrDefaultAsync(r => r.Id == me.OrgId);
        if (rules is null) db.Add(rules = new() { OrgId = me.OrgId, Id = me.OrgId });
        rules.On = input.On!.Value;
        return TypedResults.Ok(new DisputeRulesView(rules.On));
    });
}
