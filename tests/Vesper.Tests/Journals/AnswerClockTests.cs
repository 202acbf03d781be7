using Vesper.Journals;
using Vesper.Kit.Access;
using Vesper.Teams;

namespace Vesper.Tests.Journals;

public sealed class AnswerClockTests
{
    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Times in Shanghai; 16 November 2026 is a Monday; the hours are 9 to 18. Free: days that are not worked, works: weekend days that are.</summary>
    [Theory]
    [InlineData("11-16 15:00", "11-17 15:00", "", "", "")]
    [InlineData("11-16 09:00", "11-16 18:00", "", "", "")]
    [InlineData("11-16 07:00", "11-16 18:00", "", "", "")] // before the hours: they begin at nine
    [InlineData("11-16 18:30", "11-17 18:00", "", "", "")] // the usual: after the day, due at the end of the next
    [InlineData("11-16 23:50", "11-17 18:00", "", "", "")]
    [InlineData("11-20 17:00", "11-23 17:00", "", "", "")] // Friday to Monday
    [InlineData("11-20 18:30", "11-23 18:00", "", "", "")]
    [InlineData("11-21 12:00", "11-23 18:00", "", "", "")]
    [InlineData("11-20 18:30", "11-22 18:00", "", "11-22", "")] // a worked Sunday
    [InlineData("11-16 15:00", "11-18 15:00", "11-17", "", "")] // a holiday
    [InlineData("11-16 15:00", "11-19 15:00", "", "", "11-17..11-18")] // on leave, the clock stands
    [InlineData("11-16 15:00", "11-17 18:00", "", "", "11-16..11-16")] // on leave when it came
    [InlineData("11-16 15:00", "11-23 15:00", "11-19", "", "11-17..11-18 11-18..11-20")] // leave, holiday, weekend in a row
    public void It_runs_in_working_hours_of_who_answers(string submitted, string due, string free, string works, string leave)
    {
        var calendar = new WorkCalendar(Days(free).Select(day => (day, false)).Concat(Days(works).Select(day => (day, true))).ToDictionary(one => one.day, one => one.Item2));
        var away = leave.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => new DaysAway(Day(one.Split("..")[0]), Day(one.Split("..")[1]))).ToList();

        AnswerClock.Due(At(submitted), 1, calendar, WorkHours.Usual, away, Shanghai).ShouldBe(At(due));
    }

    [Theory]
    [InlineData("11-16 15:00", "11-17 15:00", "08:30", "19:30")]
    [InlineData("11-20 19:00", "11-23 19:00", "08:30", "19:30")] // still within Friday's hours
    [InlineData("11-20 20:00", "11-23 19:30", "08:30", "19:30")]
    [InlineData("11-21 12:00", "11-22 12:00", "00:00", "00:00")] // no hours are kept: a day is a day, Saturdays too
    [InlineData("11-17 01:00", "11-18 01:00", "14:00", "02:00")] // a night shift, over midnight
    [InlineData("11-17 10:00", "11-18 02:00", "14:00", "02:00")]
    public void It_runs_in_the_organisations_own_hours(string submitted, string due, string opens, string closes) =>
        AnswerClock.Due(At(submitted), 1, new(new Dictionary<DateOnly, bool>()), new(TimeOnly.Parse(opens), TimeOnly.Parse(closes)), [], Shanghai).ShouldBe(At(due));

    [Fact]
    public void A_leave_without_end_does_not_stop_it_for_ever() =>
        AnswerClock.Due(At("11-16 15:00"), 1, new(new Dictionary<DateOnly, bool>()), WorkHours.Usual, [new(new(2026, 1, 1), new(2099, 1, 1))], Shanghai).ShouldBeLessThan(At("11-16 15:00").AddDays(410));

    [Fact]
    public void Another_zone_has_its_own_hours()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        AnswerClock.Due(new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero), 1, new(new Dictionary<DateOnly, bool>()), WorkHours.Usual, [], berlin).ShouldBe(new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero));
    }

    static IEnumerable<DateOnly> Days(string days) => days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day);

    static DateOnly Day(string text) => DateOnly.Parse($"2026-{text}");

    static DateTimeOffset At(string text) => new(DateTime.Parse($"2026-{text}"), TimeSpan.FromHours(8));
}
