using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Cases as a teammate sees them: what is asked, what was advised, what the asker took.</summary>
static class CaseViews
{
    public static async Task<IReadOnlyList<CaseView>> ReadAsync(Db db, Me me, IQueryable<Case> cases, CancellationToken stop)
    {
        var rows = await (
            from one in cases
            join member in db.Set<Member>() on new { one.OrgId, Id = one.MemberId } equals new { member.OrgId, member.Id }
            from customer in db.Set<Customer>().Where(c => c.OrgId == one.OrgId && c.Id == one.CustomerId).DefaultIfEmpty()
            select new { Case = one, member.ShortName, Customer = customer }).ToListAsync(stop);
        if (rows.Count == 0) return [];

        var ids = rows.Select(row => row.Case.Id).ToList();
        var advices = (await (
            from advice in db.Advices.Of(me)
            where ids.Contains(advice.CaseId)
            join author in db.Set<Member>() on new { advice.OrgId, Id = advice.AuthorId } equals new { author.OrgId, author.Id }
            select new
            {
                advice.CaseId,
                View = new AdviceView(advice.Id, advice.AuthorId, author.ShortName, advice.Text, advice.At, advice.AcceptedAt != null,
                    db.Set<Commitment>().Where(c => c.OrgId == advice.OrgId && c.OriginId == advice.Id && c.Origin == CommitmentOrigin.Advice)
                        .Select(c => new PromiseView(c.DueOn)).FirstOrDefault()),
            }).ToListAsync(stop)).ToLookup(advice => advice.CaseId, advice => advice.View);
        var advisers = (await (
            from adviser in db.CaseAdvisers.Of(me)
            where ids.Contains(adviser.CaseId)
            join member in db.Set<Member>() on new { adviser.OrgId, Id = adviser.MemberId } equals new { member.OrgId, member.Id }
            select new { adviser.CaseId, adviser.Position, View = new AdviserView(adviser.MemberId, member.ShortName, adviser.Reason, adviser.ReasonEn) }).ToListAsync(stop))
            .OrderBy(adviser => adviser.Position).ToLookup(adviser => adviser.CaseId, adviser => adviser.View);

        var answers = await FeedAnswers.OfAsync(db, [.. rows.Select(row => row.Case)], advices, stop);

        return [.. rows.Select(row => Of(row.Case, row.ShortName, row.Customer, me, [.. advices[row.Case.Id].Concat(answers[row.Case.Id]).OrderBy(advice => advice.At).ThenBy(advice => advice.Id)], [.. advisers[row.Case.Id]]))];
    }

    public static CaseView Of(Case one, string member, Customer? customer, Me me, IReadOnlyList<AdviceView> advices, IReadOnlyList<AdviserView> advisers) => new(
        one.Id, one.MemberId, member, one.CustomerId, one.CustomerName, customer?.Industry, customer?.Employees, one.Stage, one.KpMet, customer?.VisitsWithoutKp ?? 0, customer?.Grade,
        one.BlockedBy, one.Wanted, one.State, one.Day, one.TimesCarried, one.MemberId == me.Id, advices, advisers, one.VisitId);
}
