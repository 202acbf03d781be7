using Vesper.Customers;
using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>One visit as the rep lived it. Shown are facts for the archive; a decision date in days from that day.</summary>
sealed record Call(Member Who, Guid TeamId, DateOnly Day, double Hour, VisitOutcome Outcome, Said Said, string Purpose = "")
{
    /// <summary>Minutes with the key person; null: not met.</summary>
    public int? KpMinutes { get; init; }
    public int? NextInDays { get; init; }
    public string Help { get; init; } = "";
    public IReadOnlyList<(FactKind Kind, string Text, int? DecidesInDays, long? Fen)> Shown { get; init; } = [];
    public long SignedFen { get; init; }
    public string LostReason { get; init; } = "";
}

/// <summary>A customer through the days: its calls leave visits, facts, grades by the real rule, a deal and lines in the feed.</summary>
sealed class Life(DemoRows rows, DemoDays days, Dice dice, Customer customer, Trade trade, Contact kp)
{
    static readonly GradeOptions Options = new();

    readonly List<FactSeen> _seen = [];
    readonly List<GradeChange> _steps = [];
    DateOnly _graded = customer.GradeSince;

    public Customer Customer => customer;
    public Trade Trade => trade;
    public Contact Kp => kp;
    public Deal? Deal { get; private set; }
    public bool KpMet => kp.MetOn is not null;

    /// <summary>Every change of the grade, the oldest first.</summary>
    public IReadOnlyList<GradeChange> Steps => _steps;

    /// <summary>Lives by a scene's script; chance leaves it alone.</summary>
    public bool Scripted { get; init; }

    public Visit Take(Call call)
    {
        var at = days.At(call.Day, call.Hour);
        Regrade(call.Day.AddDays(-1), "");
        var visit = Visit(call, at);
        rows.Visits.Add(visit);

        var shown = call.Shown.ToList();
        if (call.KpMinutes is not null) shown.Insert(0, (FactKind.KpMet, $"见到{kp.Title}{kp.Name}，{call.KpMinutes} 分钟", null, null));
        foreach (var (kind, text, decides, fen) in shown)
        {
            var date = decides is { } days ? call.Day.AddDays(days) : (DateOnly?)null;
            rows.Facts.Add(new() { OrgId = rows.OrgId, Id = dice.Id(at), CustomerId = customer.Id, Kind = kind, Text = text, Date = date, AmountFen = fen, VisitId = visit.Id, MemberId = call.Who.Id, SeenOn = call.Day });
            _seen.Add(new(kind, call.Day, visit.Id, DecisionDate: date));
        }

        if (call.KpMinutes is not null) kp.MetOn = call.Day;
        customer.VisitsWithoutKp = call.KpMinutes is null ? customer.VisitsWithoutKp + 1 : 0;
        (customer.LastVisitAt, customer.UpdatedAt, customer.NextStep, customer.NextOn) = (at, at, visit.NextStep, visit.NextOn);
        Regrade(call.Day, string.Join("、", shown.Select(fact => Word(fact.Kind))));
        Settle(call);
        Feed.Tell(rows, dice, days, this, call, visit);
        return visit;
    }

    /// <summary>The deal appears when the need is known.</summary>
    public void Open(DateOnly day, Package package) => rows.Deals.Add(Deal = new()
    {
        OrgId = rows.OrgId, Id = dice.Id(days.At(day, 18)), CustomerId = customer.Id, OwnerId = customer.OwnerId!.Value, TeamId = customer.TeamId,
        Name = package.Name, Stage = customer.Stage, State = DealState.Open, AmountFen = package.Fen, OpenedOn = day,
    });

    public void MoveTo(Stage stage)
    {
        customer.Stage = stage;
        if (Deal is { State: DealState.Open } open) open.Stage = stage;
    }

    /// <summary>The grade as the rule sees it on every day on which it could have turned, up to this one.</summary>
    public void Regrade(DateOnly until, string reason)
    {
        if (until < _graded || (_seen.Count == 0 && customer.Grade == Grade.D)) return;
        foreach (var day in Turns(until))
        {
            var grade = Grading.Of(new Facts(_seen), day, Options);
            if (grade == customer.Grade) continue;
            var why = reason.Length > 0 && day == until ? reason : grade < customer.Grade ? "决定的日子近了" : "太久没有新的进展";
            _steps.Add(new()
            {
                OrgId = rows.OrgId, Id = dice.Id(days.At(day, 17.9)), CustomerId = customer.Id, TeamId = customer.TeamId, MemberId = customer.OwnerId,
                From = customer.Grade, To = grade, Reason = why, Day = day,
            });
            rows.GradeChanges.Add(_steps[^1]);
            (customer.Grade, customer.GradeSince) = (grade, day);
        }
        _graded = until;
        _seen.RemoveAll(fact => fact.SeenOn < until.AddDays(-Options.StaleC - 1)); // too old to carry anything
    }

