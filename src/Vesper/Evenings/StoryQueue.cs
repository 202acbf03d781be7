using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>A story that could be told tonight. Facts of the day are always told: signed, B→A, C→A (S).</summary>
sealed record StoryCandidate(Subject Subject, StoryCandidate.Kind Is, Reason Why, DateOnly Since, int Waited, int MemberWaited)
{
    /// <summary>In the order they open Lift.</summary>
    public enum Kind { Signed, FromB, FromC, Offer }

    public Guid Key => Subject.OfferId ?? Subject.DealId ?? Subject.CustomerId!.Value;

    public bool IsFact => Is is not Kind.Offer;

    public bool CannotWait(EveningOptions options) => IsFact || Waited >= options.LongestWait;
}

/// <summary>拔尖扶贫: what there is to tell tonight, in the order it is told as far as time goes.</summary>
static class StoryQueue
{
    public static IReadOnlyList<StoryCandidate> Of(AgendaDay day)
    {
        var waited = day.Members.ToDictionary(member => member.Id, member => member.Heard.Waited);

        // Among the signed ones the least heard goes first, never the largest amount.
        return [.. Candidates(day)
            .Where(story => story.IsFact || waited.ContainsKey(story.Subject.MemberId!.Value))
            .Select(story => story with { MemberWaited = waited.GetValueOrDefault(story.Subject.MemberId!.Value) })
            .OrderBy(story => story.Is)
            .ThenByDescending(story => story.Waited)
            .ThenByDescending(story => story.MemberWaited)
            .ThenBy(story => story.Since).ThenBy(story => story.Key)];
    }

    /// <summary>Offers of members who are not here tonight. A fact of the day is told by the others.</summary>
    public static IEnumerable<LeftOut> Absent(AgendaDay day) => Candidates(day)
        .Where(story => !story.IsFact && day.Members.All(member => member.Id != story.Subject.MemberId))
        .OrderBy(story => story.Key)
        .Select(story => new LeftOut(Act.Lift, story.Subject, new Reason(ReasonCode.OwnerAbsent, Member: story.Subject.Member)));

    static IEnumerable<StoryCandidate> Candidates(AgendaDay day)
    {
        foreach (var deal in day.Won)
            yield return new StoryCandidate(
                new Subject(deal.MemberId, deal.Member) { DealId = deal.DealId, CustomerId = deal.CustomerId, Customer = deal.Customer, AmountFen = deal.AmountFen },
                StoryCandidate.Kind.Signed, new Reason(ReasonCode.DealWon, Member: deal.Member, Customer: deal.Customer), day.Day, 0, 0);

        var signed = day.Won.Select(deal => deal.CustomerId).ToHashSet();
        foreach (var raised in day.GradeSteps
            .Where(change => change is { From: Grade.B or Grade.C, To: Grade.A } && !signed.Contains(change.CustomerId))
            .GroupBy(change => change.CustomerId).Select(changes => changes.OrderByDescending(change => change.From).ThenBy(change => change.MemberId).First()))
            yield return new StoryCandidate(
                new Subject(raised.MemberId, raised.Member) { CustomerId = raised.CustomerId, Customer = raised.Customer },
                raised.From is Grade.B ? StoryCandidate.Kind.FromB : StoryCandidate.Kind.FromC,
                new Reason(ReasonCode.GradeRaised, Member: raised.Member, Customer: raised.Customer, Text: raised.From.ToString()), day.Day, 0, 0);

        foreach (var offer in day.Offers)
            yield return new StoryCandidate(
                new Subject(offer.MemberId, offer.Member) { OfferId = offer.Id, CustomerId = offer.CustomerId, Customer = offer.Customer, Text = offer.Text },
                StoryCandidate.Kind.Offer, new Reason(ReasonCode.WantsToShare, 0, offer.TimesCarried, offer.Member), offer.Since, offer.TimesCarried, 0);
    }
}
