using Vesper.Field;
using Vesper.Kit.Geo;
using static Vesper.Field.EvidenceLevel;
using static Vesper.Field.EvidenceReason;

namespace Vesper.Tests.Field;

public sealed class EvidenceTests
{
    static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    static readonly Point Door = new(30.2741, 120.1551);
    static readonly EvidenceOptions Options = new();

    static Sighting At(Point? point, double accuracy = 20, int minutes = 0, bool otherProof = false) =>
        new(point, accuracy, Ten.AddMinutes(minutes), Ten.AddMinutes(minutes), Ten.AddMinutes(minutes), otherProof);

    // 0.001 degree of latitude is 111.2 m.
    static Point North(double thousandths) => Door with { Latitude = Door.Latitude + thousandths / 1000 };

    static void Shows(Sighting now, EvidenceLevel level, params EvidenceReason[] reasons) => Shows(now, before: null, level, reasons);

    static void Shows(Sighting now, Sighting? before, EvidenceLevel level, params EvidenceReason[] reasons)
    {
        var evidence = Evidence.Of(now, new Doorstep(Door), before, Options);
        evidence.Level.ShouldBe(level);
        evidence.Reasons.ShouldBe(reasons);
    }

    [Fact]
    public void At_the_door_is_strong() => Shows(At(Door), Strong);

    [Fact]
    public void Inside_the_radius_is_strong() => Shows(At(North(2.69)), Strong); // 299 m of 300

    [Fact]
    public void Outside_the_radius_is_weak() => Shows(At(North(2.71)), Weak, Outside); // 301 m of 300

    [Fact]
    public void A_vague_phone_widens_the_radius() => Shows(At(North(8), accuracy: 900), Strong); // 890 m of 900

    [Fact]
    public void A_very_vague_phone_is_a_doubt() => Shows(At(North(8), accuracy: 1_001), Fair, CoarsePosition);

    [Fact]
    public void The_customer_s_own_radius_counts() =>
        Evidence.Of(At(North(2)), new Doorstep(Door, RadiusMetres: 100), before: null, Options).Reasons.ShouldBe([Outside]);

    [Fact]
    public void A_customer_without_address_is_a_doubt() =>
        Evidence.Of(At(Door), new Doorstep(At: null), before: null, Options).ShouldSatisfyAllConditions(
            evidence => evidence.Level.ShouldBe(Fair),
            evidence => evidence.Reasons.ShouldBe([NoAddress]));

    [Fact]
    public void No_position_and_no_other_proof_is_weak() => Shows(At(point: null), Weak, NoPosition);

    [Fact]
    public void No_to_location_changes_nothing_when_the_visit_is_proved_otherwise() => Shows(At(point: null, otherProof: true), Strong, OtherProof);

    [Fact]
    public void Coordinates_identical_to_the_last_digit_are_a_doubt() => Shows(At(Door), At(Door, minutes: -60), Fair, IdenticalCoordinates);

    [Fact]
    public void Coordinates_that_tremble_are_none() => Shows(At(Door), At(North(0.001), minutes: -60), Strong);

    [Theory]
    [InlineData(20, false)] // 111 km in 20 minutes: 333 km/h, a fast train
    [InlineData(19, true)] // 351 km/h
    [InlineData(0, true)]
    public void A_journey_faster_than_the_fastest_train_is_none(int minutes, bool implausible) =>
        Evidence.Of(At(Door, accuracy: 0), new Doorstep(Door), At(North(1000), accuracy: 0, minutes: -minutes), Options)
            .Reasons.Contains(ImplausibleSpeed).ShouldBe(implausible);

    [Fact]
    public void Two_vague_positions_at_one_moment_are_no_journey() => Shows(At(Door, accuracy: 150), At(North(2), accuracy: 100), Strong);

    [Theory]
    [InlineData(10, "Strong")]
    [InlineData(11, "Fair")]
    [InlineData(-11, "Fair")]
    public void A_phone_s_clock_may_be_ten_minutes_off(int minutes, string level) =>
        Evidence.Of(At(Door) with { SentAt = Ten.AddMinutes(minutes) }, new Doorstep(Door), before: null, Options)
            .Level.ToString().ShouldBe(level);

    [Fact]
    public void Hours_in_the_queue_are_no_clock_skew() =>
        Shows(At(Door) with { SentAt = Ten.AddHours(5), ReceivedAt = Ten.AddHours(5) }, Strong);

    [Fact]
    public void Two_doubts_make_weak() => Shows(At(Door) with { SentAt = Ten.AddDays(1) }, At(Door, minutes: -60), Weak, ClockSkew, IdenticalCoordinates);
}
