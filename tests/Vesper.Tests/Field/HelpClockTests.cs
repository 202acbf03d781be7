using Vesper.Field;

namespace Vesper.Tests.Field;

public sealed class HelpClockTests
{
    static readonly FieldOptions Options = new();
    static readonly DateTimeOffset Called = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, null, "Rings")]
    [InlineData(14.99, null, "Rings")]
    [InlineData(15, null, "Late")]
    [InlineData(600, null, "Late")]
    [InlineData(3, 2.0, "Answered")]
    [InlineData(600, 40.0, "Answered")]
    public void A_call_rings_for_a_quarter_of_an_hour_or_until_the_first_answer(double minutes, double? answered, string state) =>
        HelpClock.Of(Called, answered is { } after ? Called.AddMinutes(after) : null, Called.AddMinutes(minutes), Options).ToString().ShouldBe(state);

    [Fact]
    public void It_goes_on_to_the_manager_once_when_the_time_is_over_and_nobody_answered()
    {
        var late = Called.AddMinutes(15);

        HelpClock.GoesOn(Call(), late, Options).ShouldBeTrue();
        HelpClock.GoesOn(Call(), late.AddMilliseconds(-1), Options).ShouldBeFalse();
        HelpClock.GoesOn(Call(escalated: late), late.AddMinutes(1), Options).ShouldBeFalse();
        HelpClock.GoesOn(Call(answered: Called.AddMinutes(1)), late, Options).ShouldBeFalse();
        HelpClock.GoesOn(Call(withdrawn: Called.AddMinutes(1)), late, Options).ShouldBeFalse();
        HelpClock.GoesOn(new FeedItem { HelpWanted = true }, late, Options).ShouldBeFalse();
    }

    static FeedItem Call(DateTimeOffset? answered = null, DateTimeOffset? escalated = null, DateTimeOffset? withdrawn = null) =>
        new() { HelpWanted = true, CalledAt = Called, AnsweredAt = answered, EscalatedAt = escalated, WithdrawnAt = withdrawn };
}
