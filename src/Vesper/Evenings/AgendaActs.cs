namespace Vesper.Evenings;

/// <summary>倒垃圾: mood for all, a spoken round when the day was hard. Nobody is named: names are the speaker's own choice.</summary>
static class ReliefAct
{
    public static IEnumerable<AgendaLine> Items(AgendaDay day, AgendaNeeds needs, AgendaFit fit, EveningOptions options)
    {
        yield return new AgendaLine(0, Act.Relief, AgendaKind.Mood, fit.Mood, [], new Reason(Mood(day, options)));

        if (fit.Relief == 0) yield break;
        yield return needs.AskRejections
            ? new AgendaLine(0, Act.Relief, AgendaKind.Questions, fit.Relief, [], new Reason(ReasonCode.AskRejections))
            : new AgendaLine(0, Act.Relief, AgendaKind.SpokenRound, fit.Relief, [], new Reason(ReasonCode.SpokenRound, options.SpokenTurn));
    }

    static ReasonCode Mood(AgendaDay day, EveningOptions options) => day.Members.Sum(member => member.RejectionLoad) switch
    {
        0 => ReasonCode.QuietDay,
        _ when day.Members.Any(member => member.RejectionLoad >= options.HeavyDay) => ReasonCode.HardDay,
        _ => ReasonCode.AnyDay,
    };
}

/// <summary>补充养分: first what came of yesterday's advice, then one to three cases.</summary>
static class NourishAct
{
    public static IEnumerable<AgendaLine> Items(AgendaDay day, IReadOnlyList<IReadOnlyList<CaseCandidate>> cases, AgendaFit fit, EveningOptions options)
    {
        if (Commitments(day) is { Count: > 0 } commitments)
            yield return new AgendaLine(0, Act.Nourish, AgendaKind.Commitments, fit.Commitments, [.. commitments.Select(About)], Why(commitments));

        if (cases.Count == 0)
            yield return Question.Item(day, Act.Nourish, ReasonCode.AskStuck, fit.Cases[0], options);

        var advisers = Advisers.For(cases.SelectMany(slot => slot).Select(one => (one.Subject, one.Industry)), Present(day), options);
        foreach (var (slot, minutes) in cases.Zip(fit.Cases))
            yield return new AgendaLine(0, Act.Nourish, AgendaKind.Case, minutes, [.. slot.Select(one => one.Subject)], slot switch
            {
                [var one] => one.Why,
                _ => new Reason(ReasonCode.SideBySide, slot.Count),
            })
            {
                Advisers = [.. advisers.Where(hint => slot.Any(one => ReferenceEquals(one.Subject, hint.For)))],
            };
    }

    public static IEnumerable<LeftOut> LeftOut(IReadOnlyList<CaseCandidate> all, IReadOnlyList<IReadOnlyList<CaseCandidate>> taken, EveningOptions options)
    {
        var tonight = taken.SelectMany(slot => slot).ToHashSet();
        var owners = tonight.Select(one => one.Subject.MemberId).ToHashSet();
        // What people asked for themselves is all named; of what only the visits signal, a few that the host may still take up.
        var left = all.Where(one => !tonight.Contains(one)).ToList();
        return left.Where(one => !one.Signal).Concat(left.Where(one => one.Signal).Take(options.SignalsShown)).Select(one => new LeftOut(Act.Nourish, one.Subject, one switch
        {
            { Signal: true } => new Reason(ReasonCode.OwnQuestionsFirst),
            _ when owners.Contains(one.Subject.MemberId) => new Reason(ReasonCode.OneCaseEach, options.LongestWait - one.Waited - 1, Member: one.Subject.Member),
            _ => new Reason(ReasonCode.OthersWaitedLonger, options.LongestWait - one.Waited - 1),
        }));
    }

    /// <summary>Answers first, then what is still to be asked of those who are here.</summary>
    public static IReadOnlyList<CommitmentDue> Commitments(AgendaDay day) => [.. day.Commitments
        .Where(due => due.Answer is not CommitmentState.Open || day.Members.Any(member => member.Id == due.MemberId))
        .OrderBy(due => due.Answer is CommitmentState.Open).ThenBy(due => due.Due).ThenBy(due => due.Id)];

