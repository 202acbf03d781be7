namespace Vesper.Customers.Collisions;

/// <summary>What one side has to show. FirstVisitWithKp: her earliest effective visit at which a key person was met.</summary>
sealed record DisputeClaim(bool Protected, DateTimeOffset? FirstVisitWithKp, DateTimeOffset? RegisteredAt);

/// <summary>What the rule proposes; a human decides.</summary>
sealed record DisputeProposal(DisputeSide Side, DisputeGround Ground);

/// <summary>Valid protection, else the earlier effective visit with a key person, else the earlier registration (product.md, D). Whoever has the customer keeps it where nothing tells them apart.</summary>
static class DisputeRule
{
    public static DisputeProposal Of(DisputeClaim owner, DisputeClaim raiser) =>
        owner.Protected != raiser.Protected ? new(owner.Protected ? DisputeSide.Owner : DisputeSide.Raiser, DisputeGround.Protection)
        : Earlier(owner.FirstVisitWithKp, raiser.FirstVisitWithKp) is { } visit ? new(visit, DisputeGround.VisitWithKp)
        : new(Earlier(owner.RegisteredAt, raiser.RegisteredAt) ?? DisputeSide.Owner, DisputeGround.Registration);

    static DisputeSide? Earlier(DateTimeOffset? owner, DateTimeOffset? raiser) =>
        owner == raiser ? null : raiser is null || owner < raiser ? DisputeSide.Owner : DisputeSide.Raiser;
}
