using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers;

/// <summary>What one may ask the list for, besides words: a grade, KP未见, or a next step that is due.</summary>
enum CustomerFilter { A, B, C, D, E, KpUnseen, Due }

/// <summary>A row of the list. DistanceMetres: as the crow flies, when the list was asked for what is near.</summary>
sealed record CustomerRow(
    Guid Id, string Name, string ShortName, string City, string Industry, Grade Grade, Stage Stage, int VisitsWithoutKp, bool KpUnseen,
    DateTimeOffset? LastVisitAt, string NextStep, DateOnly? NextOn, string OwnerName, double? DistanceMetres, DateTimeOffset UpdatedAt);

/// <summary>
/// A customer made on the spot. Point: the company's address in WGS-84 degrees; kept only with consent, since it is where the rep stands. Phone:
/// of whom she met there, only to see whether the company is known; it is kept with the contact.
/// </summary>
sealed record NewCustomer(
    [property: Required, MaxLength(120)] string Name,
    [property: MaxLength(40)] string? ShortName = null,
    [property: MaxLength(40)] string? City = null,
    [property: MaxLength(40)] string? Industry = null,
    NewAddress? Point = null,
    [property: MaxLength(40)] string? Phone = null,
    [property: MaxLength(40)] string? CreditCode = null);

sealed record NewAddress([property: Range(-90.0, 90.0)] double Latitude, [property: Range(-180.0, 180.0)] double Longitude);

/// <summary>A person at a customer. A phone or relation left out stays as it was.</summary>
sealed record NewContact(
    [property: Required, MaxLength(40)] string Name,
    [property: MaxLength(40)] string? Title = null,
    ContactRole Role = ContactRole.Influencer,
    bool Decides = false,
    [property: MaxLength(40), RegularExpression(@"[0-9+\-() ]*")] string? Phone = null,
    [property: MaxLength(80)] string? Source = null,
    [property: Range(0, 100)] int Position = 0,
    [property: MaxLength(80)] string? Relation = null);

/// <summary>A signed deal. AmountFen: the contract's sum in fen; 0 when it is not known yet.</summary>
sealed record NewDeal(Guid CustomerId, [property: MaxLength(120)] string? Name = null, [property: Range(0, 10_000_000_000_000)] long AmountFen = 0);

sealed record DealView(Guid Id, Guid CustomerId, string Name, Stage Stage, DealState State, long AmountFen, DateOnly OpenedOn, DateOnly? ClosedOn)
{
    public static DealView Of(Deal deal) => new(deal.Id, deal.CustomerId, deal.Name, deal.Stage, deal.State, deal.AmountFen, deal.OpenedOn, deal.ClosedOn);
}

/// <summary>A contact with the phone masked: 138****5678. NoContactOn: 不再联系 since that day.</summary>
sealed record ContactView(Guid Id, string Name, string Title, ContactRole Role, bool Decides, DateOnly? MetOn, string PhoneMasked, string Source, int Position, string Relation, DateOnly? NoContactOn, string NoContactReason)
{
    public static ContactView Of(Contact contact) =>
        new(contact.Id, contact.Name, contact.Title, contact.Role, contact.Decides, contact.MetOn, Mask(contact.Phone), contact.Source, contact.Position, contact.Relation, contact.NoContactOn, contact.NoContactReason);

    /// <summary>Three digits in front and four behind are left of a long number, two behind of a short one.</summary>
    internal static string Mask(string phone) => phone.Length switch
    {
        0 => "",
        >= 9 => $"{phone[..3]}****{phone[^4..]}",
        > 4 => $"****{phone[^2..]}",
        _ => "****",
    };
}

/// <summary>Shown after a deliberate tap, which is logged.</summary>
sealed record PhoneView(string Phone);
