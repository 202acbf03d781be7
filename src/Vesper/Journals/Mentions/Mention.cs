namespace Vesper.Journals.Mentions;

/// <summary>Something a sentence names. Text: a person's name (王总), or what is needed; Quote: the words it stands in. AmountFen: in fen. Date: the last day meant.</summary>
sealed record Mention(ProposalKind Kind, string Text, string Quote)
{
    public string Title { get; init; } = "";
    public string Phone { get; init; } = "";
    public long? AmountFen { get; init; }
    public DateOnly? Date { get; init; }
}

/// <summary>
/// Reads what somebody wrote of a customer: people, needs, budgets, decision dates, by plain rules (D). A false find is worse than a miss: whatever could be
/// read two ways is left alone, and a person decides in any case.
/// </summary>
static class Spoken
{
    /// <param name="day">The day it was written, from which 下周三 and 月底 are counted.</param>
    /// <param name="ours">Names of our own people, who are nobody's contacts: 陈主管.</param>
    /// <param name="ofCustomer">All of it speaks of the customer (a visit's note), so a sentence without a subject is about him.</param>
    public static IReadOnlyList<Mention> In(string? text, DateOnly day, IReadOnlyCollection<string> ours, bool ofCustomer)
    {
        var found = new List<Mention>();
        foreach (var sentence in Split(text, "。！!；;\n"))
        {
            found.AddRange(People.In(sentence, ours));
            foreach (var clause in Split(sentence, "，,、：:"))
            {
                if (Budgets.In(clause) is { } budget) found.Add(budget);
                if (DecisionDates.In(clause, day) is { } date) found.Add(date);
                if (Needs.In(clause, ofCustomer) is { } need) found.Add(need);
            }
        }
        // Where somebody is named, a number beside it may be his: only who is read wrong is worse than who is missed.
        if (text is not null && !found.Exists(mention => mention.Kind is ProposalKind.Contact) && !ours.Any(name => name.Length > 0 && text.Contains(name, StringComparison.Ordinal)) && People.Unnamed(text) is { } unnamed) found.Add(unnamed);
        return [.. found.DistinctBy(mention => (mention.Kind, mention.Text, mention.AmountFen, mention.Date))];
    }

    static string[] Split(string? text, string at) => (text ?? "").Split(at.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Who is not sure, or says that it is not so, gives no fact.</summary>
    public static bool Doubtful(string clause) => Doubts.Any(doubt => clause.Contains(doubt, StringComparison.Ordinal));

    static readonly string[] Doubts = ["吗", "？", "?", "可能", "估计", "也许", "大概", "好像", "说不定", "不知道", "不确定", "听说", "如果", "要是"];
}
