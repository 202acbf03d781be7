using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>
/// What a check-in has to know. Taken: this id is there, whoever's it is. Customer: name and door of one who is hers to see, and nothing else of it. OnLeave and Works
/// (null: what the week says) speak of the day. Planned: the open visit of that day's plan at this customer. Last: her last check-in with a position.
/// </summary>
sealed record CheckInKnown(bool Taken, Customer? Customer, bool OnLeave, bool? Works, Guid? Planned, Visit? Last);

/// <summary>
/// Statements of our own inside the write: the writer lane is one for everybody, and what is asked through EF takes longer than the rows that are written
/// (docs/benchmarks.md).
/// </summary>
static class CheckInReads
{
    /// <summary>One statement. Where she was last is asked of this day and the one before: what lies further back says nothing of speed.</summary>
    public static async Task<CheckInKnown> KnownAsync(Db db, Me me, Guid id, Guid customerId, DateOnly day)
    {
        var teams = me.Sees.Count == 0 ? "" : $" or c.team_id in ({PreparedLine.Places(6, me.Sees.Count)})";
        return (await db.Line!.FirstAsync(
            $"""
            select exists (select 1 from visits where org_id = @p0 and id = @p1),
            exists (select 1 from leaves where org_id = @p0 and member_id = @p2 and "from" <= @p4 and until >= @p4),
            (select works from calendar_days where org_id = @p0 and day = @p4),
            (select id from planned_visits where org_id = @p0 and member_id = @p2 and day = @p4 and customer_id = @p3 and visit_id is null order by position limit 1),
            c.id, c.short_name, c.latitude, c.longitude, last.id, last.latitude, last.longitude, last.accuracy, last.device_at, last.checked_in_at
            from (select 1 as one) here
            left join customers c on c.org_id = @p0 and c.id = @p3 and (c.owner_id = @p2{teams})
            left join (
                select id, latitude, longitude, accuracy, device_at, checked_in_at from visits
                where org_id = @p0 and member_id = @p2 and day >= @p5 and latitude is not null order by day desc, device_at desc limit 1) last on true
            """,
            row => new CheckInKnown(row.Flag(0), CustomerOf(row, me), row.Flag(1), row.MaybeFlag(2), row.MaybeId(3), LastOf(row, me)),
            default, [me.OrgId, id, me.Id, customerId, day, day.AddDays(-1), .. me.Sees.Select(team => (object)team)]))!;
    }

    /// <summary>The planned visit became this one.</summary>
    /// <returns>What it was planned for.</returns>
    public static async Task<string> KeepPlanAsync(Db db, Me me, Guid planned, Guid visit) => (await db.Line!.FirstAsync(
        "update planned_visits set visit_id = @p2 where org_id = @p0 and id = @p1 returning purpose", row => row.Text(0), default, me.OrgId, planned, visit))!;

    static Customer? CustomerOf(DbRow row, Me me) => row.MaybeId(4) is not { } id
        ? null
        : new() { OrgId = me.OrgId, Id = id, ShortName = row.Text(5), Latitude = row.MaybeDouble(6), Longitude = row.MaybeDouble(7) };

    static Visit? LastOf(DbRow row, Me me) => row.MaybeId(8) is not { } id
        ? null
        : new() { OrgId = me.OrgId, Id = id, Latitude = row.MaybeDouble(9), Longitude = row.MaybeDouble(10), Accuracy = row.MaybeDouble(11), DeviceAt = row.Instant(12), CheckedInAt = row.Instant(13) };
}
