using Vesper.Kit.Access;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Leave, first and last day included.</summary>
readonly record struct DaysAway(DateOnly From, DateOnly Until);

/// <summary>
/// Until when a journal wants its answer: so many workdays after it was submitted, in the organisation's own hours and not on days on which who answers is on leave (S: it
/// counts on the supervisor's side). Submitted after hours on a Friday and due within a workday, it is due on Monday at closing time.
/// </summary>
static class AnswerClock
{
    /// <summary>Longer than any leave; then the clock runs whatever the calendar says.</summary>
    const int Horizon = 400;

    public static DateTimeOffset Due(DateTimeOffset submitted, int workdays, WorkCalendar calendar, WorkHours hours, IReadOnlyCollection<DaysAway> away, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(submitted, zone).DateTime;
        // A night shift closes on the day after it opened; without hours a day is 24 of them.
        var length = hours.Kept ? hours.Closes - hours.Opens : TimeSpan.FromDays(1);
        var first = DateOnly.FromDateTime(local).AddDays(hours.Closes < hours.Opens ? -1 : 0);
        var left = workdays * length;
        for (var day = first; ; day = day.AddDays(1))
        {
            var here = (!hours.Kept || calendar.Works(day)) && away.All(leave => day < leave.From || day > leave.Until);
            if (!here && day.DayNumber - first.DayNumber < Horizon) continue;
            var opens = day.ToDateTime(hours.Opens);
            var closes = opens + length;
            var from = local > opens ? local : opens;
            if (from < closes && closes - from >= left) return Instant(from + left, zone);
            if (from < closes) left -= closes - from;
        }
    }

    static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
