using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Customers.Deals;

static class OfferEndpoints
{
    const int MostVersions = 100;

    public static void MapOffers(this IEndpointRouteBuilder api)
    {
        var deals = api.MapGroup("/deals/{id:guid}").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        deals.MapPut("/offers/{offerId:guid}", PutOffer).WithName("putOffer").WithSummary("The next version of the offer; sent again it is the same version.");
        deals.MapPut("/showings/{showingId:guid}", PutShowing).WithName("putShowing").WithSummary("The customer saw a version of the offer.");
    }

    static Task<Results<Ok<DealPaper>, NotFound>> PutOffer(Guid id, Guid offerId, NewOffer input, Me me, Writer writer, DealOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<DealPaper>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.DealAsync(me, id) is not var (deal, customer)) return TypedResults.NotFound();
            if (await db.Offers.Of(me).FindAsync(offerId) is { } earlier) return earlier.DealId == id ? TypedResults.Ok(await db.PaperAsync(me, id, options)) : TypedResults.NotFound();
            var now = time.GetUtcNow();
            if (deal.State is not DealState.Open) throw new Refusal("deal.closed", "This deal is closed.");
            if (input.ValidUntil < me.DayOf(now)) throw new Refusal("offer.over", "An offer cannot end before it is made.");

            var asked = input.Lines.Select(line => line?.ProductId).OfType<Guid>().ToList();
            var products = await db.Products.Of(me).Where(product => asked.Contains(product.Id)).ToDictionaryAsync(product => product.Id);
            List<OfferLine> lines = [.. input.Lines.Select(line => OfferPrice.Line(line, products, OfferPrice.MostDiscount(me, options)))];
            var (list, total) = OfferPrice.Sum(lines);
            var version = 1 + (await db.Offers.Of(me).Where(offer => offer.DealId == id).MaxAsync(offer => (int?)offer.Version) ?? 0);
            if (version > MostVersions) throw new Refusal("offer.versions", $"A deal has at most {MostVersions} offers.");

            db.Add(new Offer
            {
                OrgId = me.OrgId, Id = offerId, DealId = id, Version = version, Name = input.Name?.Trim() is { Length: > 0 } name ? name : deal.Name,
                Lines = lines, ListFen = list, TotalFen = total, ValidUntil = input.ValidUntil, MadeBy = me.Id, MadeAt = now,
            });
            (deal.AmountFen, customer.UpdatedAt) = (total, now); // what is expected of it now
            db.Tell(Topic.Team(deal.TeamId), new OfferMade(offerId, id, customer.Id, version));
            await db.SaveChangesAsync();
            return TypedResults.Ok(await db.PaperAsync(me, id, options));
        });

    static Task<Results<Ok<DealPaper>, NotFound>> PutShowing(Guid id, Guid showingId, NewShowing input, Me me, Writer writer, DealOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<DealPaper>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.DealAsync(me, id) is not { } at) return TypedResults.NotFound();
            if (await db.Offers.Of(me).FindAsync(input.OfferId) is not { } offer || offer.DealId != id) return TypedResults.NotFound();
            if (await db.OfferShowings.Of(me).AnyAsync(showing => showing.Id == showingId)) return TypedResults.Ok(await db.PaperAsync(me, id, options));

            var now = time.GetUtcNow();
            // Nobody saw it before it was made, or will have seen it tomorrow: a phone's clock may be wrong.
            var seen = input.At is { } said && said <= now && said >= offer.MadeAt ? said : now;
            db.Add(new OfferShowing { OrgId = me.OrgId, Id = showingId, OfferId = offer.Id, DealId = id, ShownBy = me.Id, At = seen });
            at.Customer.UpdatedAt = now;
            db.Tell(Topic.Team(at.Deal.TeamId), new OfferShown(offer.Id, id, at.Customer.Id, offer.Version, me.DayOf(seen)));
            await db.SaveChangesAsync();
            return TypedResults.Ok(await db.PaperAsync(me, id, options));
        });
}