    List<DateOnly> Turns(DateOnly until) => [.. _seen
        .SelectMany(fact => (DateOnly[])[fact.SeenOn.AddDays(Options.StaleA + 1), fact.SeenOn.AddDays(Options.StaleB + 1), fact.SeenOn.AddDays(Options.StaleC + 1)])
        .Concat(_seen.Where(fact => fact.DecisionDate is not null).SelectMany(fact => (int[])[Options.A, Options.B, Options.C], (fact, ahead) => fact.DecisionDate!.Value.AddDays(-ahead)))
        .Where(day => day > _graded && day < until).Append(until).Distinct().Order()];

    void Settle(Call call)
    {
        if (call.Outcome is VisitOutcome.Won && Deal is { } won)
        {
            (won.State, won.ClosedOn, won.Stage, customer.Stage) = (DealState.Won, call.Day, Stage.Sign, Stage.Sign);
            if (call.SignedFen > 0) won.AmountFen = call.SignedFen;
        }
        else if (call.LostReason.Length > 0 && Deal is { State: DealState.Open } lost)
        {
            (lost.State, lost.ClosedOn, lost.LostReason, customer.Stage) = (DealState.Lost, call.Day, call.LostReason, Stage.Develop);
            Deal = null;
        }
    }

    Visit Visit(Call call, DateTimeOffset at)
    {
        var (north, east, accuracy) = Where(call, at);
        var next = call.NextInDays is { } ahead ? days.WorkdayFrom(call.Day.AddDays(ahead)) : (DateOnly?)null;
        var minutes = (call.KpMinutes ?? 0) + dice.Between(call.Outcome is VisitOutcome.Rejected && call.KpMinutes is null ? 3 : 12, 28);
        var ended = days.At(call.Day, call.Hour + (minutes / 60.0));
        return new()
        {
            OrgId = rows.OrgId, Id = dice.Id(at), MemberId = call.Who.Id, TeamId = call.TeamId, CustomerId = customer.Id, Day = call.Day,
            CheckedInAt = at.AddSeconds(dice.Share()), DeviceAt = at, Latitude = north, Longitude = east, Accuracy = accuracy,
            PointKept = north is null ? null : at < days.Now.AddDays(-1) ? PointKept.Rounded : PointKept.Exact,
            EvidenceLevel = north is null ? EvidenceLevel.Weak : EvidenceLevel.Strong, EvidenceReasons = north is null ? [EvidenceReason.NoPosition] : [],
            WordAskedAt = north is null && at > days.Now.AddDays(-1) ? at : null, // she said no to position and asked her supervisor instead
            UnmetReason = call.KpMinutes is null ? (UnmetReason)(at.Minute % 4) : null, LeftAt = ended,
            Purpose = call.Purpose.Length > 0 ? call.Purpose : VisitWords.Purpose(dice, customer.Stage),
            Outcome = call.Outcome, KpMet = call.KpMinutes is not null, KpMinutes = call.KpMinutes, ContactId = call.KpMinutes is null ? null : kp.Id,
            NextStep = call.Said.Next, NextOn = next, HelpWanted = call.Help.Length > 0, HelpText = call.Help, Note = call.Said.Note, EndedAt = ended,
            Facts = [.. call.Shown.Select(fact => new SaidFact(fact.Kind, fact.Text, fact.DecidesInDays is { } decides ? call.Day.AddDays(decides) : null, fact.Fen))],
        };
    }

    // What the product keeps of a position: exact for a day, three decimals after, nothing after 90 days, nothing without consent.
    (double?, double?, double?) Where(Call call, DateTimeOffset at)
    {
        var consent = rows.Consents.Where(one => one.MemberId == call.Who.Id && one.At <= at).MaxBy(one => one.Version)?.Given ?? true;
        if (!consent || at < days.Now.AddDays(-90)) return (null, null, null);
        var digits = at < days.Now.AddDays(-1) ? 3 : 6;
        double Near(double? degrees) => Math.Round(degrees!.Value + ((dice.Share() - 0.5) * 0.0014), digits);
        return (Near(customer.Latitude), Near(customer.Longitude), dice.Between(6, 42));
    }

    static string Word(FactKind kind) => kind switch
    {
        FactKind.KpMet => "见到关键人",
        FactKind.Need => "确认需求",
        FactKind.Budget => "说出预算",
        FactKind.Time => "定了时间",
        _ => "弄清谁拍板",
    };
}

/// <summary>What the organisation sells.</summary>
sealed record Package(string Name, long Fen)
{
    public static readonly Package Start = new("启航版", 29_800_00), Standard = new("标准版", 59_800_00), Flagship = new("旗舰版", 109_200_00);

    public static Package Of(Dice dice, int? employees) => employees switch
    {
        < 80 => dice.Chance(0.8) ? Start : Standard,
        < 200 => dice.Chance(0.7) ? Standard : Start,
        _ => dice.Chance(0.45) ? Flagship : Standard,
    };
}
