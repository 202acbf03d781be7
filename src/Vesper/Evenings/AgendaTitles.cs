using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>What stands large on the stage for an item; the reason stands small below it.</summary>
static class AgendaTitles
{
    const int Longest = 300;

    public static (string ZhCn, string En) Of(AgendaKind kind, IReadOnlyList<Subject> subjects, Reason why)
    {
        var (zhCn, en) = kind switch
        {
            AgendaKind.Mood => ("今天心情如何？", "How was today?"),
            AgendaKind.SpokenRound => ("想说的人说一说", "Whoever wants to speaks"),
            AgendaKind.Commitments => ("上次说好的，做了吗？", "What we agreed: did it work?"),
            AgendaKind.Questions when why.Code is ReasonCode.TurnsWaiting => ("今天最得意的一件？", "What are you proudest of today?"),
            AgendaKind.Questions => (why.ZhCn, why.En),
            AgendaKind.Checkout => ("明天第一家去哪，今晚带走什么？", "Tomorrow's first visit, and what you take home?"),
            AgendaKind.Case => (Many(subjects, OfCase), Many(subjects, OfCaseEn)),
            AgendaKind.Story => (Many(subjects, OfStory), Many(subjects, OfStoryEn)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no title for this kind"),
        };
        return (zhCn.To(Longest), en.To(Longest));
    }

    static string Many(IReadOnlyList<Subject> subjects, Func<Subject, string> title) => string.Join(" · ", subjects.Select(title));

    static string OfCase(Subject one) => one switch
    {
        // Whoever names the customer in her own words needs no heading.
        { BlockedBy: { Length: > 0 } blocked, Customer: { Length: > 0 } customer } when !Names(blocked, customer) => $"{customer}：{blocked}",
        { BlockedBy: { Length: > 0 } blocked } => blocked,
        { KpMet: false } => $"怎么见到{one.Customer}的关键人？",
        _ => $"{one.Customer}卡在哪里？",
    };

    static string OfCaseEn(Subject one) => one switch
    {
        { BlockedBy: { Length: > 0 } blocked, Customer: { Length: > 0 } customer } when !Names(blocked, customer) => $"{customer}: {blocked}",
        { BlockedBy: { Length: > 0 } blocked } => blocked,
        { KpMet: false } => $"How to meet the key person of {one.Customer}?",
        _ => $"What blocks us at {one.Customer}?",
    };

    static bool Names(string words, string customer) => words.Contains(customer, StringComparison.OrdinalIgnoreCase);

    static string OfStory(Subject one) => one switch
    {
        { DealId: not null } => $"{one.Member}签下{one.Customer}",
        { OfferId: not null, Customer: { Length: > 0 } customer } => $"{one.Member}想讲{customer}",
        { OfferId: not null } => $"{one.Member}想分享",
        _ => $"{one.Member}把{one.Customer}推进到 A",
    };

    static string OfStoryEn(Subject one) => one switch
    {
        { DealId: not null } => $"{one.Member} signed {one.Customer}",
        { OfferId: not null, Customer: { Length: > 0 } customer } => $"{one.Member} tells of {customer}",
        { OfferId: not null } => $"{one.Member} wants to share",
        _ => $"{one.Member} brought {one.Customer} to A",
    };
}
