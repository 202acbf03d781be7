using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>The evenings a team has held: composed by the real rule from each day, held, and their promises kept or not the next day.</summary>
sealed class PastEvenings(DemoRows rows, DemoDays days, Dice dice, Crew crew, IReadOnlySet<Guid> scripted)
{
    static readonly EveningOptions Options = new();

    readonly Dictionary<Guid, Customer> _customers = rows.Customers.ToDictionary(customer => customer.Id);
    readonly Dictionary<Guid, Contact> _kps = rows.Contacts.Where(contact => contact.Role is ContactRole.Kp1).ToDictionary(contact => contact.CustomerId);
    readonly ILookup<DateOnly, Visit> _visits = rows.Visits.Where(visit => visit.TeamId == crew.Unit.Id).ToLookup(visit => visit.Day);
    readonly ILookup<DateOnly?, Deal> _won = rows.Deals.Where(deal => deal.TeamId == crew.Unit.Id && deal.State is DealState.Won).ToLookup(deal => deal.ClosedOn);
    readonly ILookup<DateOnly, GradeChange> _raised = rows.GradeChanges.Where(change => change.TeamId == crew.Unit.Id && change.To is Grade.A).ToLookup(change => change.Day);
    readonly List<Case> _open = [];
    readonly List<Commitment> _asked = [];
    readonly List<(HashSet<Guid> Present, HashSet<Guid> Nourish, HashSet<Guid> Lift)> _held = [];

    /// <summary>Cases that wait when the last of these evenings ends.</summary>
    public IReadOnlyList<Case> Open => _open;

    public void Hold(DateOnly day, int newCases, Case? extra = null)
    {
        var present = crew.All.Where(member => member == crew.Supervisor || (day >= member.JoinedOn && dice.Chance(0.95))).ToList();
        Answer(day);
        Raise(day, present, newCases);
        if (extra is not null) Bring(extra);

        var evening = Evening.Of(rows.OrgId, crew.Unit.Id, day, Options);
        (evening.State, evening.HostId, evening.Version, evening.OpenedAt) = (EveningState.Closed, crew.Supervisor.Id, dice.Between(9, 16), days.At(day, 18.5 + (dice.Share() * 0.2)));
        rows.Evenings.Add(evening);
        var night = new Night(rows, days, dice, crew, evening, present, Customer);
        var told = Stories(day, present, night);
        var asked = _asked.ToList();
        night.Play(AgendaComposer.Compose(Day(day, present, asked, told), Options), _open, told, asked);

        _asked.RemoveAll(promise => promise.State is CommitmentState.Done or CommitmentState.Changed);
        _asked.AddRange(night.Promised);
        _open.RemoveAll(one => one.State is not CaseState.Open);
        foreach (var waiting in _open.Where(one => present.Any(member => member.Id == one.MemberId) && !night.Taken.Contains(one.Id))) waiting.TimesCarried++;
        _held.Add(([.. present.Select(member => member.Id)], night.HeardIn(Act.Nourish), night.HeardIn(Act.Lift)));
    }

    /// <summary>做了吗: most of what was promised has its answer before the next evening begins.</summary>
    void Answer(DateOnly day)
    {
        foreach (var promise in _asked)
        {
            // What was left yesterday is done by now; on the last evening all of it, so that tonight asks for last night's promises only.
            var luck = promise.Day < days.Before(day) || day == days.Ago(1) ? 0 : dice.Share();
            (promise.State, promise.Result) = luck switch
            {
                < 0.72 => (CommitmentState.Done, dice.Of(promise.Origin is CommitmentOrigin.Duty ? EveningWords.DutyDone : EveningWords.Done)),
                < 0.84 => (CommitmentState.NotYet, dice.Of(EveningWords.NotYet)),
                < 0.93 => (CommitmentState.Changed, dice.Of(EveningWords.Changed)),
                _ => (CommitmentState.Open, ""),
            };
            if (promise.State is not CommitmentState.Open) promise.AnsweredAt = days.At(day, 16.5 + dice.Share());
        }
    }

    void Raise(DateOnly day, List<Member> present, int many)
    {
        foreach (var visit in _visits[day].Where(visit => visit.Outcome is not VisitOutcome.Won && !scripted.Contains(visit.CustomerId) && present.Exists(member => member.Id == visit.MemberId))
            .OrderByDescending(visit => Heard(present.Find(member => member.Id == visit.MemberId)!).Waited >= 2).ThenByDescending(visit => visit.HelpWanted).ThenBy(_ => dice.Next()).DistinctBy(visit => visit.MemberId).Take(many).ToList())
        {
            if (_open.Exists(one => one.MemberId == visit.MemberId)) continue;
            var customer = _customers[visit.CustomerId];
            var stage = customer.Stage;
            var problem = dice.Of(EveningWords.Problems.Where(one => one.Stage == stage).ToList());
            Bring(new()
            {
                OrgId = rows.OrgId, Id = dice.Id(days.At(day, 17.5)), TeamId = crew.Unit.Id, MemberId = visit.MemberId, CustomerId = customer.Id, CustomerName = customer.ShortName,
                Stage = stage, KpMet = visit.KpMet is true, BlockedBy = problem.BlockedBy, Wanted = problem.Wanted, VisitId = visit.HelpWanted ? visit.Id : null, Day = day, CreatedAt = days.At(day, 17.5),
            });
        }
    }

