using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Leave, first and last day included.</summary>
readonly record struct DaysAway(DateOnly From, DateOnly Until);

/// <summary>
/// Until when a journal wants its answer: so many working minutes after it was submitted, in the hours of the working calendar and not on days on which who answers is on
/// leave (S: it counts on the supervisor's side). Submitted at 18:30 on a Friday and due within a workday, it is due on Monday at closing time.
/// </summary>
static class AnswerClock
{
    /// <summary>Longer than any leave; then the clock runs whatever the calendar says.</summary>
    const int Horizon = 400;

    public static DateTimeOffset Due(DateTimeOffset submitted, int minutes, WorkCalendar calendar, IReadOnlyCollection<DaysAway> away, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(submitted, zone).DateTime;
        var left = TimeSpan.FromMinutes(minutes);
        for (var day = DateOnly.FromDateTime(local); ; day = day.AddDays(1))
        {
            var here = calendar.Works(day) && away.All(leave => day < leave.From || day > leave.Until);
            if (!here && day.DayNumber - DateOnly.FromDateTime(local).DayNumber < Horizon) continue;
            var (opens, closes) = (day.ToDateTime(WorkCalendar.Opens), day.ToDateTime(WorkCalendar.Closes));
            var from = local > opens ? local : opens;
            if (from < closes && closes - from >= left) return Instant(from + left, zone);
            if (from < closes) left -= closes - from;
        }
    }

    static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
