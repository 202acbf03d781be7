using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Deals;

sealed record ProductView(Guid Id, string Name, string Unit, long PriceFen, bool Retired, int Position)
{
    public static ProductView Of(Product product) => new(product.Id, product.Name, product.Unit, product.PriceFen, product.Retired, product.Position);
}

/// <summary>A line of the price list; PriceFen for one unit.</summary>
sealed record NewProduct(
    [property: Required, MinLength(1), MaxLength(80)] string Name,
    [property: Range(0, 1_000_000_000_000)] long PriceFen,
    [property: MaxLength(10)] string? Unit = null,
    bool Retired = false,
    [property: Range(0, 1000)] int Position = 0);

/// <summary>A deal that begins. OpenedOn: when it did, today where it is left out.</summary>
sealed record NewOpenDeal([property: Required, MinLength(1), MaxLength(120)] string Name, [property: Range(0, 10_000_000_000_000)] long AmountFen = 0, DateOnly? OpenedOn = null);

/// <summary>
/// The next version of the offer. ValidUntil: a day that has not passed.
/// </summary>
sealed record NewOffer(
    [property: Required, MinLength(1), MaxLength(50)] IReadOnlyList<NewOfferLine> Lines,
    [property: MaxLength(120)] string? Name = null,
    DateOnly? ValidUntil = null);

/// <summary>A product of the price list, whose name and price the server takes from there; or, without one, a name and a price of its own.</summary>
sealed record NewOfferLine(
    Guid? ProductId = null,
    [property: MaxLength(80)] string? Name = null,
    [property: Range(0, 1_000_000_000_000)] long? PriceFen = null,
    [property: Range(1, 10_000)] int Quantity = 1,
    [property: Range(0, 100)] int DiscountPercent = 0);

/// <summary>Which version the customer saw; At: when, by the phone, now where it is left out.</summary>
sealed record NewShowing(Guid OfferId, DateTimeOffset? At = null);

/// <summary>The signature: with an offer its sum counts, without one AmountFen. SignedOn: today where it is left out.</summary>
sealed record NewSignature(Guid? OfferId = null, [property: Range(0, 10_000_000_000_000)] long? AmountFen = null, DateOnly? SignedOn = null);

sealed record NewLoss([property: Required, MinLength(2), MaxLength(200)] string Reason);

sealed record NewPayment([property: Range(1, 10_000_000_000_000)] long AmountFen, DateOnly PaidOn);

/// <summary>One version of the offer, with each time it was shown.</summary>
sealed record OfferView(
    Guid Id, int Version, string Name, IReadOnlyList<OfferLineView> Lines, long ListFen, long TotalFen, DateOnly? ValidUntil, string MadeBy, DateTimeOffset MadeAt, IReadOnlyList<ShowingView> Shown);

sealed record OfferLineView(Guid? ProductId, string Name, string Unit, int Quantity, long PriceFen, int DiscountPercent, long TotalFen)
{
    public static OfferLineView Of(OfferLine line) => new(line.ProductId, line.Name, line.Unit, line.Quantity, line.PriceFen, line.DiscountPercent, line.TotalFen);
}

sealed record ShowingView(Guid Id, DateTimeOffset At, string By);

sealed record PaymentView(Guid Id, long AmountFen, DateOnly PaidOn, bool First);

/// <summary>A deal on a page of its own. SignedOfferId: the version that was signed. MostDiscount: what I may take off a line, in per cent. Offers newest first.</summary>
sealed record DealPaper(
    Guid Id, Guid CustomerId, string CustomerName, string Name, Stage Stage, DealState State, long AmountFen, DateOnly OpenedOn, DateOnly? ClosedOn, string LostReason, string OwnerName,
    Guid? SignedOfferId, IReadOnlyList<OfferView> Offers, IReadOnlyList<PaymentView> Payments, long PaidFen, int MostDiscount);
