namespace Vesper.Customers;

/// <summary>What must have happened before a deal may leave a stage. The first payment is a fact of its own, not an exit.</summary>
enum ExitCondition { ContactReached, NeedHypothesis, KpMet, NeedConfirmed, PackageOffered, PriceOffered, ContractSigned }

/// <summary>开发 → 跟进 → 促单 → 签单 and what ends each (S).</summary>
static class StageExit
{
    public static IReadOnlyList<ExitCondition> Of(Stage stage) => stage switch
    {
        Stage.Develop => [ExitCondition.ContactReached, ExitCondition.NeedHypothesis],
        Stage.Follow => [ExitCondition.KpMet, ExitCondition.NeedConfirmed],
        Stage.Close => [ExitCondition.PackageOffered, ExitCondition.PriceOffered],
        Stage.Sign => [ExitCondition.ContractSigned],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no such stage"),
    };

    /// <summary>What is still to be done here, in the order of the rule; empty when the deal may go on.</summary>
    public static IReadOnlyList<ExitCondition> Missing(Stage stage, IReadOnlyCollection<ExitCondition> done) => [.. Of(stage).Except(done)];

    /// <summary>The first stage that still lacks something; null when the contract is signed and nothing is open.</summary>
    public static Stage? At(IReadOnlyCollection<ExitCondition> done) =>
        Enum.GetValues<Stage>().Cast<Stage?>().FirstOrDefault(stage => Missing(stage!.Value, done).Count > 0);
}

/// <summary>KP未见: so many visits and never the key person (S for the reason, D for the number).</summary>
static class KpUnseen
{
    public static bool Raised(int visits, bool kpEverMet, GradeOptions options) => !kpEverMet && visits >= options.KpUnseenVisits;
}
