using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Ahead: its day has not come. Open: may be written and amended. Begun: its evening has; late ones are taken, an amendment becomes an addendum. Over: the next evening has begun.</summary>
enum JournalWindow { Ahead, Open, Begun, Over }

/// <summary>
/// When a journal of a day may be written: on the day, and late until the next evening begins or the next workday ends, whichever is first. What was submitted
/// may be amended until the evening of its day begins, since that evening stands on it (product.md; docs/decisions/0012).
/// </summary>
static class JournalDays
{
    /// <param name="begun">Days from this one on whose evening of the team has begun.</param>
    public static JournalWindow Of(DateOnly day, DateOnly today, WorkCalendar calendar, IReadOnlyCollection<DateOnly> begun) => day switch
    {
        _ when day > today => JournalWindow.Ahead,
        _ when today > calendar.Next(day) || begun.Any(evening => evening > day) => JournalWindow.Over,
        _ => begun.Contains(day) ? JournalWindow.Begun : JournalWindow.Open,
    };

    public static async Task<JournalWindow> OfAsync(Db db, Me me, DateOnly day, DateOnly today, WorkCalendar calendar, CancellationToken stop = default) =>
        Of(day, today, calendar, await db.Evenings.Of(me).Where(evening => evening.TeamId == me.TeamId && evening.Day >= day && evening.OpenedAt != null)
            .Select(evening => evening.Day).ToListAsync(stop));

    /// <summary>The last workday before today.</summary>
    public static DateOnly Before(DateOnly today, WorkCalendar calendar) =>
        Enumerable.Range(1, 14).Select(ago => today.AddDays(-ago)).First(day => calendar.Works(day) || day == today.AddDays(-14));

    /// <exception cref="Refusal"><c>journal.ahead</c> · <c>journal.over</c> · <c>journal.evening-begun</c>: the text stays, an addendum may follow.</exception>
    public static void MustTake(this JournalWindow window, bool known)
    {
        if (window is JournalWindow.Ahead) throw new Refusal("journal.ahead", "This day has not come yet.");
        if (window is JournalWindow.Over) throw new Refusal("journal.over", "The next evening has begun; a journal of this day is no longer taken.");
        if (window is JournalWindow.Begun && known) throw new Refusal("journal.evening-begun", "The evening has begun and stands on this journal; add to it instead.");
    }
}
