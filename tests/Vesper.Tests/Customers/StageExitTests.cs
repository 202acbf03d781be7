using Vesper.Customers;
using static Vesper.Customers.ExitCondition;

namespace Vesper.Tests.Customers;

public sealed class StageExitTests
{
    [Fact]
    public void Each_stage_says_what_ends_it()
    {
        StageExit.Of(Stage.Develop).ShouldBe([ContactReached, NeedHypothesis]);
        StageExit.Of(Stage.Follow).ShouldBe([KpMet, NeedConfirmed]);
        StageExit.Of(Stage.Close).ShouldBe([PackageOffered, PriceOffered]);
        StageExit.Of(Stage.Sign).ShouldBe([ContractSigned]);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        StageExit.Missing(Stage.Follow, []).ShouldBe([KpMet, NeedConfirmed]);
        StageExit.Missing(Stage.Follow, [NeedConfirmed]).ShouldBe([KpMet]);
        StageExit.Missing(Stage.Follow, [NeedConfirmed, KpMet]).ShouldBeEmpty();
    }

    [Fact]
    public void A_deal_stands_at_the_first_stage_that_lacks_something()
    {
        StageExit.At([]).ShouldBe(Stage.Develop);
        StageExit.At([ContactReached, NeedHypothesis]).ShouldBe(Stage.Follow);
        StageExit.At([ContactReached, NeedHypothesis, KpMet, PackageOffered, PriceOffered]).ShouldBe(Stage.Follow); // a price before the need is no step
        StageExit.At(Enum.GetValues<ExitCondition>()).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, true)]
    [InlineData(9, true, false)]
    public void Two_visits_without_the_key_person_raise_KP_unseen(int visits, bool met, bool raised) =>
        KpUnseen.Raised(visits, met, new GradeOptions()).ShouldBe(raised);
}
