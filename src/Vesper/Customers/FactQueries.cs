namespace Vesper.Customers;

static class FactQueries
{
    /// <summary>Rows of the archive as the rule of the grade reads them.</summary>
    public static Facts AsSeen(this IEnumerable<Fact> facts) =>
        new([.. facts.Select(fact => new FactSeen(fact.Kind, fact.SeenOn, fact.VisitId, DecisionDate: fact.Date))]);
}
