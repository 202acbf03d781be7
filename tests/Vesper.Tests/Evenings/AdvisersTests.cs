using Vesper.Customers;
using Vesper.Evenings;
using static Vesper.Tests.Evenings.Days;

namespace Vesper.Tests.Evenings;

public sealed class AdvisersTests
{
    static Adviser At(int member, int reached, int through, int worked = 0, Stage stage = Stage.Follow) =>
        new(Id(1, member), Name(member)) { Stages = [new AtStage(stage, reached, through)], AdviceWorked = worked };

    static Adviser In(int member, int deals, string industry = "家具") => new(Id(1, member), Name(member)) { Industries = [new InIndustry(industry, deals)] };

    static (Subject, string?) Asks(int member, string? industry = "家具") => (new Subject(Id(1, member), Name(member)) { Stage = Stage.Follow }, industry);

    static string[] Names(IEnumerable<(Subject, string?)> cases, params Adviser[] team) => [.. Advisers.For(cases, team, new EveningOptions()).Select(hint => hint.Name)];

    [Fact]
    public void Five_deals_through_the_stage_are_proof_four_are_not() => Names([Asks(9)], At(0, 10, 5), At(1, 4, 4)).ShouldBe(["小林"]);

    [Fact]
    public void Another_stage_is_no_proof() => Names([Asks(9)], At(0, 10, 9, stage: Stage.Close)).ShouldBeEmpty();

    [Fact]
    public void The_same_industry_goes_before_the_better_conversion() => Names([Asks(9)], At(0, 10, 10), In(1, 1), In(2, 9, "五金")).ShouldBe(["阿哲", "小林"]);

    [Fact]
    public void Advice_that_worked_goes_before_the_better_conversion() => Names([Asks(9)], At(0, 10, 10), At(1, 10, 6, worked: 1)).ShouldBe(["阿哲", "小林"]);

    [Fact]
    public void Whoever_was_not_asked_tonight_goes_first() =>
        Names([Asks(9), Asks(8)], At(0, 10, 9), At(1, 10, 8), At(2, 10, 7)).ShouldBe(["小林", "阿哲", "佳佳", "小林"]);

    [Fact]
    public void Nobody_advises_herself() => Names([Asks(0)], At(0, 10, 9)).ShouldBeEmpty();

    [Fact]
    public void The_third_case_finds_someone_who_was_asked_twice_gone() => Names([Asks(9), Asks(8), Asks(7)], At(0, 10, 9)).ShouldBe(["小林", "小林"]);

    [Fact]
    public void A_few_lucky_deals_are_drawn_towards_the_team()
    {
        var hint = Advisers.For([Asks(9)], [At(0, 5, 5), At(1, 45, 5)], new EveningOptions())[0];

        hint.Name.ShouldBe("小林");
        hint.Reason.ZhCn.ShouldBe("这一步走通过，转化 60 %"); // (5 + 5 × 10/50) / (5 + 5)
    }

    [Fact]
    public void The_reason_says_what_was_signed() => Advisers.For([Asks(9)], [In(0, 4)], new EveningOptions())[0].Reason.ZhCn.ShouldBe("家具签过 4 单");
}
