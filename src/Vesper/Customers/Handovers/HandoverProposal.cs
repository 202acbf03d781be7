namespace Vesper.Customers.Handovers;

/// <summary>Why somebody is proposed, or nobody.</summary>
enum HandoverReason { Area, Industry, Room, Team, NobodyHasRoom, Disqualified }

/// <summary>Somebody who could take customers: how many she holds and may hold (null: no limit), where hers are, and what she has won by industry.</summary>
sealed record Taker(Guid Id, Guid TeamId, int Held, int? MostHeld, IReadOnlyDictionary<string, int> Cities, IReadOnlyDictionary<string, int> Won);

/// <summary>A customer to be handed over. Counts: it takes a place of what one may hold.</summary>
sealed record ToGive(Guid CustomerId, Guid TeamId, Grade Grade, string City, string Industry, bool Counts);

sealed record Proposed(Guid CustomerId, Guid? ToId, IReadOnlyList<HandoverReason> Why);

/// <summary>
/// Who takes what (D): area, what she has won in the trade, room, and the team count about alike; what counts most is given first, and each one given makes the next less likely. The
/// same people and customers give the same proposal, and nobody is ever proposed beyond what one may hold.
/// </summary>
static class HandoverProposal
{
    const double Usual = 150;

    public static IReadOnlyList<Proposed> Of(IEnumerable<ToGive> customers, IReadOnlyCollection<Taker> takers)
    {
        var held = takers.ToDictionary(taker => taker.Id, taker => taker.Held);
        var proposed = new List<Proposed>();
        foreach (var customer in customers.OrderBy(customer => customer.Grade).ThenBy(customer => customer.CustomerId))
        {
            if (customer.Grade is Grade.E)
            {
                proposed.Add(new(customer.CustomerId, null, [HandoverReason.Disqualified]));
                continue;
            }
            var best = takers.Where(taker => !customer.Counts || taker.MostHeld is not { } most || held[taker.Id] < most)
                .Select(taker => (taker.Id, Parts: Parts(customer, taker, held[taker.Id])))
                .OrderByDescending(one => one.Parts.Sum(part => part.Points)).ThenBy(one => held[one.Id]).ThenBy(one => one.Id).FirstOrDefault();
            if (best.Parts is null)
            {
                proposed.Add(new(customer.CustomerId, null, [HandoverReason.NobodyHasRoom]));
                continue;
            }
            if (customer.Counts) held[best.Id]++;
            proposed.Add(new(customer.CustomerId, best.Id, [.. best.Parts.Where(part => part.Points >= 0.5).OrderByDescending(part => part.Points).Select(part => part.Why)]));
        }
        return proposed;
    }

    static (HandoverReason Why, double Points)[] Parts(ToGive customer, Taker taker, int held)
    {
        var most = taker.MostHeld ?? Usual;
        return
        [
            (HandoverReason.Area, Share(taker.Cities, customer.City)),
            (HandoverReason.Industry, Share(taker.Won, customer.Industry)),
            (HandoverReason.Room, Math.Max(0, 1 - (held / Math.Max(1.0, most)))),
            (HandoverReason.Team, taker.TeamId == customer.TeamId ? 0.5 : 0),
        ];
    }

    // One of three says little, ten of thirteen much.
    static double Share(IReadOnlyDictionary<string, int> known, string what) => what.Length > 0 && known.TryGetValue(what, out var count) ? count / (count + 2.0) : 0;
}

/// <summary>When two go there together: on workdays from tomorrow on, two a day for each who takes over, before her last day.</summary>
static class Introductions
{
    const int ADay = 2, Longest = 60;

    public static DateOnly? Next(IReadOnlyCollection<DateOnly> taken, DateOnly today, DateOnly? lastDay, Func<DateOnly, bool> works)
    {
        for (var day = today.AddDays(1); day <= today.AddDays(Longest) && (lastDay is null || day <= lastDay); day = day.AddDays(1))
            if (works(day) && taken.Count(one => one == day) < ADay) return day;
        return null;
    }
}
