using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers.Pool;

/// <summary>What is done for a customer by day moves her clock at once: an effective visit, a call that reached somebody, another grade, a signature.</summary>
sealed class PoolConsumer(FieldOptions field) : Consumer("pool")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { VisitEnded.Name, CallMade.Name, GradeChanged.Name, DealSigned.Name };

    public override async Task ActAsync(Db db, EventRow happened)
    {
        var terms = await PoolTerms.OfAsync(db, happened.OrgId);
        if (terms.Off) return;
        var (customer, followedOn) = await WhatAsync(db, happened);
        if (followedOn is { } day && await db.PoolClocks.Of(happened.OrgId).FindAsync(customer) is { } row && !(row.FollowedOn >= day)) await FollowAsync(db, row, day);
        foreach (var one in await new PoolClock(db, happened.OrgId, terms.DayOf(happened.At), terms, field).OfAsync([customer])) PoolKeeping.Keep(db, one);
    }

    async Task<(Guid Customer, DateOnly? FollowedOn)> WhatAsync(Db db, EventRow happened)
    {
        switch (happened.Type)
        {
            case VisitEnded.Name:
                var ended = happened.As<VisitEnded>();
                return (ended.CustomerId, await db.Visits.Of(happened.OrgId).FindAsync(ended.VisitId) is { } visit && PoolClock.Counts(visit, field) ? visit.Day : null);
            case CallMade.Name:
                var made = happened.As<CallMade>();
                return (made.CustomerId, await db.Calls.Of(happened.OrgId).FindAsync(made.CallId) is { } call && PoolClock.Counts(call) ? call.Day : null);
            case GradeChanged.Name:
                return (happened.As<GradeChanged>().CustomerId, null);
            default:
                return (happened.As<DealSigned>().CustomerId, null);
        }
    }

    static Task<int> FollowAsync(Db db, PoolClockRow row, DateOnly day)
    {
        row.FollowedOn = day;
        return db.SaveChangesAsync();
    }
}
