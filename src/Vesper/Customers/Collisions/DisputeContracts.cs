using System.ComponentModel.DataAnnotations;
using Vesper.Kit.Live;

namespace Vesper.Customers.Collisions;

/// <summary>Which company, as she knows it, and why it is hers.</summary>
sealed record NewDispute(
    [property: Required, MaxLength(120)] string Name, [property: MaxLength(40)] string? City, [property: MaxLength(40)] string? Phone, [property: MaxLength(40)] string? CreditCode,
    [property: Required, MinLength(2), MaxLength(400)] string Reason);

/// <summary>Whose it is to be, by which ground, in writing.</summary>
sealed record NewDisputeDecision([property: Required] DisputeSide? Side, [property: Required] DisputeGround? Ground, [property: Required, MinLength(2), MaxLength(400)] string Text);

sealed record NewDisputeAppeal([property: Required, MinLength(2), MaxLength(400)] string Reason);

sealed record NewFinalDecision([property: Required] DisputeSide? Side, [property: Required, MinLength(2), MaxLength(400)] string Text);

/// <summary>On: collisions are settled by disputes here.</summary>
sealed record DisputeRulesView([property: Required] bool? On);

/// <summary>
/// A dispute as its reader may see it. CustomerId and CustomerName: only for whom the customer is; else the name she asked by. OwnerName and RaiserName: empty beyond the team. Owner, Raiser,
/// Proposal: only for who decides. May: what the reader may do now.
/// </summary>
sealed record DisputeView(
    Guid Id, Guid? CustomerId, string Name, string OwnerName, string RaiserName, bool MineRaised, string Reason, DateTimeOffset RaisedAt, DateOnly DueOn, bool Overdue, DisputeState State,
    DisputeSide? Decision, DisputeGround? Ground, string DecisionText, string AppealReason, DisputeSide? FinalDecision, string FinalText,
    DisputeClaim? Owner, DisputeClaim? Raiser, DisputeProposal? Proposal, DisputeMay? May);

enum DisputeMay { Decide, Appeal, Close }

/// <summary>To both sides and to who leads them. It names nothing: who hears it asks again.</summary>
sealed record DisputeChanged : IEvent
{
    public string Type => "dispute.changed";
}
