using Vesper.Kit.Live;

namespace Vesper.Customers.Deals;

/// <summary>Another version of an offer, or one was shown. To the team, so without sum and customer's name.</summary>
sealed record OfferMade(Guid OfferId, Guid DealId, Guid CustomerId, int Version) : IEvent
{
    public string Type => "deal.offered";
}

sealed record OfferShown(Guid OfferId, Guid DealId, Guid CustomerId, int Version, DateOnly Day) : IEvent
{
    public const string Name = "deal.shown";

    public string Type => Name;
}

sealed record DealOpened(Guid DealId, Guid CustomerId, Guid MemberId) : IEvent
{
    public string Type => "deal.opened";
}

sealed record DealLost(Guid DealId, Guid CustomerId, Guid MemberId, DateOnly Day) : IEvent
{
    public const string Name = "deal.lost";

    public string Type => Name;
}

/// <summary>Money came in. First: it is the first of its deal.</summary>
sealed record PaymentCame(Guid DealId, Guid CustomerId, bool First, DateOnly Day) : IEvent
{
    public const string Name = "deal.paid";

    public string Type => Name;
}

/// <summary>A price is new.</summary>
sealed record PriceListChanged : IEvent
{
    public string Type => "products.changed";
}
