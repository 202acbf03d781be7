using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Board;

/// <summary>开发 → 跟进 → 促单 → 签单 in four columns. Going on asks for evidence, going back for none.</summary>
static class BoardEndpoints
{
    const int Page = 30;

    public static void MapBoard(this IEndpointRouteBuilder api)
    {
        var sales = api.MapGroup("").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        sales.MapGet("/stages/{stage}", ListStage).WithName("listStage");
        sales.MapGet("/customers/{id:guid}/stage", GetStageAsk).WithName("getStageAsk").WithSummary("What is asked before it may go to another stage, and what of it is there.");
        sales.MapPut("/customers/{id:guid}/stage", PutStage).WithName("putStage").WithSummary("Moves it by hand. Forward only with evidence; the signature is the deal's.");
    }

    static async Task<Ok<StageColumn>> ListStage(Word<Stage> stage, Me me, Db db, GradeOptions grades, CancellationToken stop, string? after = null)
    {
        var at = stage.Value;
        var here = db.Customers.VisibleTo(me).Where(customer => customer.Stage == at && customer.OwnerId != null && customer.Grade != Grade.E);
        var page = here;
        if (PageCursor.Of(after) is { } last) page = here.Where(customer => customer.UpdatedAt < last.At || (customer.UpdatedAt == last.At && customer.Id.CompareTo(last.Id) < 0));
        var customers = await page.AsNoTracking().OrderByDescending(customer => customer.UpdatedAt).ThenByDescending(customer => customer.Id).Take(Page + 1).ToListAsync(stop);
        var (ids, owners) = (customers.ConvertAll(customer => customer.Id), customers.Select(customer => customer.OwnerId).Distinct().ToList());
        var deals = (await db.Deals.AsNoTracking().Of(me).Where(deal => ids.Contains(deal.CustomerId) && deal.State == DealState.Open).ToListAsync(stop)).ToLookup(deal => deal.CustomerId);
        var names = await db.Set<Teams.Member>().Of(me).Where(member => owners.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var open = from deal in db.Deals.Of(me) where deal.State == DealState.Open && here.Any(customer => customer.Id == deal.CustomerId) select deal.AmountFen;

        var cards = customers.ConvertAll(customer =>
        {
            var deal = deals[customer.Id].MaxBy(one => one.Id);
            return new StageCard(
                customer.Id, customer.ShortName, customer.Grade, names.GetValueOrDefault(customer.OwnerId!.Value, ""), customer.NextStep, customer.NextOn,
                customer.VisitsWithoutKp >= grades.KpUnseenVisits, deal?.Id, deal?.Name ?? "", deal?.AmountFen ?? 0, customer.UpdatedAt);
        }).ToPage(Page, card => new(card.UpdatedAt, card.Id));
        return TypedResults.Ok(new StageColumn(at, await here.CountAsync(stop), await open.SumAsync(stop), cards.Items, cards.Next));
    }

    static async Task<Results<Ok<StageAsk>, NotFound>> GetStageAsk(Guid id, Me me, Db db, CancellationToken stop)
    {
        if (await db.Customers.AsNoTracking().VisibleTo(me).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } customer) return TypedResults.NotFound();
        var done = await StageEvidence.DoneAsync(db, me.OrgId, id, stop);
        return TypedResults.Ok(new StageAsk(customer.Stage, customer.Grade, [.. Enum.GetValues<Stage>().Where(stage => stage != customer.Stage).Select(stage => new StageTarget(
            stage, [.. StageEvidence.Asked(customer.Stage, stage).Select(condition => new AskedEvidence(condition, done.Contains(condition), StageEvidence.MayBeSaid(condition)))]))]));
    }

    static Task<Results<NoContent, NotFound>> PutStage(Guid id, NewStage input, Me me, Writer writer, TimeProvider time) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
        var (to, now) = (input.To!.Value, time.GetUtcNow());
        if (customer.Stage == to) return TypedResults.NoContent();

        var done = await StageEvidence.DoneAsync(db, me.OrgId, id);
        if (to is Stage.Sign && !done.Contains(ExitCondition.ContractSigned)) throw new Refusal("stage.signature", "It gets there by the signature of a deal.");
        if (customer.Stage is Stage.Sign && done.Contains(ExitCondition.ContractSigned) && !await db.Deals.Of(me).AnyAsync(deal => deal.CustomerId == id && deal.State == DealState.Open))
            throw new Refusal("stage.signed", "It has signed; its next deal begins with an open deal.");
        List<SaidEvidence> said = [.. (input.Said ?? []).OfType<NewEvidence>().Select(one => new SaidEvidence(one.Condition, one.Note.Trim()))];
        if (StageEvidence.Asked(customer.Stage, to).Any(asked => !done.Contains(asked) && !(StageEvidence.MayBeSaid(asked) && said.Exists(one => one.Condition == asked))))
            throw new Refusal("stage.evidence", "Something this stage asks for is still missing.");

        await StageMoving.TakeAsync(db, customer, to, me.DayOf(now), me.Id, said);
        customer.UpdatedAt = now;
        return TypedResults.NoContent();
    });
}
