using Vesper.Kit.Live;

namespace Vesper.Customers.People;

/// <summary>KP未见: so many visits in a row without the key person. For inventory and rescue; told once, when the number is reached.</summary>
sealed record KpStillUnseen(Guid CustomerId, Guid? MemberId, int Visits, DateOnly Day) : IEvent
{
    public const string Name = "customer.kp-unseen";

    public string Type => Name;
}

/// <summary>Somebody asked to be left alone, or may be contacted again. For the log; no phone hears it.</summary>
sealed record NoContactChanged(Guid ContactId, Guid CustomerId, Guid MemberId, bool Asked) : IEvent
{
    public string Type => "contact.no-contact";
}
