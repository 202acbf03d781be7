using Vesper.Field;

namespace Vesper.Tests.Field;

public sealed class EffectiveTests
{
    static readonly DateTimeOffset Arrived = new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero);

    static string Lacks(double minutes, VisitOutcome? outcome = VisitOutcome.Open, bool? kpMet = true, int? kpMinutes = null, UnmetReason? reason = null) => string.Join(' ', Effective.Lacks(new Visit
    {
        DeviceAt = Arrived, Outcome = outcome, KpMet = kpMet, KpMinutes = kpMinutes, UnmetReason = reason, LeftAt = outcome is null ? null : Arrived.AddMinutes(minutes), EndedAt = outcome is null ? null : Arrived.AddHours(9),
    }, new()));

    [Fact]
    public void Ten_minutes_an_outcome_and_somebody_met() => Lacks(10).ShouldBe("");

    [Fact]
    public void Without_an_outcome_nothing_else_is_asked() => Lacks(60, outcome: null).ShouldBe("Outcome");

    [Fact]
    public void A_shorter_one_is_none_unless_the_key_person_gave_the_minutes()
    {
        Lacks(9.9).ShouldBe("TooShort");
        Lacks(1, kpMinutes: 15).ShouldBe("");
        Lacks(1, kpMinutes: 5).ShouldBe("TooShort");
    }

    [Fact]
    public void Nobody_met_needs_a_reason()
    {
        Lacks(20, kpMet: false).ShouldBe("NoReason");
        Lacks(20, kpMet: null).ShouldBe("NoReason");
        Lacks(20, kpMet: false, reason: UnmetReason.Absent).ShouldBe("");
        Lacks(2, kpMet: false).ShouldBe("TooShort NoReason");
    }

    [Fact]
    public void Before_the_phone_said_when_the_server_s_hour_counts() =>
        Effective.Lacks(new Visit { DeviceAt = Arrived, Outcome = VisitOutcome.Won, KpMet = true, EndedAt = Arrived.AddMinutes(12) }, new()).ShouldBeEmpty();
}
