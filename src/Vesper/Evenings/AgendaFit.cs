namespace Vesper.Evenings;

/// <summary>What tonight asks for, as counts. Cases and Stories are at least 1: an act without material asks its question.</summary>
sealed record AgendaNeeds(int Minutes, int Members, int Cases, int Stories)
{
    public int SpokenTurns { get; init; }
    public bool AskRejections { get; init; }
    public int Commitments { get; init; }
    public int TurnsWaiting { get; init; }
    public bool AskStuck { get; init; }
    public bool AskProud { get; init; }
}

/// <summary>The minutes of each part; 0 means that it is not held. Their sum is at most what there is.</summary>
sealed record AgendaFit(int Mood, int Relief, int Commitments, IReadOnlyList<int> Cases, IReadOnlyList<int> Stories, int Turns, int Checkout)
{
    public static AgendaFit Of(AgendaNeeds needs, EveningOptions options)
    {
        // 1. The shortest form of everything that must be held. EveningOptions.Sound says that it fits.
        var checkout = Math.Clamp(Up(needs.Members * options.CheckoutSeconds, 60), 1, Math.Max(1, needs.Minutes / options.CheckoutShare));
        var commitments = needs.Commitments > 0 ? EveningOptions.ShortestCommitments : 0;
        var turns = needs.TurnsWaiting > 0 ? EveningOptions.ShortestTurns : 0;
        List<int> cases = [options.CaseAtLeast], stories = [options.StoryAtLeast];
        var left = needs.Minutes - checkout - options.Mood - commitments - turns - cases[0] - stories[0];

        // 2. Relief, in proportion when the evening is short.
        var relief = Take(ReliefAfterMood(needs, options));

        // 3. Comfort for what is held, then more cases and stories in turn, as long as they are comfortable too.
        cases[0] += Take(options.Case - options.CaseAtLeast);
        stories[0] += Take(options.Story - options.StoryAtLeast);
        commitments += Take(Math.Min(Up(needs.Commitments, options.CommitmentsAMinute), 2) - commitments);
        turns += Take(Math.Min(needs.TurnsWaiting, options.TurnsAtMost) - turns);
        bool changed;
        do changed = More(cases, Math.Min(needs.Cases, options.MostCases), options.Case) | More(stories, Math.Min(needs.Stories, options.MostStories), options.Story);
        while (changed);

        // 4. What is still left makes them longer, a minute each in turn.
        do changed = Longer(cases, needs.AskStuck ? options.QuestionAtMost : options.CaseAtMost) | Longer(stories, needs.AskProud ? options.QuestionAtMost : options.StoryAtMost);
        while (changed);

        return new AgendaFit(options.Mood, relief, commitments, cases, stories, turns, checkout);

        int Take(int wanted)
        {
            var taken = Math.Clamp(wanted, 0, left);
            left -= taken;
            return taken;
        }

        bool More(List<int> slots, int most, int minutes)
        {
            if (slots.Count >= most || left < minutes) return false;
            slots.Add(Take(minutes));
            return true;
        }

        bool Longer(List<int> slots, int most)
        {
            var before = left;
            for (var i = 0; i < slots.Count; i++)
                if (slots[i] < most) slots[i] += Take(1);
            return left < before;
        }
    }

    static int ReliefAfterMood(AgendaNeeds needs, EveningOptions options)
    {
        if (needs.AskRejections) return options.SpokenTurn;

        var share = Math.Min(options.Relief, options.Relief * needs.Minutes / options.Minutes) - options.Mood;
        var turns = Math.Min(needs.SpokenTurns, share / options.SpokenTurn);
        return turns * options.SpokenTurn;
    }

    static int Up(int amount, int by) => (amount + by - 1) / by;
}