    void Bring(Case one)
    {
        _open.Add(one);
        rows.Cases.Add(one);
    }

    List<Story> Stories(DateOnly day, List<Member> present, Night night)
    {
        var told = _won[day].Where(deal => crew.All.Any(member => member.Id == deal.OwnerId)).Select(deal => night.Draft(deal.OwnerId, _customers[deal.CustomerId], StoryTrigger.Signed, deal.Id)).ToList();
        told.AddRange(_raised[day].Where(change => change is { From: Grade.B or Grade.C, MemberId: not null } && told.TrueForAll(story => story.CustomerId != change.CustomerId))
            .DistinctBy(change => change.CustomerId)
            .Select(change => night.Draft(change.MemberId!.Value, _customers[change.CustomerId], change.From is Grade.C ? StoryTrigger.CToA : StoryTrigger.BToA)));
        if (told.Count == 0 && dice.Chance(0.5) && _visits[day].Where(visit => visit.Outcome is VisitOutcome.Advanced && present.Exists(member => member.Id == visit.MemberId)).ToList() is { Count: > 0 } good)
        {
            var visit = dice.Of(good);
            told.Add(night.Draft(visit.MemberId, _customers[visit.CustomerId], StoryTrigger.Own));
        }
        return told;
    }

    AgendaDay Day(DateOnly day, List<Member> present, List<Commitment> asked, List<Story> told) => new(crew.Unit.Name, day, Options.Minutes,
        [.. present.Select(member => new AgendaMember(member.Id, member.ShortName, _visits[day].Count(visit => visit.MemberId == member.Id),
            _visits[day].Count(visit => visit.MemberId == member.Id && visit.Outcome is VisitOutcome.Rejected), HeardFor(member, day)))])
    {
        Won = [.. told.Where(story => story.DealId is not null).Select(story => new DealWon(story.DealId!.Value, story.MemberId, Name(story.MemberId), story.CustomerId!.Value, story.CustomerName, 0))],
        GradeSteps = [.. told.Where(story => story.Trigger is StoryTrigger.BToA or StoryTrigger.CToA)
            .Select(story => new GradeStep(story.MemberId, Name(story.MemberId), story.CustomerId!.Value, story.CustomerName, story.Trigger is StoryTrigger.CToA ? Grade.C : Grade.B, Grade.A))],
        Offers = [.. told.Where(story => story.Trigger is StoryTrigger.Own).Select(story => new StoryOffer(story.Id, story.MemberId, Name(story.MemberId), story.CustomerName, day, 0, story.CustomerId, story.CustomerName))],
        Cases = [.. _open.Select(one => new OpenCase(one.Id, one.MemberId, Name(one.MemberId), one.CustomerId, one.CustomerName, one.Stage, one.KpMet, one.BlockedBy, one.Wanted, one.Day, one.TimesCarried))],
        Commitments = [.. asked.Select(promise => new CommitmentDue(promise.Id, promise.MemberId, Name(promise.MemberId), promise.Text, promise.DueOn, promise.State, promise.Result.Length > 0 ? promise.Result : null))],
    };

    // On the last evening whoever would have waited too long tonight has her turn, so that tonight's minutes belong to the scene.
    LastHeard HeardFor(Member member, DateOnly day) => day == days.Ago(1) && Heard(member).Waited >= Options.LongestWait - 1 ? new() : Heard(member);

    LastHeard Heard(Member member)
    {
        if (member == crew.Supervisor) return new(Nourish: 1);
        var own = Enumerable.Reverse(_held).Where(night => night.Present.Contains(member.Id)).Take(12).ToList();
        return new(Ago(own.FindIndex(night => night.Nourish.Contains(member.Id))), Ago(own.FindIndex(night => night.Lift.Contains(member.Id))));

        static int? Ago(int index) => index < 0 ? null : index + 1;
    }

    string Name(Guid memberId) => crew.All.First(member => member.Id == memberId).ShortName;

    (string Kp, Customer Customer) Customer(Guid id) => (_kps.TryGetValue(id, out var kp) ? kp.Name[..1] + "总" : "老板", _customers[id]);
}
