using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Customers.JointVisits;

/// <summary>A rep's own days after beside her own days before; the day itself is in neither. She is compared with nobody.</summary>
static class JointEffect
{
    public static async Task<JointEffectView> ReadAsync(Db db, JointVisit joint, DateOnly today, JointOptions options, CancellationToken stop)
    {
        var before = await MonthAsync(db, joint, joint.Day.AddDays(-options.Beside), joint.Day.AddDays(-1), stop);
        var after = await MonthAsync(db, joint, joint.Day.AddDays(1), joint.Day.AddDays(options.Beside), stop);
        return new(options.Beside, Math.Clamp(today.DayNumber - joint.Day.DayNumber, 0, options.Beside), before.Visits < options.Few || after.Visits < options.Few, before, after);
    }

    static async Task<JointMonthView> MonthAsync(Db db, JointVisit joint, DateOnly from, DateOnly until, CancellationToken stop)
    {
        var visits = await db.Visits.Of(joint.OrgId).Where(visit => visit.MemberId == joint.MemberId && visit.Day >= from && visit.Day <= until && visit.EndedAt != null)
            .Select(visit => new { visit.KpMet, visit.Outcome }).ToListAsync(stop);
        var deals = await db.Deals.Of(joint.OrgId).CountAsync(deal => deal.OwnerId == joint.MemberId && deal.State == DealState.Won && deal.ClosedOn >= from && deal.ClosedOn <= until, stop);
        return new(visits.Count, visits.Count(visit => visit.KpMet is true), visits.Count(visit => visit.Outcome is VisitOutcome.Advanced or VisitOutcome.Won), deals);
    }
}
