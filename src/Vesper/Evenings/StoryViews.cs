using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Stories with their thanks and who tries them. Before it is told, only the teller reads the words.</summary>
static class StoryViews
{
    public static async Task<IReadOnlyList<StoryView>> ReadAsync(Db db, Me me, IQueryable<Story> stories, CancellationToken stop)
    {
        var rows = await (
            from story in stories
            join member in db.Set<Member>() on new { story.OrgId, Id = story.MemberId } equals new { member.OrgId, member.Id }
            select new
            {
                Story = story,
                member.ShortName,
                Amount = db.Set<Deal>().Where(deal => deal.OrgId == story.OrgId && deal.Id == story.DealId).Select(deal => (long?)deal.AmountFen).FirstOrDefault(),
                Thanks = db.Set<StoryThanks>().Where(t => t.OrgId == story.OrgId && t.StoryId == story.Id).Select(t => t.MemberId).ToList(),
            }).ToListAsync(stop);
        if (rows.Count == 0) return [];

        var ids = rows.Select(row => (Guid?)row.Story.Id).ToList();
        var tries = (await (
            from commitment in db.Commitments.Of(me)
            where commitment.Origin == CommitmentOrigin.Story && ids.Contains(commitment.OriginId)
            join member in db.Set<Member>() on new { commitment.OrgId, Id = commitment.MemberId } equals new { member.OrgId, member.Id }
            orderby commitment.CreatedAt
            select new { commitment.OriginId, View = new TrierView(member.Id, member.ShortName) }).ToListAsync(stop)).ToLookup(one => one.OriginId, one => one.View);

        return [.. rows.Select(row => Of(row.Story, row.ShortName, row.Amount, me, row.Thanks, [.. tries[row.Story.Id].Distinct()]))];
    }

    public static StoryView Of(Story story, string member, long? amountFen, Me me, IReadOnlyCollection<Guid> thanks, IReadOnlyList<TrierView> tries)
    {
        var open = story.ToldAt is not null || story.MemberId == me.Id;
        return new(story.Id, story.MemberId, member, story.CustomerId, story.CustomerName, story.Trigger, amountFen, story.Stage,
            open ? story.How : "", open ? story.Methods : "", open ? story.Learned : "", story.ToldAt is not null, story.MemberId == me.Id,
            thanks.Count, thanks.Contains(me.Id), tries, tries.Any(one => one.MemberId == me.Id));
    }
}
