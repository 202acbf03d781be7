using System.ComponentModel.DataAnnotations;
using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>
/// One deliberate tap at a customer, with the phone's own time. PhotoIds: a door sign or a signature of her own, which prove the visit without a position; AskWord:
/// her supervisor is asked to confirm it. OutsideHours: she switched the button on for this one visit.
/// Company: what she called the company when she made it without a network and it turned out to be another's; the visit stands at that one.
/// </summary>
sealed record NewCheckIn(
    Guid CustomerId, DateTimeOffset DeviceAt, NewPoint? Point = null, [property: MaxLength(100)] string? Purpose = null,
    [property: MaxLength(Photos.Most)] IReadOnlyList<Guid>? PhotoIds = null, bool AskWord = false, bool OutsideHours = false, KnownCompany? Company = null);

/// <summary>A company as it was written at its door.</summary>
sealed record KnownCompany([property: Required, MaxLength(120)] string Name, [property: MaxLength(40)] string? City = null, [property: MaxLength(40)] string? Phone = null);

/// <summary>Where the phone believes it is: WGS-84 degrees, accuracy in metres.</summary>
sealed record NewPoint(
    [property: Range(-90.0, 90.0)] double Latitude,
    [property: Range(-180.0, 180.0)] double Longitude,
    [property: Range(0.0, 100_000.0)] double Accuracy)
{
    public Point ToPoint() => new(Latitude, Longitude);
}

/// <summary>A visit as its own rep sees it. The place itself stays on the server. Lacks: what is missing for an effective visit; nothing when it is one.</summary>
sealed record VisitView(
    Guid Id, Guid CustomerId, string CustomerName, DateOnly Day, DateTimeOffset At, string Purpose,
    EvidenceLevel Evidence, IReadOnlyList<EvidenceReason> EvidenceReasons, bool PositionKept, IReadOnlyList<Guid> PhotoIds, bool WordAsked, bool WordGiven, bool OutsideHours,
    VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, Guid? ContactId, UnmetReason? UnmetReason, string NextStep, DateOnly? NextOn,
    bool HelpWanted, string HelpText, string Note, IReadOnlyList<SaidFact> Facts, DateTimeOffset? EndedAt, IReadOnlyList<EffectiveLack> Lacks)
{
    public static VisitView Of(Visit visit, string customerName, FieldOptions options) => new(
        visit.Id, visit.CustomerId, customerName, visit.Day, visit.DeviceAt, visit.Purpose,
        visit.EvidenceLevel, visit.EvidenceReasons, visit.Latitude is not null, visit.PhotoIds, visit.WordAskedAt is not null, visit.WordAt is not null, visit.OutsideHours,
        visit.Outcome, visit.KpMet, visit.KpMinutes, visit.ContactId, visit.UnmetReason, visit.NextStep, visit.NextOn,
        visit.HelpWanted, visit.HelpText, visit.Note, visit.Facts, visit.EndedAt, Effective.Lacks(visit, options));
}
