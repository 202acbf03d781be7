using System.ComponentModel.DataAnnotations;

namespace Vesper.Field;

/// <summary>
/// How a visit went, in taps: everything but the outcome may be left out. KpMinutes and ContactId count when the key person was met, UnmetReason when not, HelpText
/// when help is wanted. DeviceAt: the phone's time at the tap; it ends the visit's minutes.
/// </summary>
sealed record NewOutcome(
    [property: Required] VisitOutcome? Outcome,
    bool KpMet = false,
    [property: Range(0, 600)] int? KpMinutes = null,
    Guid? ContactId = null,
    [property: MaxLength(200)] string? NextStep = null,
    DateOnly? NextOn = null,
    bool HelpWanted = false,
    [property: MaxLength(300)] string? HelpText = null,
    [property: MaxLength(1000)] string? Note = null,
    [property: MaxLength(10)] IReadOnlyList<SaidFact>? Facts = null,
    UnmetReason? UnmetReason = null,
    DateTimeOffset? DeviceAt = null)
{
    const int Year = 366;

    /// <summary>A next step within a year after the visit; a decision date not older than a year and not later than five.</summary>
    public bool DatesMakeSense(DateOnly day) =>
        (NextOn is null || (NextOn >= day && NextOn <= day.AddDays(Year)))
        && (Facts ?? []).All(fact => fact.Date is null || (fact.Date >= day.AddDays(-Year) && fact.Date <= day.AddDays(5 * Year)));

    // Said twice is the same when every tap is: facts by their contents, an empty text like none.
    public bool Equals(NewOutcome? other) =>
        other is not null && Plain == other.Plain && (Facts ?? []).SequenceEqual(other.Facts ?? []);

    public override int GetHashCode() => Plain.GetHashCode();

    (VisitOutcome?, bool, int?, Guid?, UnmetReason?, string, DateOnly?, bool, string, string) Plain => (
        Outcome, KpMet, KpMet ? KpMinutes : null, KpMet ? ContactId : null, KpMet ? null : UnmetReason, NextStep?.Trim() ?? "", NextOn,
        HelpWanted, HelpWanted ? HelpText?.Trim() ?? "" : "", Note?.Trim() ?? "");
}
