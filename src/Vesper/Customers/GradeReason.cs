namespace Vesper.Customers;

/// <summary>The reason of a step in words: what is known, and the days to the customer's own date.</summary>
static class GradeReason
{
    public static string Of(IEnumerable<Fact> facts, DateOnly today)
    {
        var seen = facts.AsSeen();
        var known = new List<string>();
        if (seen.KpMet) known.Add("见到关键人");
        if (seen.Need) known.Add("需求确认");
        if (seen.Budget) known.Add("有预算");
        if (seen.DecisionDate is { } date)
        {
            var days = date.DayNumber - today.DayNumber;
            known.Add(days >= 0 ? $"{days} 天内决定" : "决定日期已到");
        }
        return known.Count == 0 ? "还没有凭据" : string.Join("、", known);
    }
}
