namespace Vesper.Field;

/// <summary>What a visit lacks to count as effective.</summary>
enum EffectiveLack { Outcome, TooShort, NoReason }

/// <summary>
/// Effective (D): checked in, at least ten minutes, outcome said, and somebody met or a reason why not. The minutes are those between check-in and outcome on
/// the phone, or those she says she had with the key person: who checks in on the way out loses nothing.
/// </summary>
static class Effective
{
    public static IReadOnlyList<EffectiveLack> Lacks(Visit visit, FieldOptions options)
    {
        if (visit.Outcome is null) return [EffectiveLack.Outcome];
        var minutes = Math.Max(visit.KpMinutes ?? 0, ((visit.LeftAt ?? visit.EndedAt ?? visit.DeviceAt) - visit.DeviceAt).TotalMinutes);
        return [.. Short(), .. Alone()];

        IEnumerable<EffectiveLack> Short() => minutes < options.EffectiveMinutes ? [EffectiveLack.TooShort] : [];
        IEnumerable<EffectiveLack> Alone() => visit is { KpMet: not true, UnmetReason: null } ? [EffectiveLack.NoReason] : [];
    }
}
