using Vesper.Kit.Access;
using Vesper.Kit.Http;

namespace Vesper.Customers.Deals;

/// <summary>What a package costs, and what may be taken off.</summary>
static class OfferPrice
{
    /// <summary>As a deal's sum.</summary>
    const long Most = 10_000_000_000_000;

    public static int MostDiscount(Me me, DealOptions options) => me.Is(Role.Supervisor, Role.Manager) ? options.MostDiscountOfLeaders : options.MostDiscount;

    /// <summary>The line as it will be kept: a product's name and price come from the list, whatever the phone believes.</summary>
    public static OfferLine Line(NewOfferLine? input, IReadOnlyDictionary<Guid, Product> products, int mostDiscount)
    {
        if (input is null) throw new Refusal("offer.line", "A line needs a product, or a name and a price.");
        if (input.DiscountPercent > mostDiscount) throw new Refusal("offer.discount", $"At most {mostDiscount} per cent may be taken off.");
        if (input.ProductId is { } id)
        {
            if (!products.TryGetValue(id, out var product) || product.Retired) throw new Refusal("offer.product", "This product is not on the price list.");
            return new(id, product.Name, product.Unit, input.Quantity, product.PriceFen, input.DiscountPercent);
        }
        if (input.Name?.Trim() is not { Length: > 0 } name || input.PriceFen is not { } price) throw new Refusal("offer.line", "A line needs a product, or a name and a price.");
        return new(null, name, "", input.Quantity, price, input.DiscountPercent);
    }

    /// <summary>List price and price of the whole package.</summary>
    public static (long ListFen, long TotalFen) Sum(IReadOnlyCollection<OfferLine> lines)
    {
        var (list, total) = (lines.Sum(line => line.Quantity * line.PriceFen), lines.Sum(line => line.TotalFen));
        return list <= Most ? (list, total) : throw new Refusal("offer.sum", "This sum is out of all sense.");
    }
}
