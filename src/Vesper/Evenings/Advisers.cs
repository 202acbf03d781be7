using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>What a member has proved, as counts: deals that reached a stage and came through it, deals by industry, advice that worked.</summary>
sealed record Adviser(Guid MemberId, string Name)
{
    public IReadOnlyList<AtStage> Stages { get; init; } = [];
    public IReadOnlyList<InIndustry> Industries { get; init; } = [];
    public int AdviceWorked { get; init; }
}

sealed record AtStage(Stage Stage, int Reached, int Through);

sealed record InIndustry(string Industry, int Deals);

/// <summary>Someone worth asking, and why. The asker may always choose someone else.</summary>
sealed record AdviserHint(Guid MemberId, string Name, Subject For, Reason Reason);

/// <summary>
/// Who could help with each case. Proven at the stage (≥5 deals through it) or signed in the same industry; preferred: same
/// industry, advice that worked before, not yet asked tonight. Nobody is asked more than twice an evening (S), the last slot of a shared item included.
/// </summary>
static class Advisers
{
    public static IReadOnlyList<AdviserHint> For(IEnumerable<(Subject Case, string? Industry)> cases, IReadOnlyCollection<Adviser> present, EveningOptions options)
    {
        var asked = present.ToDictionary(adviser => adviser.MemberId, _ => 0);
        var hints = new List<AdviserHint>();

        foreach (var (subject, industry) in cases)
        {
            var chosen = present
                .Where(adviser => adviser.MemberId != subject.MemberId && asked[adviser.MemberId] < options.QuestionsAnAdviser)
                .Select(adviser => (adviser, proof: Proof(adviser, subject.Stage, industry, present, options)))
                .Where(candidate => candidate.proof is not null)
                .OrderByDescending(candidate => candidate.proof!.Code is ReasonCode.SameIndustry)
                .ThenByDescending(candidate => candidate.adviser.AdviceWorked > 0)
                .ThenBy(candidate => asked[candidate.adviser.MemberId])
                .ThenByDescending(candidate => candidate.proof!.Number)
                .ThenBy(candidate => candidate.adviser.MemberId)
                .Take(options.AdvisersACase)
                .ToList();

            foreach (var (adviser, proof) in chosen)
            {
                asked[adviser.MemberId]++;
                hints.Add(new AdviserHint(adviser.MemberId, adviser.Name, subject, proof!));
            }
        }
        return hints;
    }

    static Reason? Proof(Adviser adviser, Stage? stage, string? industry, IReadOnlyCollection<Adviser> team, EveningOptions options)
    {
        if (industry is not null && adviser.Industries.FirstOrDefault(known => known.Industry == industry) is { Deals: > 0 } signed)
            return new Reason(ReasonCode.SameIndustry, signed.Deals, Text: industry);

        return adviser.Stages.FirstOrDefault(known => known.Stage == stage) is { } record && record.Through >= options.ProvenDeals
            ? new Reason(ReasonCode.ProvenAtStage, Conversion(record, team, options))
            : null;
    }

    // Per cent, shrunk towards the team: five lucky deals do not make a hundred.
    static int Conversion(AtStage own, IReadOnlyCollection<Adviser> team, EveningOptions options)
    {
        var all = team.SelectMany(adviser => adviser.Stages).Where(record => record.Stage == own.Stage).ToList();
        var average = (double)all.Sum(record => record.Through) / Math.Max(1, all.Sum(record => record.Reached));
        var shrunk = (own.Through + options.ShrinkDeals * average) / (Math.Max(own.Reached, own.Through) + options.ShrinkDeals);
        return (int)Math.Round(100 * Math.Min(1, shrunk));
    }
}
