namespace Vesper.Customers;

/// <summary>What the facts say of the stage (S): it goes on by evidence and never back by itself. The signature alone ends 促单.</summary>
static class Stages
{
    public static Stage After(Stage now, IReadOnlyCollection<Fact> facts)
    {
        bool Has(FactKind kind) => facts.Any(fact => fact.Kind == kind);

        var done = new List<ExitCondition> { ExitCondition.ContactReached }; // somebody was there
        if (Has(FactKind.Need)) done.Add(ExitCondition.NeedHypothesis);
        if (Has(FactKind.KpMet)) done.Add(ExitCondition.KpMet);
        if (Has(FactKind.KpMet) && Has(FactKind.Need)) done.Add(ExitCondition.NeedConfirmed);
        var shown = StageExit.At(done) ?? Stage.Sign;
        return shown > now ? shown : now;
    }
}
