using Vesper.Kit.Geo;

namespace Vesper.Field;

enum EvidenceLevel { Strong, Fair, Weak }

enum EvidenceReason { NoPosition, OtherProof, NoAddress, CoarsePosition, Outside, ImplausibleSpeed, IdenticalCoordinates, ClockSkew }

/// <summary>What a phone said about one check-in. Accuracy is its own estimate in metres; a queued check-in is sent long after it was made.</summary>
sealed record Sighting(Point? At, double AccuracyMetres, DateTimeOffset MadeAt, DateTimeOffset SentAt, DateTimeOffset ReceivedAt, bool OtherProof = false);

/// <summary>Where the customer is. No point: the archive has no address yet. No radius: the default.</summary>
sealed record Doorstep(Point? At, double? RadiusMetres = null);

/// <summary>
/// How well a check-in shows that someone was there. It is not anti-cheat: it is shown to the rep herself and punishes nobody.
/// A doubt takes one step from strong, a contradiction two; doors without a position are proved by photo, signature or word.
/// </summary>
sealed record Evidence(EvidenceLevel Level, IReadOnlyList<EvidenceReason> Reasons)
{
    /// <summary>Before: the same person's check-in before this one, if there was one that day.</summary>
    public static Evidence Of(Sighting now, Doorstep door, Sighting? before, EvidenceOptions options) => Of([.. Reasoned(now, door, before, options)]);

    public static Evidence Of(IReadOnlyList<EvidenceReason> reasons) =>
        new(reasons.Sum(Steps) switch { 0 => EvidenceLevel.Strong, 1 => EvidenceLevel.Fair, _ => EvidenceLevel.Weak }, reasons);

    /// <summary>A picture or a word came later: the missing position is no doubt any more.</summary>
    public Evidence Proved() => Of([.. Reasons.Select(reason => reason is EvidenceReason.NoPosition ? EvidenceReason.OtherProof : reason)]);

    static int Steps(EvidenceReason reason) => reason switch
    {
        EvidenceReason.OtherProof => 0, // saying no to position changes nothing else (L)
        EvidenceReason.NoPosition or EvidenceReason.Outside or EvidenceReason.ImplausibleSpeed => 2,
        _ => 1,
    };

    static IEnumerable<EvidenceReason> Reasoned(Sighting now, Doorstep door, Sighting? before, EvidenceOptions options)
    {
        // Both ends are the phone's clock against ours at the moment of sending, so hours in the queue are no skew.
        if ((now.ReceivedAt - now.SentAt).Duration() > options.ClockSkew) yield return EvidenceReason.ClockSkew;

        if (now.At is not { } at)
        {
            yield return now.OtherProof ? EvidenceReason.OtherProof : EvidenceReason.NoPosition;
            yield break;
        }

        if (now.AccuracyMetres > options.CoarseMetres) yield return EvidenceReason.CoarsePosition;

        if (door.At is not { } there) yield return EvidenceReason.NoAddress;
        else if (at.MetresTo(there) > Math.Max(door.RadiusMetres ?? options.RadiusMetres, now.AccuracyMetres)) yield return EvidenceReason.Outside;

        if (before?.At is not { } earlier) yield break;

        // Real positions tremble; the same digits twice are a cached or a written one.
        if (earlier == at) yield return EvidenceReason.IdenticalCoordinates;

        var surelyApart = at.MetresTo(earlier) - now.AccuracyMetres - before.AccuracyMetres;
        var hours = (now.MadeAt - before.MadeAt).Duration().TotalHours;
        if (surelyApart > 0 && surelyApart / 1000 > options.PlausibleKmh * hours) yield return EvidenceReason.ImplausibleSpeed;
    }
}
