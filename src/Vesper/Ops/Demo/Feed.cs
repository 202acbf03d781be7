using Vesper.Customers;
using Vesper.Field;

namespace Vesper.Ops.Demo;

/// <summary>The lines a call leaves in the team's feed.</summary>
static class Feed
{
    public static void Tell(DemoRows rows, Dice dice, DemoDays days, Life life, Call call, Visit visit)
    {
        var won = call.Outcome is VisitOutcome.Won;
        Add(rows, call, life.Customer, visit.Id, won ? FeedKind.Win : FeedKind.Visit, visit.EndedAt!.Value, won ? Won(life) : visit.HelpText, visit);

        if (!won && life.Steps is [.., { To: Grade.A, From: Grade.B or Grade.C } raised] && raised.Day == call.Day)
            Add(rows, call, life.Customer, dice.Id(visit.EndedAt.Value), FeedKind.Grade, days.At(call.Day, call.Hour + 0.9), $"{raised.From} → {raised.To}", null);
    }

    static void Add(DemoRows rows, Call call, Customer customer, Guid id, FeedKind kind, DateTimeOffset at, string text, Visit? visit) => rows.FeedItems.Add(new()
    {
        OrgId = rows.OrgId, Id = id, TeamId = call.TeamId, MemberId = call.Who.Id, MemberName = call.Who.ShortName, Kind = kind,
        CustomerId = customer.Id, CustomerName = customer.ShortName, Outcome = visit?.Outcome, KpMet = visit?.KpMet, KpMinutes = visit?.KpMinutes,
        HelpWanted = visit?.HelpWanted ?? false, Text = text, NextStep = visit?.NextStep ?? "", NextOn = visit?.NextOn, At = at,
    });

    /// <summary>C → A 用了 19 天: how long it took from the first need to ready.</summary>
    static string Won(Life life)
    {
        var (first, ready) = (life.Steps.FirstOrDefault(step => step.To is Grade.C), life.Steps.LastOrDefault(step => step.To is Grade.A));
        return first is not null && ready is not null && ready.Day > first.Day ? $"C → A 用了 {ready.Day.DayNumber - first.Day.DayNumber} 天" : life.Deal?.Name ?? "";
    }

    /// <summary>贺 for a win, 挺 for a refusal, from teammates of that day.</summary>
    public static void React(DemoRows rows, Dice dice, Cast cast, DateTimeOffset since)
    {
        var crews = cast.Crews.ToDictionary(crew => crew.Unit.Id);
        foreach (var item in rows.FeedItems.Where(item => item.At >= since))
        {
            var (kind, most) = item switch
            {
                { Kind: FeedKind.Win } => (ReactionKind.Congratulate, 7),
                { Kind: FeedKind.Grade } => (ReactionKind.Congratulate, 4),
                { Outcome: VisitOutcome.Rejected } => (ReactionKind.Encourage, 4),
                { HelpWanted: true } => (ReactionKind.Heard, 2),
                _ => (ReactionKind.Congratulate, 1),
            };
            var mates = crews[item.TeamId].All.Where(mate => mate.Id != item.MemberId).ToList();
            foreach (var mate in mates.OrderBy(_ => dice.Next()).Take(item.Kind is FeedKind.Win ? dice.Between(4, most) : dice.Below(most + 1)).ToList())
            {
                rows.Reactions.Add(new() { OrgId = rows.OrgId, ItemId = item.Id, MemberId = mate.Id, Kind = kind });
                if (kind is ReactionKind.Encourage && dice.Chance(0.3))
                    rows.Reactions.Add(new() { OrgId = rows.OrgId, ItemId = item.Id, MemberId = mate.Id, Kind = ReactionKind.Heard });
            }
        }
    }

    /// <summary>Oldest first, so that the newest is found first.</summary>
    public static void Index(DemoRows rows)
    {
        var said = rows.Comments.ToLookup(comment => comment.ItemId, comment => comment.Text);
        foreach (var item in rows.FeedItems.OrderBy(item => item.At))
            rows.SearchRows.Add(new() { OrgId = rows.OrgId, Kind = FeedSearch.Kind, SubjectId = item.Id, Words = FeedSearch.Words(item, said[item.Id]) });
    }
}
