using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

static class CommitmentViews
{
    /// <summary>With the words they came from: the advice, whose story, what blocked.</summary>
    public static async Task<IReadOnlyList<CommitmentView>> ReadAsync(Db db, Me me, IQueryable<Commitment> commitments, DateOnly today, CancellationToken stop)
    {
        var rows = await (
            from one in commitments
            join member in db.Set<Member>() on new { one.OrgId, Id = one.MemberId } equals new { member.OrgId, member.Id }
            select new
            {
                Commitment = one,
                member.ShortName,
                Advice = db.Set<Advice>().Where(a => a.OrgId == one.OrgId && a.Id == one.OriginId).Select(a => a.Text).FirstOrDefault(),
                Story = db.Set<Story>().Where(s => s.OrgId == one.OrgId && s.Id == one.OriginId).Select(s => s.CustomerName).FirstOrDefault(),
                Case = db.Set<Case>().Where(c => c.OrgId == one.OrgId && c.Id == one.OriginId).Select(c => c.BlockedBy).FirstOrDefault(),
            }).ToListAsync(stop);

        return [.. rows
            .OrderBy(row => row.Commitment.State is not CommitmentState.Open).ThenBy(row => row.Commitment.DueOn).ThenBy(row => row.Commitment.Id)
            .Select(row => Of(row.Commitment, row.ShortName, row.Advice ?? row.Story ?? row.Case, me, today))];
    }

    static CommitmentView Of(Commitment one, string member, string? originText, Me me, DateOnly today) => new(
        one.Id, one.MemberId, member, one.Origin, one.OriginId, originText, one.CustomerId, one.CustomerName, one.Text, one.DueOn, one.State, one.Result, one.AnsweredAt,
        one.MemberId == me.Id, one.IsDue(me, today));
}
