using Vesper.Customers;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>Journals of the past days, answered by the supervisor; one of the last workday waits for him, and of today's one is in.</summary>
sealed class Diaries(DemoRows rows, DemoDays days, Dice dice)
{
    const int Back = 8;

    readonly Dictionary<Guid, string> _names = rows.Customers.ToDictionary(customer => customer.Id, customer => customer.ShortName);
    readonly ILookup<(Guid, DateOnly), Visit> _visits = rows.Visits.Where(visit => visit.Day >= days.Ago(Back)).ToLookup(visit => (visit.MemberId, visit.Day));
    readonly ILookup<(Guid, DateOnly?), Deal> _deals = rows.Deals.Where(deal => deal.ClosedOn >= days.Ago(Back) && deal.State is DealState.Won).ToLookup(deal => (deal.OwnerId, deal.ClosedOn));
    readonly ILookup<(Guid?, DateOnly), GradeChange> _steps = rows.GradeChanges.Where(change => change.Day >= days.Ago(Back)).ToLookup(change => (change.MemberId, change.Day));

    static readonly string[] Wins =
    [
        "在{customer}多问了一句，问出他们明年要换供应商", "{customer}的前台这次主动帮我约了人", "{customer}看完案例，自己提了下次的时间", "把三个版本的差别讲清楚了，{customer}愿意往下谈",
        "{customer}一开口就说没时间，最后聊了二十分钟", "上次在{customer}没见到的人，今天见到了",
    ];

    static readonly string[] Blocks = ["只肯收资料，见不到做主的人", "说同行便宜三成，我接不住", "问到付款就换话题", "方案看了两周，没有下文", "每次都说再等等，问不出在等什么"];

    static readonly string[] Supports = ["要一份同行业的案例", "想要一张老客户的对比表", "周内想请主管一起去一趟", "", "", ""];

    static readonly string[] Replies =
    [
        "先不谈价。下次进门只问一件事：谁最后点头。", "这一步走得好。把他说的原话记下来，周五我们一起看。", "同行便宜三成的那家我见过，晚上分享完留五分钟，我把单子给你。",
        "别再送资料了，约十五分钟，带上那家同行业的案例。", "听到了。换个时间去，下午四点他一般在车间。", "可以，我把下周三下午留出来，陪你去。",
    ];

    public void Write(Cast cast)
    {
        foreach (var crew in cast.Crews)
            for (var ago = Math.Min(Back, days.Past.Count); ago > 0; ago--)
                foreach (var rep in crew.Reps)
                    if (Keep(crew, rep, days.Ago(ago), 17.2 + (dice.Share() * 1.2), dice.Chance(0.6)) is { } journal && !(ago == 1 && rep.ShortName == "佳佳"))
                        Answer(crew, journal, ago);

        // Of today: written without a block, since tonight's three problems are the scene's.
        Keep(cast.East, cast.Named("阿哲"), days.Today, 17.6, blocked: false);
    }

    Journal? Keep(Crew crew, Member rep, DateOnly day, double hour, bool blocked)
    {
        var visits = _visits[(rep.Id, day)].Where(visit => visit.TeamId == crew.Unit.Id).OrderBy(visit => visit.DeviceAt).ToList();
        if (visits.Count == 0) return null;
        var (best, worst) = (visits.MaxBy(visit => (visit.Outcome is VisitOutcome.Won, visit.Outcome is VisitOutcome.Advanced, visit.KpMet is true))!, visits.FindLast(visit => visit.Outcome is VisitOutcome.Open or VisitOutcome.Rejected));
        var at = days.At(day, hour);
        var journal = new Journal
        {
            OrgId = rows.OrgId, Id = dice.Id(at), MemberId = rep.Id, TeamId = crew.Unit.Id, Day = day, SubmittedAt = at, ChangedAt = at, Version = 1,
            Win = Turn(Wins, rep, day).Replace("{customer}", Named(best.CustomerId), StringComparison.Ordinal), Support = dice.Of(Supports),
            Lines = [.. visits.Select(Line), .. Deals(rep, day), .. Grades(rep, day)],
        };
        if (blocked && worst is not null) (journal.Block, journal.BlockCustomerId, journal.BlockCustomerName) = (Turn(Blocks, rep, day), worst.CustomerId, Named(worst.CustomerId));
        rows.Journals.Add(journal);
        rows.SearchRows.Add(new() { OrgId = rows.OrgId, Kind = JournalQueries.Kind, SubjectId = journal.Id, Words = JournalQueries.Words(journal) });
        return journal;
    }

    void Answer(Crew crew, Journal journal, int ago)
    {
        var at = days.At(days.Ago(ago - 1), ago == 1 ? 9.2 : 9.1 + dice.Share());
        journal.AnsweredAt = at;
        rows.JournalReplies.Add(new() { OrgId = rows.OrgId, Id = dice.Id(at), JournalId = journal.Id, AuthorId = crew.Supervisor.Id, Text = dice.Of(Replies), Day = days.Ago(ago - 1), At = at });
    }

    string Named(Guid customerId) => _names[customerId];

    /// <summary>Nobody writes the same two days in a row.</summary>
    static string Turn(string[] words, Member rep, DateOnly day) => words[(rep.ShortName[^1] + day.DayNumber) % words.Length];

    JournalLine Line(Visit visit) => new(JournalLineKind.Visit, visit.Id, visit.CustomerId, Named(visit.CustomerId), visit.DeviceAt)
    {
        Outcome = visit.Outcome, KpMet = visit.KpMet, KpMinutes = visit.KpMinutes, HelpWanted = visit.HelpWanted, Text = visit.NextStep,
    };

    IEnumerable<JournalLine> Deals(Member rep, DateOnly day) => _deals[(rep.Id, day)]
        .Select(deal => new JournalLine(JournalLineKind.Deal, deal.Id, deal.CustomerId, Named(deal.CustomerId), null) { Text = deal.Name, AmountFen = deal.AmountFen });

    IEnumerable<JournalLine> Grades(Member rep, DateOnly day) => _steps[(rep.Id, day)]
        .Select(change => new JournalLine(JournalLineKind.Grade, change.Id, change.CustomerId, Named(change.CustomerId), null) { From = change.From, To = change.To });
}
