using Vesper.Field;

namespace Vesper.Customers.JointVisits;

/// <summary>
/// Two check-ins at one place and time. The place is the customer both tapped, never their points: those are kept for a visit's own evidence and for nothing else (L).
/// </summary>
static class JointPair
{
    public static (Visit Rep, Visit Companion)? Of(IEnumerable<Visit> reps, IReadOnlyCollection<Visit> companions, JointOptions options) =>
        reps.SelectMany(rep => companions.Select(companion => (rep, companion, Apart: (rep.DeviceAt - companion.DeviceAt).Duration())))
            .Where(pair => pair.Apart <= TimeSpan.FromMinutes(options.TieMinutes))
            .OrderBy(pair => pair.Apart).ThenBy(pair => pair.rep.Id).ThenBy(pair => pair.companion.Id)
            .Select(pair => ((Visit, Visit)?)(pair.rep, pair.companion)).FirstOrDefault();
}
