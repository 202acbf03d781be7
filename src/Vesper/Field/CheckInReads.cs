using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>
/// What a check-in has to know, by statements of our own inside the write: the writer lane is one for everybody, and four questions through EF took longer than the
/// rows they were asked for (docs/benchmarks.md).
/// </summary>
static class CheckInReads
{
    /// <summary>Whether this id is taken, by whomever: then it is a retry, or another's.</summary>
    public static async Task<bool> IsThereAsync(Db db, Me me, Guid id) =>
        (await db.Line!.ListAsync("select 1 from visits where org_id = @p0 and id = @p1", row => row.Number(0), default, me.OrgId, id)).Count > 0;

    /// <summary>Name and door of a customer who is hers to see, and nothing else of it; not tracked.</summary>
    public static Task<Customer?> CustomerAsync(Db db, Me me, Guid id)
    {
        var teams = me.Sees.Count == 0 ? "" : $" or team_id in ({PreparedLine.Places(3, me.Sees.Count)})";
        return db.Line!.FirstAsync(
            $"select id, short_name, latitude, longitude from customers where org_id = @p0 and id = @p1 and (owner_id = @p2{teams})",
            row => new Customer { OrgId = me.OrgId, Id = row.Id(0), ShortName = row.Text(1), Latitude = row.MaybeDouble(2), Longitude = row.MaybeDouble(3) },
            default, [me.OrgId, id, me.Id, .. me.Sees.Select(team => (object)team)]);
    }

    /// <summary>Why she is off work at this instant, as <see cref="WorkTime"/> says it; nothing when she is at work.</summary>
    public static async Task<OffWork?> OffAsync(Db db, Me me, DateTimeOffset at)
    {
        var (leave, works) = (await db.Line!.ListAsync(
            """
            select exists (select 1 from leaves where org_id = @p0 and member_id = @p1 and "from" <= @p2 and until >= @p2),
            (select works from calendar_days where org_id = @p0 and day = @p2)
            """, row => (row.Flag(0), row.MaybeFlag(1)), default, me.OrgId, me.Id, me.DayOf(at)))[0];
        return WorkTime.Off(me, at, leave, works);
    }

    /// <summary>Her last check-in with a position, of this day or the one before: what lies further back says nothing of speed.</summary>
    public static Task<Visit?> LastSeenAsync(Db db, Me me, DateOnly day) => db.Line!.FirstAsync(
        """
        select id, latitude, longitude, accuracy, device_at, checked_in_at from visits
        where org_id = @p0 and member_id = @p1 and day >= @p2 and latitude is not null order by day desc, device_at desc limit 1
        """,
        row => new Visit { OrgId = me.OrgId, Id = row.Id(0), Latitude = row.MaybeDouble(1), Longitude = row.MaybeDouble(2), Accuracy = row.MaybeDouble(3), DeviceAt = row.Instant(4), CheckedInAt = row.Instant(5) },
        default, me.OrgId, me.Id, day.AddDays(-1));

    /// <summary>Whether the day's plan has an open visit at this customer.</summary>
    public static async Task<bool> IsPlannedAsync(Db db, Me me, Guid customerId, DateOnly day) => (await db.Line!.ListAsync(
        "select 1 from planned_visits where org_id = @p0 and member_id = @p1 and day = @p2 and customer_id = @p3 and visit_id is null limit 1",
        row => row.Number(0), default, me.OrgId, me.Id, day, customerId)).Count > 0;
}
