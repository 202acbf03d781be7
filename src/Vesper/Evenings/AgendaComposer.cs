namespace Vesper.Evenings;

/// <summary>
/// Composes tonight's agenda from the day: candidates → order → minutes → items. Pure and deterministic; the order of the input lists does
/// not matter. It always fits; nobody's case, story or turn is passed over more than <see cref="EveningOptions.LongestWait"/> times.
/// </summary>
/// <exception cref="ArgumentOutOfRangeException">Fewer minutes than <see cref="EveningOptions.LeastMinutes"/>. More than the hard stop are cut to it.</exception>
static class AgendaComposer
{
    public static Agenda Compose(AgendaDay day, EveningOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Minutes, options.LeastMinutes, nameof(day));
        if (!options.Sound) throw new ArgumentException("The shortest acts do not fit the shortest evening.", nameof(options));

        var cases = CaseQueue.Of(day, options);
        var stories = StoryQueue.Of(day);
        var needs = Needs(day, cases.Count, stories.Count, options);
        var fit = AgendaFit.Of(needs, options);

        var takenCases = Slots.Fill(cases, fit.Cases.Count, one => one.CannotWait(options));
        var takenStories = Slots.Fill(stories, fit.Stories.Count, one => one.CannotWait(options));
        var waiting = StillWaiting(day, takenCases, takenStories, options);

        IEnumerable<AgendaLine> items =
        [
            .. ReliefAct.Items(day, needs, fit, options),
            .. NourishAct.Items(day, takenCases, fit, options),
            .. LiftAct.Items(day, takenStories, waiting, fit, options),
            CheckoutAct.Item(day, fit, options),
        ];
        return new Agenda(needs.Minutes, [.. items.Select((item, index) => item with { Position = index + 1 })],
        [
            .. NourishAct.LeftOut(cases, takenCases, options), .. CaseQueue.Absent(day),
            .. LiftAct.LeftOut(stories, takenStories, options), .. StoryQueue.Absent(day),
        ]);
    }

    /// <summary>Present members, the longest unheard first: the order in which people are asked.</summary>
    public static IEnumerable<AgendaMember> ByWaiting(AgendaDay day) =>
        day.Members.OrderByDescending(member => member.Heard.Waited).ThenBy(member => member.Id);

    static AgendaNeeds Needs(AgendaDay day, int cases, int stories, EveningOptions options)
    {
        var rejected = day.Members.Any(member => member.RejectionLoad > 0);
        var heavy = day.Members.Count(member => member.RejectionLoad >= options.HeavyDay);
        return new AgendaNeeds(Math.Min(day.Minutes, options.HardStop), day.Members.Count, Math.Max(1, cases), Math.Max(1, stories))
        {
            SpokenTurns = rejected ? Math.Max(1, heavy) : 0,
            AskRejections = !rejected && day.Members.All(member => member.Visits == 0),
            Commitments = NourishAct.Commitments(day).Count,
            AskStuck = cases == 0,
            AskProud = stories == 0,
            // Without stories the question of Lift is everyone's turn.
            TurnsWaiting = stories == 0 ? 0 : day.Members.Count(member => member.Heard.Waited >= options.LongestWait),
        };
    }

    static List<AgendaMember> StillWaiting(
        AgendaDay day, IEnumerable<IEnumerable<CaseCandidate>> cases, IEnumerable<IEnumerable<StoryCandidate>> stories, EveningOptions options)
    {
        var heard = cases.SelectMany(slot => slot).Select(one => one.Subject.MemberId)
            .Concat(stories.SelectMany(slot => slot).Select(one => one.Subject.MemberId))
            .ToHashSet();
        return [.. ByWaiting(day).Where(member => member.Heard.Waited >= options.LongestWait && !heard.Contains(member.Id))];
    }
}
