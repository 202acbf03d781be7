using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.JointVisits;

sealed class JointReads(Db db, Me me, DateOnly today)
{
    const int PageSize = 30, MostComing = 100;

    public async Task<JointVisitPage> PageAsync(Guid? customer, PageCursor? after, CancellationToken stop)
    {
        var joints = db.JointVisits.VisibleTo(me);
        if (customer is { } one) joints = joints.Where(joint => joint.CustomerId == one);
        var coming = after is not null ? [] : await ViewsAsync(joints.Where(joint => joint.TiedAt == null && joint.DroppedAt == null && joint.Day >= today).OrderBy(joint => joint.Day).ThenBy(joint => joint.Id).Take(MostComing), stop);
        var others = joints.Where(joint => joint.DroppedAt == null && (joint.TiedAt != null || joint.Day < today));
        if (after is { } place) others = others.Where(joint => joint.CreatedAt < place.At || (joint.CreatedAt == place.At && joint.Id.CompareTo(place.Id) < 0));
        var page = (await ViewsAsync(others.OrderByDescending(joint => joint.CreatedAt).ThenByDescending(joint => joint.Id).Take(PageSize + 1), stop)).ToPage(PageSize, view => new PageCursor(view.CreatedAt, view.Id));
        return new(coming, page.Items, page.Next);
    }

    public async Task<JointVisitView?> OneAsync(Guid id, CancellationToken stop) => (await ViewsAsync(db.JointVisits.VisibleTo(me).Where(joint => joint.Id == id), stop)).SingleOrDefault();

    async Task<List<JointVisitView>> ViewsAsync(IQueryable<JointVisit> joints, CancellationToken stop)
    {
        var rows = await joints.Select(joint => new
        {
            Joint = joint,
            Customer = db.Set<Customer>().Where(c => c.OrgId == joint.OrgId && c.Id == joint.CustomerId).Select(c => c.ShortName).FirstOrDefault(),
            Rep = db.Set<Member>().Where(m => m.OrgId == joint.OrgId && m.Id == joint.MemberId).Select(m => m.ShortName).FirstOrDefault(),
            Companion = db.Set<Member>().Where(m => m.OrgId == joint.OrgId && m.Id == joint.CompanionId).Select(m => m.ShortName).FirstOrDefault(),
            Visit = db.Set<Visit>().Where(v => v.OrgId == joint.OrgId && v.Id == joint.RepVisitId).Select(v => new { v.Outcome, v.KpMet, v.KpMinutes }).FirstOrDefault(),
        }).ToListAsync(stop);
        return rows.ConvertAll(row => new JointVisitView(
            row.Joint.Id, row.Joint.CustomerId, row.Customer ?? "", row.Joint.MemberId, row.Rep ?? "", row.Joint.CompanionId, row.Companion ?? "", row.Joint.Mode, row.Joint.Day, row.Joint.At,
            row.Joint.Goal, row.Joint.Who, row.Joint.Watch, row.Joint.TiedAt is not null, row.Joint.DroppedAt is not null, row.Visit?.Outcome, row.Visit?.KpMet, row.Visit?.KpMinutes,
            new(row.Joint.RepKept, row.Joint.RepChange), new(row.Joint.CompanionKept, row.Joint.CompanionChange), row.Joint.Of(me.Id),
            row.Joint.Of(me.Id) && row.Joint.DroppedAt is null && (row.Joint.TiedAt is not null || row.Joint.Day <= today), row.Joint.CreatedAt));
    }
}
