using Vesper.Customers;
using Vesper.Customers.Pool;

namespace Vesper.Tests.Customers.Pool;

public sealed class ProtectionTests
{
    /// <summary>A Monday.</summary>
    static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData('A', 14)]
    [InlineData('B', 21)]
    [InlineData('C', 30)] // a Wednesday
    [InlineData('D', 60)] // a Friday
    public void Without_follow_up_a_grade_keeps_so_many_days(char grade, int days)
    {
        var ends = Of(Enum.Parse<Grade>(grade.ToString()), since: Monday);
        (ends.Until, ends.Cause, ends.From, ends.Days, ends.Stopped).ShouldBe((Monday.AddDays(days), PoolCause.FollowUp, Monday, days, 0));
    }

    [Fact]
    public void Follow_up_starts_it_anew_until_no_deal_has_come_for_too_long()
    {
        Of(Grade.A, Monday, followed: Monday.AddDays(7)).Until.ShouldBe(Monday.AddDays(21));
        Of(Grade.A, Monday, followed: Monday.AddDays(-7)).Until.ShouldBe(Monday.AddDays(14)); // before she had it
        var last = Of(Grade.A, Monday, followed: Monday.AddDays(88));
        (last.Until, last.Cause).ShouldBe((Monday.AddDays(91), PoolCause.NoDeal)); // the 90th day is a Sunday
    }

    [Fact]
    public void Leave_and_holidays_stop_it_and_it_never_ends_on_a_day_off()
    {
        var stopped = Protection.Of(new(Grade.A, Monday, null), On(), day => day >= Monday.AddDays(3) && day <= Monday.AddDays(5), Works);
        (stopped.Until, stopped.Stopped).ShouldBe((Monday.AddDays(17), 3));
        Of(Grade.A, Monday.AddDays(5)).Until.ShouldBe(Monday.AddDays(21)); // a Saturday's fortnight ends on the Monday after
    }

    [Fact]
    public void Switched_on_it_takes_nothing_from_anybody_at_once() =>
        Protection.Of(new(Grade.D, Monday.AddDays(-400), Monday.AddDays(-200)), On(Monday), _ => false, Works).From.ShouldBe(Monday);

    [Fact]
    public void Who_is_never_back_does_not_stop_it_for_ever() => Protection.Of(new(Grade.A, Monday, null), On(), _ => true, _ => false).Until.ShouldBeLessThan(Monday.AddDays(3 * 366));

    [Theory]
    [InlineData(8, null)]
    [InlineData(7, 7)]
    [InlineData(4, 7)]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, null)]
    public void It_is_said_seven_three_and_one_day_before(int left, int? reminder) => Protection.ReminderAt(left).ShouldBe(reminder);

    static Protected Of(Grade grade, DateOnly since, DateOnly? followed = null) => Protection.Of(new(grade, since, followed), On(), _ => false, Works);

    static PoolRules On(DateOnly? since = null) => new() { EnabledOn = since ?? Monday.AddDays(-1000) };

    static bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
