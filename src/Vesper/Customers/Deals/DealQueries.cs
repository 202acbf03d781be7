using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers.Deals;

/// <summary>A deal with its customer, for a change.</summary>
sealed record DealAtHand(Deal Deal, Customer Customer);

static class DealQueries
{
    /// <summary>Whoever sees the customer sees its deals and works on them.</summary>
    public static async Task<DealAtHand?> DealAsync(this Db db, Me me, Guid id) =>
        await db.Deals.Of(me).FindAsync(id) is { } deal && await db.Customers.VisibleTo(me).FindAsync(deal.CustomerId) is { } customer ? new(deal, customer) : null;

    public static async Task<DealPaper?> PaperAsync(this Db db, Me me, Guid id, DealOptions options, CancellationToken stop = default)
    {
        var row = await (
            from deal in db.Deals.Of(me)
            join customer in db.Customers.VisibleTo(me) on deal.CustomerId equals customer.Id
            where deal.Id == id
            select new { deal, customer.ShortName, Owner = db.Set<Teams.Member>().Where(m => m.OrgId == deal.OrgId && m.Id == deal.OwnerId).Select(m => m.ShortName).FirstOrDefault() }).AsNoTracking().FirstOrDefaultAsync(stop);
        if (row is null) return null;

        var offers = await db.Offers.AsNoTracking().Of(me).Where(offer => offer.DealId == id).OrderByDescending(offer => offer.Version).ToListAsync(stop);
        var showings = await db.OfferShowings.AsNoTracking().Of(me).Where(showing => showing.DealId == id).OrderByDescending(showing => showing.At).ToListAsync(stop);
        var payments = await db.Payments.AsNoTracking().Of(me).Where(payment => payment.DealId == id).OrderBy(payment => payment.PaidOn).ThenBy(payment => payment.Id).ToListAsync(stop);
        var people = offers.Select(offer => offer.MadeBy).Concat(showings.Select(showing => showing.ShownBy)).Distinct().ToList();
        var names = await db.Set<Teams.Member>().Of(me).Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var seen = showings.ToLookup(showing => showing.OfferId, showing => new ShowingView(showing.Id, showing.At, names.GetValueOrDefault(showing.ShownBy, "")));

        var sold = row.deal;
        return new(
            sold.Id, sold.CustomerId, row.ShortName, sold.Name, sold.Stage, sold.State, sold.AmountFen, sold.OpenedOn, sold.ClosedOn, sold.LostReason, row.Owner ?? "", sold.SignedOfferId,
            [.. offers.Select(offer => new OfferView(
                offer.Id, offer.Version, offer.Name, [.. offer.Lines.Select(OfferLineView.Of)], offer.ListFen, offer.TotalFen, offer.ValidUntil, names.GetValueOrDefault(offer.MadeBy, ""), offer.MadeAt, [.. seen[offer.Id]]))],
            [.. payments.Select((payment, nth) => new PaymentView(payment.Id, payment.AmountFen, payment.PaidOn, nth == 0))],
            payments.Sum(payment => payment.AmountFen),
            OfferPrice.MostDiscount(me, options));
    }
}