    static Reason Why(IReadOnlyList<CommitmentDue> commitments) => commitments.Count(due => due.Answer is not CommitmentState.Open) switch
    {
        0 => new Reason(ReasonCode.CommitmentsAsked, commitments.Count),
        var answers => new Reason(ReasonCode.CommitmentsAnswered, answers),
    };

    static Subject About(CommitmentDue due) => new(due.MemberId, due.Member) { CommitmentId = due.Id, Text = due.Text, Wanted = due.Result, Answer = due.Answer };

    static List<Adviser> Present(AgendaDay day) =>
        [.. day.Advisers.Where(adviser => day.Members.Any(member => member.Id == adviser.MemberId)).OrderBy(adviser => adviser.MemberId)];
}

/// <summary>拔尖扶贫: facts of the day, then who wants to share, then whoever has not been heard for too long.</summary>
static class LiftAct
{
    public static IEnumerable<AgendaLine> Items(
        AgendaDay day, IReadOnlyList<IReadOnlyList<StoryCandidate>> stories, IReadOnlyList<AgendaMember> waiting, AgendaFit fit, EveningOptions options)
    {
        if (stories.Count == 0)
        {
            yield return Question.Item(day, Act.Lift, ReasonCode.AskProud, fit.Stories[0], options);
            yield break;
        }

        foreach (var (slot, minutes) in stories.Zip(fit.Stories))
            yield return new AgendaLine(0, Act.Lift, AgendaKind.Story, minutes, [.. slot.Select(one => one.Subject)], slot switch
            {
                [var one] => one.Why,
                _ when slot.All(one => one.IsFact) => new Reason(ReasonCode.GoodNews, slot.Count),
                _ => new Reason(ReasonCode.SideBySide, slot.Count),
            });

        if (waiting.Count > 0)
            yield return new AgendaLine(0, Act.Lift, AgendaKind.Questions, fit.Turns,
                [.. waiting.Select(member => new Subject(member.Id, member.Name))], Why(waiting));
    }

    // Waited 0 says: never heard at all. In a mixed group the longest known wait speaks.
    static Reason Why(IReadOnlyList<AgendaMember> waiting) => new(ReasonCode.TurnsWaiting, waiting.Count, Member: waiting[0].Name)
    {
        Waited = waiting.Select(member => member.Heard.Waited).Where(waited => waited < int.MaxValue).DefaultIfEmpty().Max(),
    };

    public static IEnumerable<LeftOut> LeftOut(IReadOnlyList<StoryCandidate> all, IReadOnlyList<IReadOnlyList<StoryCandidate>> taken, EveningOptions options)
    {
        var tonight = taken.SelectMany(slot => slot).ToHashSet();
        var code = tonight.Any(one => one.IsFact) ? ReasonCode.OthersToldToday : ReasonCode.OthersWaitedLonger;
        return all.Where(one => !tonight.Contains(one))
            .Select(one => new LeftOut(Act.Lift, one.Subject, new Reason(code, options.LongestWait - one.Waited - 1)));
    }
}

/// <summary>了解成员: everyone present, in the order of who was heard least.</summary>
static class CheckoutAct
{
    public static AgendaLine Item(AgendaDay day, AgendaFit fit, EveningOptions options)
    {
        var seconds = Math.Min(options.CheckoutSeconds, fit.Checkout * 60 / Math.Max(1, day.Members.Count));
        return new AgendaLine(0, Act.Checkout, AgendaKind.Checkout, fit.Checkout,
            [.. AgendaComposer.ByWaiting(day).Select(member => new Subject(member.Id, member.Name))],
            seconds < options.CheckoutLeastSeconds ? new Reason(ReasonCode.CheckoutTogether) : new Reason(ReasonCode.Checkout, seconds));
    }
}

/// <summary>An act without material asks its question: 卡在哪一家 · 今天最得意的一件.</summary>
static class Question
{
    /// <summary>As many as the minutes allow, the least heard first; whoever cannot wait is asked in any case.</summary>
    public static AgendaLine Item(AgendaDay day, Act act, ReasonCode question, int minutes, EveningOptions options)
    {
        var overdue = day.Members.Count(member => member.Heard.Waited >= options.LongestWait);
        var asked = AgendaComposer.ByWaiting(day).Take(Math.Max(overdue, minutes * 60 / options.AnswerSeconds));
        return new AgendaLine(0, act, AgendaKind.Questions, minutes, [.. asked.Select(member => new Subject(member.Id, member.Name))], new Reason(question));
    }
}
