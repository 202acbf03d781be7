using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers.Deals;

/// <summary>A deal's way: begun, signed or lost, paid.</summary>
static class DealStepEndpoints
{
    public static void MapDealSteps(this IEndpointRouteBuilder api)
    {
        var sales = api.MapGroup("").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        sales.MapGet("/deals/{id:guid}", GetDeal).WithName("getDeal");
        sales.MapPut("/customers/{id:guid}/deals/{dealId:guid}", PutOpenDeal).WithName("putOpenDeal").WithSummary("Begins a deal; while it is open its name and what is expected of it may be changed.");
        sales.MapPut("/deals/{id:guid}/signature", PutSignature).WithName("putSignature").WithSummary("Signs an open deal, with the sum of the offer that was signed.");
        sales.MapPut("/deals/{id:guid}/loss", PutLoss).WithName("putLoss");
        sales.MapPut("/deals/{id:guid}/payments/{paymentId:guid}", PutPayment).WithName("putPayment").WithSummary("Money that came in for a signed deal; the first is an event of its own.");
    }

    static async Task<Results<Ok<DealPaper>, NotFound>> GetDeal(Guid id, Me me, Db db, DealOptions options, CancellationToken stop) =>
        await db.PaperAsync(me, id, options, stop) is { } paper ? TypedResults.Ok(paper) : TypedResults.NotFound();

    static Task<Results<Ok<DealView>, Created<DealView>, NotFound>> PutOpenDeal(Guid id, Guid dealId, NewOpenDeal input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<DealView>, Created<DealView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
            var (now, deal) = (time.GetUtcNow(), await db.Deals.Of(me).FindAsync(dealId));
            if (deal is not null && deal.CustomerId != id) return TypedResults.NotFound();

            var (isNew, today, name) = (deal is null, me.DayOf(now), input.Name.Trim());
            if (deal is null)
            {
                if (input.OpenedOn > today) throw new Refusal("deal.ahead", "This day has not come yet.");
                var stage = customer.Stage is Stage.Sign ? Stage.Follow : customer.Stage; // who has signed before is known there
                deal = new() { OrgId = me.OrgId, Id = dealId, CustomerId = id, OwnerId = customer.OwnerId ?? me.Id, TeamId = customer.TeamId, Stage = stage, OpenedOn = input.OpenedOn ?? today };
                db.Add(deal);
                db.Tell(Topic.Team(deal.TeamId), new DealOpened(dealId, id, deal.OwnerId));
            }
            else if ((deal.Name, deal.AmountFen) == (name, input.AmountFen)) return TypedResults.Ok(DealView.Of(deal));
            else if (deal.State is not DealState.Open) throw new Refusal("deal.closed", "This deal is closed.");
            (deal.Name, deal.AmountFen, customer.UpdatedAt) = (name, input.AmountFen, now);
            return isNew ? TypedResults.Created($"/api/deals/{dealId}", DealView.Of(deal)) : TypedResults.Ok(DealView.Of(deal));
        });

    static Task<Results<Ok<DealPaper>, NotFound>> PutSignature(Guid id, NewSignature input, Me me, Writer writer, DealOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<DealPaper>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.DealAsync(me, id) is not var (deal, customer)) return TypedResults.NotFound();
            var offer = input.OfferId is { } asked ? await db.Offers.Of(me).FindAsync(asked) : null;
            if (input.OfferId is not null && offer?.DealId != id) return TypedResults.NotFound();

            var (now, sum) = (time.GetUtcNow(), offer?.TotalFen ?? input.AmountFen ?? deal.AmountFen);
            if (deal.State is DealState.Won)
                return (deal.SignedOfferId, deal.AmountFen) == (input.OfferId, sum)
                    ? TypedResults.Ok(await db.PaperAsync(me, id, options)) : throw new Refusal("deal.signed-already", "This deal is signed.");
            if (deal.State is DealState.Lost) throw new Refusal("deal.closed", "This deal is closed.");
            if (offer is not null && input.AmountFen is { } said && said != offer.TotalFen) throw new Refusal("deal.sum", "The sum is the offer's; another sum is another offer.");

            var day = Signing.Day(deal, input.SignedOn, me.DayOf(now));
            (deal.AmountFen, deal.SignedOfferId) = (sum, offer?.Id);
            if (offer is not null && !await db.OfferShowings.Of(me).AnyAsync(showing => showing.OfferId == offer.Id)) // nobody signs what she has not seen
                db.Add(new OfferShowing { OrgId = me.OrgId, Id = Guid.CreateVersion7(), OfferId = offer.Id, DealId = id, ShownBy = me.Id, At = now });
            await Signing.SignAsync(db, deal, customer, day, now);
            await db.SaveChangesAsync();
            return TypedResults.Ok(await db.PaperAsync(me, id, options));
        });

    static Task<Results<Ok<DealPaper>, NotFound>> PutLoss(Guid id, NewLoss input, Me me, Writer writer, DealOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<DealPaper>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.DealAsync(me, id) is not var (deal, customer)) return TypedResults.NotFound();
            var (now, reason) = (time.GetUtcNow(), input.Reason.Trim());
            if (deal.State is DealState.Lost && deal.LostReason == reason) return TypedResults.Ok(await db.PaperAsync(me, id, options));
            if (deal.State is not DealState.Open) throw new Refusal("deal.closed", "This deal is closed.");

            var others = await db.Deals.Of(me).AnyAsync(other => other.CustomerId == customer.Id && other.Id != id && other.State == DealState.Open);
            await Signing.LoseAsync(db, deal, customer, others, reason, me.DayOf(now), now);
            await db.SaveChangesAsync();
            return TypedResults.Ok(await db.PaperAsync(me, id, options));
        });

    static Task<Results<Ok<DealPaper>, NotFound>> PutPayment(Guid id, Guid paymentId, NewPayment input, Me me, Writer writer, DealOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<DealPaper>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.DealAsync(me, id) is not var (deal, customer)) return TypedResults.NotFound();
            if (await db.Payments.Of(me).FindAsync(paymentId) is { } earlier) return earlier.DealId == id ? TypedResults.Ok(await db.PaperAsync(me, id, options)) : TypedResults.NotFound();
            if (deal.State is not DealState.Won) throw new Refusal("payment.unsigned", "What is not signed is not paid.");
            var (now, day) = (time.GetUtcNow(), Signing.Day(deal, input.PaidOn, me.DayOf(time.GetUtcNow())));
            var paid = await db.Payments.Of(me).Where(payment => payment.DealId == id).SumAsync(payment => (long?)payment.AmountFen) ?? 0;
            if (deal.AmountFen > 0 && paid + input.AmountFen > deal.AmountFen) throw new Refusal("payment.too-much", "More than the contract's sum has not been agreed.");

            db.Add(new Payment { OrgId = me.OrgId, Id = paymentId, DealId = id, AmountFen = input.AmountFen, PaidOn = day, NotedBy = me.Id });
            customer.UpdatedAt = now;
            db.Tell(Topic.Team(deal.TeamId), new PaymentCame(id, customer.Id, paid == 0, day));
            await db.SaveChangesAsync();
            return TypedResults.Ok(await db.PaperAsync(me, id, options));
        });
}
