using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Customers.Deals;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers;

static class DealEndpoints
{
    public static void MapDeals(this IEndpointRouteBuilder api) =>
        api.MapPut("/deals/{id:guid}", PutDeal).WithName("putDeal").WithTags("Customers").RequireMember().ProducesProblem(409)
            .WithSummary("Signs a deal. On the day of signing its name and sum may be corrected.");

    static Task<Results<Ok<DealView>, Created<DealView>, NotFound>> PutDeal(Guid id, NewDeal input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<DealView>, Created<DealView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(input.CustomerId) is not { } customer) return TypedResults.NotFound();
            var deal = await db.Deals.Of(me).FindAsync(id);
            if (deal is not null && (deal.CustomerId != customer.Id || (deal.OwnerId != me.Id && !me.Sees.Contains(deal.TeamId)))) return TypedResults.NotFound();

            var (now, today, isNew) = (time.GetUtcNow(), me.DayOf(time.GetUtcNow()), deal is null);
            if (deal is null)
                db.Add(deal = new() { OrgId = me.OrgId, Id = id, CustomerId = customer.Id, OwnerId = customer.OwnerId ?? me.Id, TeamId = customer.TeamId, OpenedOn = today });

            var (signed, name) = (deal.State is not DealState.Won, input.Name?.Trim() ?? "");
            if (!signed && (deal.Name, deal.AmountFen) == (name, input.AmountFen)) return TypedResults.Ok(DealView.Of(deal));
            if (!signed && deal.ClosedOn != today) throw new Refusal("deal.signed", "This deal was signed on an earlier day.");

            (deal.Name, deal.AmountFen, customer.UpdatedAt) = (name, input.AmountFen, now);
            if (signed) await Signing.SignAsync(db, deal, customer, today, now);
            else db.Tell(Topic.Team(deal.TeamId), new DealCorrected(id));
            return isNew ? TypedResults.Created($"/api/deals/{id}", DealView.Of(deal)) : TypedResults.Ok(DealView.Of(deal));
        });
}
