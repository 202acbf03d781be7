using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>
/// The days of the demo, seen from the moment it is made. Today is a workday whatever the calendar says, and all of it has happened
/// already: made at one in the morning, its visits lie between midnight and now.
/// </summary>
sealed class DemoDays
{
    static readonly TimeSpan Morning = TimeSpan.FromHours(9), Evening = TimeSpan.FromHours(18);

    readonly TimeSpan _now;

    public DemoDays(DateTimeOffset now, int days)
    {
        Now = now.ToUniversalTime();
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        (Today, _now) = (DateOnly.FromDateTime(local.Date), local.TimeOfDay);
        First = Today.AddDays(-days);
        Exceptions = [.. Enumerable.Range(0, days + 60).Select(n => First.AddDays(n)).Where(day => Holiday(day) is not null || (day == Today && Weekend(day)))];
        Calendar = new(Exceptions.ToDictionary(day => day, day => day == Today));
        Past = [.. Enumerable.Range(0, days).Select(n => First.AddDays(n)).Where(Calendar.Works)];
        Next = Calendar.Next(Today);
    }

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public DateTimeOffset Now { get; }
    public DateOnly Today { get; }
    public DateOnly First { get; }

    /// <summary>The next workday.</summary>
    public DateOnly Next { get; }

    /// <summary>Workdays before today, the oldest first.</summary>
    public IReadOnlyList<DateOnly> Past { get; }

    /// <summary>Days that differ from the week's rule.</summary>
    public IReadOnlyList<DateOnly> Exceptions { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>So many workdays ago; 1 is the last one before today.</summary>
    public DateOnly Ago(int workdays) => workdays == 0 ? Today : Past[^Math.Min(workdays, Past.Count)];

    /// <summary>The workday before a day.</summary>
    public DateOnly Before(DateOnly day) => Past.LastOrDefault(one => one < day, First);

    /// <summary>The workday at or after a date.</summary>
    public DateOnly WorkdayFrom(DateOnly day) => Calendar.Works(day) ? day : Calendar.Next(day);

    /// <summary>A time of the working day as an instant. Today's are squeezed before now, in their order.</summary>
    public DateTimeOffset At(DateOnly day, double hour)
    {
        var time = TimeSpan.FromHours(hour);
        if (day == Today && _now < Evening + TimeSpan.FromHours(1)) time = Squeezed(time);
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    TimeSpan Squeezed(TimeSpan time)
    {
        var end = _now - TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerMinute, _now.Ticks / 10));
        var start = end - TimeSpan.FromHours(4) is { Ticks: > 0 } four ? (four < Morning ? four : Morning) : TimeSpan.Zero;
        var share = Math.Clamp((time - Morning) / (Evening - Morning), -0.05, 1);
        var squeezed = start + ((end - start) * share);
        return squeezed < TimeSpan.Zero ? TimeSpan.Zero : squeezed;
    }

    /// <summary>Public holidays with a fixed date; the lunar ones are the organisation's to enter.</summary>
    public string? Holiday(DateOnly day) => day == Today ? null : (day.Month, day.Day) switch
    {
        (1, 1) => "元旦",
        (5, <= 5) => "劳动节",
        (10, <= 7) => "国庆节",
        _ => null,
    };

    static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
