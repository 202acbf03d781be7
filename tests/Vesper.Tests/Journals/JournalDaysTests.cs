using Vesper.Journals;
using Vesper.Teams;

namespace Vesper.Tests.Journals;

public sealed class JournalDaysTests
{
    static readonly WorkCalendar Calendar = new(new Dictionary<DateOnly, bool> { [new(2026, 10, 1)] = false, [new(2026, 10, 2)] = false });

    /// <summary>20 November 2026 is a Friday; begun: evenings of the team that have begun.</summary>
    [Theory]
    [InlineData("11-20", "11-20", "", "Open")]
    [InlineData("11-20", "11-20", "11-20", "Begun")]
    [InlineData("11-20", "11-19", "", "Ahead")]
    [InlineData("11-20", "11-21", "11-20", "Begun")] // on Saturday Friday's is still late, not lost
    [InlineData("11-20", "11-23", "", "Open")]
    [InlineData("11-20", "11-23", "11-20,11-23", "Over")] // Monday's evening has begun
    [InlineData("11-20", "11-23", "11-23", "Over")]
    [InlineData("11-20", "11-24", "", "Over")]
    [InlineData("11-21", "11-23", "", "Open")] // somebody worked on Saturday
    [InlineData("09-30", "10-05", "", "Open")] // 1 and 2 October are holidays
    [InlineData("09-30", "10-06", "", "Over")]
    public void A_journal_may_be_written_until_the_next_evening(string day, string today, string begun, string window) =>
        JournalDays.Of(Day(day), Day(today), Calendar, [.. begun.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Day)]).ToString().ShouldBe(window);

    [Theory]
    [InlineData("11-24", "11-23")]
    [InlineData("11-23", "11-20")]
    [InlineData("10-05", "09-30")]
    public void The_workday_before_skips_what_is_free(string today, string before) => JournalDays.Before(Day(today), Calendar).ShouldBe(Day(before));

    static DateOnly Day(string text) => DateOnly.Parse($"2026-{text}");
}
