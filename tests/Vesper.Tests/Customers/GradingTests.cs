using Vesper.Customers;

namespace Vesper.Tests.Customers;

public sealed class GradingTests
{
    static readonly DateOnly Today = new(2026, 11, 20);
    static readonly Guid Visit = new("01935e2a-0000-7000-8000-000000000001");
    static readonly GradeOptions Options = new();

    /// <summary>"kp need budget 31 @5": facts seen 5 days ago (0 if not said), decision in 31 days.</summary>
    static Facts Known(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var seen = Today.AddDays(-parts.Where(part => part[0] == '@').Select(part => int.Parse(part[1..])).SingleOrDefault());
        return new Facts([.. parts.Where(part => part[0] != '@').Select(part => part switch
        {
            "kp" => new FactSeen(FactKind.KpMet, seen, Visit),
            "need" => new FactSeen(FactKind.Need, seen, Visit),
            "budget" => new FactSeen(FactKind.Budget, seen, Visit),
            "authority" => new FactSeen(FactKind.Authority, seen, Visit),
            _ => new FactSeen(FactKind.Time, seen, Visit, DecisionDate: Today.AddDays(int.Parse(part))),
        })]);
    }

    [Theory]
    [InlineData("kp need budget 31", "A")]
    [InlineData("kp need budget 0", "A")]
    [InlineData("kp need budget -5", "A")] // the date has passed: the decision is due
    [InlineData("kp need budget 32", "B")]
    [InlineData("kp need 10", "B")]
    [InlineData("kp need 92", "B")]
    [InlineData("kp need 93", "C")]
    [InlineData("need budget 31", "B")] // without the key person, if near
    [InlineData("need budget 32", "C")]
    [InlineData("need 1", "C")]
    [InlineData("need 183", "C")]
    [InlineData("need 184", "D")]
    [InlineData("kp need budget 184", "D")] // later
    [InlineData("kp need budget", "D")] // no stated date
    [InlineData("kp budget 10", "D")] // no need seen
    [InlineData("kp budget authority 10", "D")]
    [InlineData("", "D")]
    public void Each_line_and_each_edge_of_the_rule(string facts, string grade) =>
        Grading.Of(Known(facts), Today, Options).ToString().ShouldBe(grade);

    [Theory]
    [InlineData("kp need budget -10 @30", "A")]
    [InlineData("kp need budget -10 @31", "B")]
    [InlineData("kp need budget -10 @45", "B")]
    [InlineData("kp need budget -10 @46", "C")]
    [InlineData("kp need budget -10 @60", "C")]
    [InlineData("kp need budget -10 @61", "D")]
    public void Stale_facts_step_the_grade_down_one_by_one(string facts, string grade) =>
        Grading.Of(Known(facts), Today, Options).ToString().ShouldBe(grade);

    [Fact]
    public void Disqualified_is_E_whatever_else_is_known() =>
        Grading.Of(Known("kp need budget 10") with { Disqualified = "厂子关了" }, Today, Options).ShouldBe(Grade.E);

    [Fact]
    public void Only_the_stale_fact_stops_counting()
    {
        var facts = new Facts([.. Known("kp need 20").Seen, .. Known("budget @40").Seen]);
        Grading.Of(facts, Today, Options).ShouldBe(Grade.B);
    }

    [Fact]
    public void The_newest_fact_of_a_kind_speaks()
    {
        var postponed = new Facts([.. Known("kp need budget 20 @3").Seen, .. Known("150 @1").Seen]);
        Grading.Of(postponed, Today, Options).ShouldBe(Grade.C);
    }

    [Fact]
    public void Raising_needs_a_visit()
    {
        var told = new Facts([.. Known("kp need 20").Seen, new FactSeen(FactKind.Budget, Today, VisitId: null)]);
        Grading.Of(told, Today, Options).ShouldBe(Grade.B);
    }

    [Fact]
    public void Lowering_needs_none()
    {
        var gone = new Facts([.. Known("kp need budget 20").Seen, new FactSeen(FactKind.Budget, Today, VisitId: null, Holds: false)]);
        Grading.Of(gone, Today, Options).ShouldBe(Grade.B);
    }

    [Fact]
    public void A_fact_of_tomorrow_is_not_known_today() => Grading.Of(Known("kp need budget 10 @-1"), Today, Options).ShouldBe(Grade.D);

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        var facts = new Facts([.. Known("kp need budget 20 @3").Seen, .. Known("150 @1").Seen, .. Known("100 @1").Seen]);
        Grading.Of(facts with { Seen = [.. facts.Seen.Reverse()] }, Today, Options).ShouldBe(Grading.Of(facts, Today, Options));
    }

    [Theory]
    [InlineData(-1, "D")]
    [InlineData(0, "B")]
    [InlineData(13, "B")]
    [InlineData(14, "D")]
    public void A_supervisor_s_word_stands_for_fourteen_days_beside_the_rule(int days, string shown)
    {
        var today = GradeToday.Of(Known(""), new GradeOverride(Grade.B, "老板亲口说的", Today.AddDays(-days)), Today, Options);
        today.Grade.ToString().ShouldBe(shown);
        today.ByRule.ShouldBe(Grade.D);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_word_without_a_reason_is_none(string reason) => Should.Throw<ArgumentException>(() => new GradeOverride(Grade.A, reason, Today));

    [Theory]
    [InlineData("kp need budget 10", 31, "B", false)]
    [InlineData("kp need budget 10 @23", 8, "B", false)]
    [InlineData("kp need budget 10 @24", 7, "B", true)]
    [InlineData("kp need budget 10 @30", 1, "B", true)]
    [InlineData("kp need 10 @40", 6, "C", true)]
    [InlineData("need 10 @60", 1, "D", true)]
    public void A_step_down_is_announced_seven_days_before(string facts, int daysLeft, string to, bool notice) =>
        Staleness.Next(Known(facts), Today, Options).ShouldBe(new StepDown(Today.AddDays(daysLeft), Enum.Parse<Grade>(to), daysLeft, notice));

    [Fact]
    public void D_and_E_cannot_fall()
    {
        Staleness.Next(Known(""), Today, Options).ShouldBeNull();
        Staleness.Next(Known("kp need budget 10") with { Disqualified = "倒闭" }, Today, Options).ShouldBeNull();
    }
}
