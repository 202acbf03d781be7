using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Journals;

static class ReviewReads
{
    public const string Kind = "review";
    const int LastVisits = 20;

    /// <summary>A team's review is read by who hears the team; one held one-to-one by the two alone.</summary>
    public static IQueryable<Review> ReadableBy(this IQueryable<Review> reviews, Me me) => reviews.Of(me)
        .Where(review => review.HostId == me.Id || review.MemberId == me.Id || (review.With == ReviewWith.Team && me.Teams.Contains(review.TeamId)));

    /// <summary>As <see cref="ReadableBy"/>, for the index.</summary>
    public static IReadOnlyList<string> Scopes(Me me) => [Search.Scope('o', me.Id), .. me.Teams.Select(team => Search.Scope('t', team))];

    public static Task IndexAsync(Db db, Review review) => Search.PutAsync(db, review.OrgId, Kind, review.Id, Words(review));

    public static string Words(Review review) => Search.Words(
        review.With is ReviewWith.Team ? [Search.Scope('t', review.TeamId)] : [Search.Scope('o', review.HostId), Search.Scope('o', review.MemberId)],
        [review.CustomerName, review.Industry, .. review.Points.SelectMany(point => new[] { point.Goal, point.Actual, point.Cause, point.Next }), .. review.Promises.Select(promise => promise.Text)]);

    /// <summary>Null: no such deal or visit at this customer.</summary>
    public static async Task<ReviewSubject?> SubjectAsync(Db db, Customer customer, Guid? dealId, Guid? visitId)
    {
        if (dealId is { } deal)
            return await db.Deals.Of(customer.OrgId).FindAsync(deal) is { } sold && sold.CustomerId == customer.Id
                ? new(sold.OwnerId, sold.Stage, sold.State switch { DealState.Won => ReviewOutcome.Won, DealState.Lost => ReviewOutcome.Lost, _ => ReviewOutcome.Open }) : null;
        return visitId is { } visit && await db.Visits.Of(customer.OrgId).FindAsync(visit) is { } made && made.CustomerId == customer.Id
            ? new(made.MemberId, customer.Stage, made.Outcome switch { VisitOutcome.Won => ReviewOutcome.Won, VisitOutcome.Rejected => ReviewOutcome.Lost, _ => ReviewOutcome.Open }) : null;
    }

    public static async Task<ReviewFacts> FactsAsync(Db db, Me me, Customer customer, ReviewSubject subject, CancellationToken stop = default)
    {
        var visits = await db.Visits.Of(me).Where(visit => visit.CustomerId == customer.Id).OrderByDescending(visit => visit.DeviceAt).Take(LastVisits).ToListAsync(stop);
        var deals = await db.Deals.Of(me).Where(deal => deal.CustomerId == customer.Id).OrderByDescending(deal => deal.OpenedOn).ToListAsync(stop);
        var steps = await db.GradeChanges.Of(me).Where(step => step.CustomerId == customer.Id).OrderByDescending(step => step.Day).ThenByDescending(step => step.Id).Take(LastVisits).ToListAsync(stop);
        var facts = await db.Facts.Of(me).Where(fact => fact.CustomerId == customer.Id).OrderByDescending(fact => fact.SeenOn).ThenByDescending(fact => fact.Id).ToListAsync(stop);
        var members = await db.Members.Of(me).Where(member => member.UnitId == customer.TeamId && member.State == MemberState.Active).OrderBy(member => member.Id).ToListAsync(stop);
        var known = visits.Select(visit => visit.MemberId).Append(subject.MemberId).Distinct().ToList();
        var names = await db.Members.Of(me).Where(member => known.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        return new(customer.Id, customer.ShortName, customer.Industry, subject.Stage, subject.Outcome, names.GetValueOrDefault(subject.MemberId, ""), subject.HostedBy(me, customer),
            [.. visits.Select(visit => new ReviewVisit(visit.Id, names.GetValueOrDefault(visit.MemberId, ""), visit.Day, visit.Outcome, visit.KpMet, visit.KpMinutes, visit.NextStep, visit.Note, visit.PhotoIds))],
            [.. deals.Select(DealView.Of)], [.. steps.Select(step => new GradeStepView(step.From, step.To, step.Day, step.Reason))], [.. facts.Select(FactView.Of)],
            [.. members.Select(member => new ReviewMember(member.Id, member.ShortName))]);
    }

    public static async Task<ReviewView> ViewAsync(Db db, Me me, Review review, CancellationToken stop = default)
    {
        var ids = review.Promises.Select(promise => promise.MemberId).Append(review.HostId).Append(review.MemberId).Distinct().ToList();
        var names = await db.Members.Of(me).Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var customer = await db.Customers.VisibleTo(me).FindAsync(review.CustomerId);
        return new(review.Id, customer?.Id, review.CustomerName, names.GetValueOrDefault(review.MemberId, ""), names.GetValueOrDefault(review.HostId, ""), review.With, review.Outcome, review.Stage,
            review.Industry, review.Day, review.Points, [.. review.Promises.Select(promise => new ReviewPromiseView(promise.Id, names.GetValueOrDefault(promise.MemberId, ""), promise.Text, promise.DueOn))],
            customer is null ? null : await FactsAsync(db, me, customer, new(review.MemberId, review.Stage, review.Outcome), stop));
    }
}

/// <summary>The deal or visit under review: whose, at which stage, how it went.</summary>
sealed record ReviewSubject(Guid MemberId, Stage Stage, ReviewOutcome Outcome)
{
    /// <summary>The rep holds hers with the team; who leads her, one-to-one. Null: neither.</summary>
    public ReviewWith? HostedBy(Me me, Customer customer) => me.Id == MemberId ? ReviewWith.Team : me.Sees.Contains(customer.TeamId) ? ReviewWith.OneToOne : null;
}
