using Vesper.Kit.Live;

namespace Vesper.Customers;

/// <summary>A contract was signed. Day: when, in the organisation's zone.</summary>
sealed record DealSigned(Guid DealId, Guid CustomerId, Guid MemberId, DateOnly Day) : IEvent
{
    public const string Name = "deal.signed";

    public string Type => Name;
}

/// <summary>Name or sum of a deal of today were put right.</summary>
sealed record DealCorrected(Guid DealId) : IEvent
{
    public string Type => "deal.corrected";
}

/// <summary>The facts moved a customer's grade, or only the calendar did. Nobody's member: it lies in the pool.</summary>
sealed record GradeChanged(Guid ChangeId, Guid CustomerId, Guid? MemberId, Grade From, Grade To, DateOnly Day, bool ByCalendar = false) : IEvent
{
    public const string Name = "grade.changed";

    public string Type => Name;
}

/// <summary>To the owner herself: something in the archive is new.</summary>
sealed record CustomerChanged(Guid CustomerId) : IEvent
{
    public string Type => "customer.changed";
}

/// <summary>Somebody looked at a telephone number. For the log; no phone hears it.</summary>
sealed record PhoneRevealed(Guid ContactId, Guid CustomerId, Guid MemberId) : IEvent
{
    public string Type => "contact.phone-revealed";
}
