using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Customers.Archive;

/// <summary>One table's lines. Registered as <c>AddSingleton&lt;TimelineSource, …&gt;</c>; it answers with what the asker may read, newest first, no more than asked for.</summary>
abstract class TimelineSource(TimelineKind kind)
{
    public TimelineKind Kind => kind;

    public abstract Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask);
}

/// <summary>The customer, who asks, and where the page begins. Who asks may see the customer.</summary>
sealed record TimelineAsk(Db Db, Me Me, Customer Customer, PageCursor? After, int Most, CancellationToken Stop)
{
    /// <summary>What is known to the day only comes after what was done by daylight. No zone skips this hour.</summary>
    static readonly TimeOnly Late = new(21, 0);

    public DateTimeOffset At(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Late), Me.Zone), TimeSpan.Zero);

    /// <summary>The newest of these that come after the place, by a column of instants.</summary>
    public IQueryable<T> Newest<T>(IQueryable<T> rows, string at) where T : class, IOwned
    {
        if (After is { } place)
            rows = rows.Where(row => EF.Property<DateTimeOffset>(row, at) < place.At || (EF.Property<DateTimeOffset>(row, at) == place.At && row.Id.CompareTo(place.Id) < 0));
        return rows.OrderByDescending(row => EF.Property<DateTimeOffset>(row, at)).ThenByDescending(row => row.Id).Take(Most).AsNoTracking();
    }

    /// <summary>The same by a column of days.</summary>
    public IQueryable<T> NewestByDay<T>(IQueryable<T> rows, string on) where T : class, IOwned
    {
        if (After is { } place)
        {
            var day = Me.DayOf(place.At);
            var (whole, part) = (At(day) < place.At, At(day) == place.At);
            rows = rows.Where(row => EF.Property<DateOnly>(row, on) < day || (EF.Property<DateOnly>(row, on) == day && (whole || (part && row.Id.CompareTo(place.Id) < 0))));
        }
        return rows.OrderByDescending(row => EF.Property<DateOnly>(row, on)).ThenByDescending(row => row.Id).Take(Most).AsNoTracking();
    }

    /// <summary>For tables of which a customer has few rows.</summary>
    public IReadOnlyList<TimelineLine> Newest(IEnumerable<TimelineLine> lines) =>
        [.. lines.Where(line => After is not { } place || line.At < place.At || (line.At == place.At && line.Id.CompareTo(place.Id) < 0)).InOrder().Take(Most)];
}

static class TimelineOrder
{
    public static IEnumerable<TimelineLine> InOrder(this IEnumerable<TimelineLine> lines) => lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id);
}
