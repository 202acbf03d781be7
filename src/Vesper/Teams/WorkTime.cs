using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>Why a member is not at work: the hour, the day, her leave.</summary>
enum OffWork { Hours, Day, Leave }

/// <summary>Whether a member is at work at an instant, by the organisation's calendar and hours and her own leave; nothing is asked of her outside it.</summary>
static class WorkTime
{
    /// <param name="leave">She has leave on that day.</param>
    /// <param name="works">What the calendar says of that day; nothing: what the week says.</param>
    public static OffWork? Off(Me me, DateTimeOffset at, bool leave, bool? works)
    {
        var local = TimeZoneInfo.ConvertTime(at, me.Zone).DateTime;
        if (leave) return OffWork.Leave;
        if (me.Hours.Kept && !(works ?? WorkCalendar.WorksByWeek(DateOnly.FromDateTime(local)))) return OffWork.Day;
        return me.Hours.Holds(TimeOnly.FromDateTime(local)) ? null : OffWork.Hours;
    }

    public static Task<bool> OnLeaveAsync(Db db, Me me, DateOnly day) =>
        db.Leaves.Of(me).AnyAsync(leave => leave.MemberId == me.Id && leave.From <= day && leave.Until >= day);

    public static async Task<bool> WorksAsync(Db db, Me me, DateOnly day) =>
        !me.Hours.Kept || (await db.CalendarDays.Of(me).Where(d => d.Day == day).Select(d => (bool?)d.Works).FirstOrDefaultAsync() ?? WorkCalendar.WorksByWeek(day));
}
