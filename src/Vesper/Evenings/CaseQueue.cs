using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>A case that could be taken tonight. Signal: nobody asked, only the visits did (KP未见).</summary>
sealed record CaseCandidate(Subject Subject, string? Industry, DateOnly Since, int Waited, int MemberWaited)
{
    public bool Help { get; init; }
    public int VisitsWithoutKp { get; init; }
    public bool Signal { get; init; }

    public Guid Key => Subject.CaseId ?? Subject.VisitId ?? Subject.JournalId ?? Subject.CustomerId!.Value;

    public bool CannotWait(EveningOptions options) => Waited >= options.LongestWait;

    public Reason Why => this switch
    {
        { VisitsWithoutKp: > 0 } => new Reason(ReasonCode.KpNotMet, VisitsWithoutKp, Waited, Subject.Member, Subject.Customer),
        { Help: true } => new Reason(ReasonCode.HelpWanted, 0, Waited, Subject.Member, Subject.Customer),
        _ => new Reason(ReasonCode.BlockedBy, 0, Waited, Subject.Member, Subject.Customer, string.IsNullOrWhiteSpace(Subject.BlockedBy) ? null : Subject.BlockedBy),
    };
}

/// <summary>补充养分: which cases there are tonight, and in which order they are taken as far as time goes.</summary>
static class CaseQueue
{
    public static IReadOnlyList<CaseCandidate> Of(AgendaDay day, EveningOptions options)
    {
        var waited = day.Members.ToDictionary(member => member.Id, member => member.Heard.Waited);

        var byWaiting = Candidates(day)
            .Where(candidate => waited.ContainsKey(candidate.Subject.MemberId!.Value))
            .Select(candidate => candidate with { MemberWaited = waited[candidate.Subject.MemberId!.Value] })
            .OrderBy(candidate => candidate.Signal)
            .ThenByDescending(candidate => candidate.MemberWaited >= options.LongestWait)
            .ThenByDescending(candidate => candidate.Waited)
            .ThenByDescending(candidate => candidate.MemberWaited)
            .ThenByDescending(candidate => candidate.Help)
            .ThenByDescending(candidate => candidate.VisitsWithoutKp)
            .ThenBy(candidate => candidate.Since).ThenBy(candidate => candidate.Key).ThenBy(candidate => candidate.Subject.MemberId)
            .ToList();

        // What cannot wait comes first; then everyone's first case before anyone's second.
        return [.. byWaiting
            .GroupBy(candidate => candidate.Subject.MemberId)
            .SelectMany(own => own.Select((candidate, nth) => (candidate, nth)))
            .OrderByDescending(one => one.candidate.CannotWait(options))
            .ThenBy(one => one.nth)
            .ThenBy(one => byWaiting.IndexOf(one.candidate))
            .Select(one => one.candidate)];
    }

    /// <summary>Cases whose owner is not here tonight.</summary>
    public static IEnumerable<LeftOut> Absent(AgendaDay day) => Candidates(day)
        .Where(candidate => day.Members.All(member => member.Id != candidate.Subject.MemberId))
        .OrderBy(candidate => candidate.Key).ThenBy(candidate => candidate.Subject.MemberId)
        .Select(candidate => new LeftOut(Act.Nourish, candidate.Subject, new Reason(ReasonCode.OwnerAbsent, Member: candidate.Subject.Member)));

    // One candidate for a member and a customer: an open case takes up today's call for help, the journal's block and the KP未见 of the same customer.
    static IEnumerable<CaseCandidate> Candidates(AgendaDay day)
    {
        var help = day.Help.GroupBy(wanted => (wanted.MemberId, CustomerId: (Guid?)wanted.CustomerId)).ToDictionary(own => own.Key, own => own.MinBy(wanted => wanted.VisitId)!);
        var unseen = day.KpNotMet.GroupBy(signal => (signal.MemberId, CustomerId: (Guid?)signal.CustomerId)).ToDictionary(own => own.Key, own => own.MaxBy(signal => signal.Visits)!);
        var open = day.Cases.Select(one => (one.MemberId, one.CustomerId)).ToHashSet();
        var blocks = day.Blocks.Where(block => block.CustomerId is null || !open.Contains((block.MemberId, block.CustomerId))).ToDictionary(block => (block.MemberId, block.CustomerId));

        foreach (var one in day.Cases)
            yield return new CaseCandidate(About(one), one.Industry, one.Since, one.TimesCarried, 0)
            {
                Help = help.ContainsKey((one.MemberId, one.CustomerId)),
                VisitsWithoutKp = one.KpMet ? 0 : unseen.GetValueOrDefault((one.MemberId, one.CustomerId))?.Visits ?? 0,
            };

        foreach (var (key, one) in help.Where(wanted => !open.Contains(wanted.Key)))
            yield return new CaseCandidate(About(one with { Note = one.Note ?? blocks.GetValueOrDefault(key)?.BlockedBy }), one.Industry, day.Day, 0, 0)
            {
                Help = true,
                VisitsWithoutKp = one.KpMet ? 0 : unseen.GetValueOrDefault(key)?.Visits ?? 0,
            };

        foreach (var (key, one) in blocks.Where(block => !help.ContainsKey(block.Key)))
            yield return new CaseCandidate(About(one), one.Industry, day.Day, 0, 0) { VisitsWithoutKp = one.KpMet ? 0 : unseen.GetValueOrDefault(key)?.Visits ?? 0 };

        foreach (var (_, one) in unseen.Where(signal => !open.Contains(signal.Key) && !help.ContainsKey(signal.Key) && !blocks.ContainsKey(signal.Key)))
            yield return new CaseCandidate(About(one), one.Industry, day.Day, 0, 0) { Signal = true, VisitsWithoutKp = one.Visits };
    }

    static Subject About(OpenCase one) => new(one.MemberId, one.Member)
    {
        CaseId = one.Id, CustomerId = one.CustomerId, Customer = one.Customer, Stage = one.Stage, KpMet = one.KpMet, BlockedBy = one.BlockedBy, Wanted = one.Wanted,
    };

    static Subject About(HelpWanted one) => new(one.MemberId, one.Member)
    {
        VisitId = one.VisitId, CustomerId = one.CustomerId, Customer = one.Customer, Stage = one.Stage, KpMet = one.KpMet, BlockedBy = one.Note,
    };

    static Subject About(JournalBlock one) => new(one.MemberId, one.Member)
    {
        JournalId = one.JournalId, CustomerId = one.CustomerId, Customer = one.Customer, Stage = one.Stage, KpMet = one.KpMet, BlockedBy = one.BlockedBy,
    };

    static Subject About(KpNotMet one) => new(one.MemberId, one.Member)
    {
        CustomerId = one.CustomerId, Customer = one.Customer, Stage = one.Stage, KpMet = false,
    };
}
