using Vesper.Customers;
using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>
/// Agreed: an evening's commitment with this customer is due. Chance: an inventory found one, and nobody went there since. Promised: its next step is. Falling: its grade is about to go stale.
/// KpUnseen: KP未见. Near: close to a stop already planned.
/// </summary>
enum ProposalWhy { Agreed, Chance, Promised, Falling, KpUnseen, Near }

/// <summary>A customer of hers as the rule sees it. AgreedOn: the day of the commitment still open, with its words; ChanceOn: of what the inventory wants done next.</summary>
sealed record Prospect(
    Guid CustomerId, Grade Grade, Point? At, DateOnly? LastVisitOn, string NextStep, DateOnly? NextOn, StepDown? Falls, bool KpUnseen, DateOnly? AgreedOn = null, string Agreed = "",
    DateOnly? ChanceOn = null, string Chance = "");

/// <summary>Purpose: the words already there for it, or none. On: the day promised or of the fall. Metres and NearTo: to the nearest planned stop.</summary>
sealed record Proposal(Prospect About, ProposalWhy Why, string Purpose, DateOnly? On = null, double? Metres = null, Guid? NearTo = null);

/// <summary>
/// Whom to visit on a day, each with its one reason (D): what was agreed and promised, what would be lost, who was never met, who lies on the way.
/// The same facts always give the same list. Every reason gets its turn, so that a long list of one kind hides no other.
/// </summary>
static class Proposals
{
    /// <summary>Stops: addresses of the customers planned for that day already; they and the dismissed are not proposed.</summary>
    public static IReadOnlyList<Proposal> For(
        DateOnly day, IEnumerable<Prospect> prospects, IReadOnlyDictionary<Guid, Point?> stops, IReadOnlySet<Guid> dismissed, PlanOptions options) =>
        [.. prospects
            .Where(prospect => !stops.ContainsKey(prospect.CustomerId) && !dismissed.Contains(prospect.CustomerId))
            .Select(prospect => Reasoned(day, prospect, stops, options)).OfType<Proposal>()
            .GroupBy(proposal => proposal.Why)
            .SelectMany(kind => kind.OrderBy(proposal => Urgency(proposal, day)).ThenBy(proposal => proposal.About.Grade).ThenBy(proposal => proposal.About.CustomerId)
                .Select((proposal, turn) => (proposal, turn)))
            .OrderBy(one => one.turn).ThenBy(one => one.proposal.Why).Take(options.Proposals)
            .OrderBy(one => one.proposal.Why).ThenBy(one => one.turn).Select(one => one.proposal)];

    /// <summary>The first reason that holds, or none.</summary>
    static Proposal? Reasoned(DateOnly day, Prospect prospect, IReadOnlyDictionary<Guid, Point?> stops, PlanOptions options)
    {
        bool Due(DateOnly? on) => on <= day && on >= day.AddDays(-options.Overdue);
        bool Rested(int days) => prospect.LastVisitOn is null || prospect.LastVisitOn <= day.AddDays(-days);

        if (Due(prospect.AgreedOn)) return new(prospect, ProposalWhy.Agreed, prospect.Agreed, prospect.AgreedOn);
        if (prospect.Grade is Grade.E) return null; // out of the active customers: only her own word brings it back
        if (Due(prospect.ChanceOn)) return new(prospect, ProposalWhy.Chance, prospect.Chance, prospect.ChanceOn);
        if (Due(prospect.NextOn)) return new(prospect, ProposalWhy.Promised, prospect.NextStep, prospect.NextOn);

        // A step promised for a later day is waited for: going there earlier would waste it.
        if (prospect.NextOn > day) return null;
        if (prospect.Falls?.On <= day.AddDays(options.Falling)) return new(prospect, ProposalWhy.Falling, prospect.NextStep, prospect.Falls.On);
        if (prospect.KpUnseen && Rested(options.KpRest)) return new(prospect, ProposalWhy.KpUnseen, "");
        return Rested(options.NearRest) && Nearest(prospect, stops) is (var stop, var metres) && metres <= options.NearMetres
            ? new(prospect, ProposalWhy.Near, prospect.NextStep, Metres: metres, NearTo: stop)
            : null;
    }

    static (Guid Stop, double Metres)? Nearest(Prospect prospect, IReadOnlyDictionary<Guid, Point?> stops) => prospect.At is not { } here ? null : stops
        .Where(stop => stop.Value is not null).Select(stop => ((Guid Stop, double Metres)?)(stop.Key, here.MetresTo(stop.Value!.Value)))
        .OrderBy(stop => stop!.Value.Metres).ThenBy(stop => stop!.Value.Stop).FirstOrDefault();

    /// <summary>Less is sooner in the list: nearest to its day, first to fall, longest unseen, nearest in metres.</summary>
    static double Urgency(Proposal proposal, DateOnly day) => proposal.Why switch
    {
        ProposalWhy.Agreed or ProposalWhy.Chance or ProposalWhy.Promised => day.DayNumber - proposal.On!.Value.DayNumber,
        ProposalWhy.Falling => proposal.On!.Value.DayNumber,
        ProposalWhy.KpUnseen => proposal.About.LastVisitOn?.DayNumber ?? 0,
        _ => proposal.Metres!.Value,
    };
}
