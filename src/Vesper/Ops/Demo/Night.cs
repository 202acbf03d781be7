using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>One past evening as it went: its agenda item by item, advice given and taken, stories told, promises made, everyone's way home.</summary>
sealed class Night(DemoRows rows, DemoDays days, Dice dice, Crew crew, Evening evening, IReadOnlyList<Member> present, Func<Guid, (string Kp, Customer Customer)> about)
{
    readonly List<AgendaItem> _items = [];

    public List<Commitment> Promised { get; } = [];
    public HashSet<Guid> Taken { get; } = [];

    public HashSet<Guid> HeardIn(Act act) => [.. _items.SelectMany(item => item.Subjects).Where(subject => subject.Heard && subject.Act == act).Select(subject => subject.MemberId!.Value)];

    public Story Draft(Guid memberId, Customer customer, StoryTrigger trigger, Guid? dealId = null)
    {
        var tale = dice.Of(EveningWords.Tales);
        var kp = about(customer.Id).Kp;
        return new()
        {
            OrgId = rows.OrgId, Id = dealId is null ? dice.Id(evening.OpenedAt!.Value) : NamedId.Of("story", dealId), TeamId = crew.Unit.Id, MemberId = memberId, CustomerId = customer.Id,
            CustomerName = customer.ShortName, DealId = dealId, Trigger = trigger, Day = evening.Day, EveningId = evening.Id,
            Stage = trigger is StoryTrigger.Signed ? Stage.Sign : trigger is StoryTrigger.Own ? Stage.Follow : Stage.Close,
            How = tale.How.Fill(kp, customer.ShortName), Methods = tale.Methods, Learned = tale.Learned,
        };
    }

    public void Play(Agenda agenda, IReadOnlyList<Case> cases, IReadOnlyList<Story> stories, IReadOnlyList<Commitment> asked)
    {
        var clock = evening.OpenedAt!.Value;
        foreach (var line in agenda.Items)
        {
            var (caseOf, storyOf) = (cases.ToDictionary(one => one.Id), stories.ToLookup(story => story.MemberId));
            var item = AgendaRows.New(evening, line.Act, line.Kind, string.Join(',', line.Subjects.Select(subject => subject.CaseId ?? subject.OfferId ?? subject.DealId ?? subject.CustomerId).Order()),
                [.. line.Subjects.Select(subject => new AgendaAbout(subject.MemberId, line.Kind is AgendaKind.Case ? subject.CaseId : null,
                    line.Kind is AgendaKind.Story ? storyOf[subject.MemberId!.Value].FirstOrDefault(story => story.CustomerId == subject.CustomerId)?.Id : null, subject.CommitmentId))],
                AgendaTitles.Of(line.Kind, line.Subjects, line.Reason), (line.Reason.ZhCn, line.Reason.En), line.Position, line.Minutes);
            (item.State, item.StartedAt, item.EndedAt) = (ItemState.Done, clock, clock += TimeSpan.FromMinutes(line.Minutes * (0.8 + (dice.Share() * 0.35))));
            foreach (var subject in item.Subjects) subject.Heard = line.Kind is AgendaKind.Case or AgendaKind.Story or AgendaKind.Questions && present.Any(member => member.Id == subject.MemberId);
            _items.Add(item);
            rows.AgendaItems.Add(item);
            rows.AgendaSubjects.AddRange(item.Subjects);

            foreach (var one in item.Subjects.Where(subject => subject.CaseId is not null)) Nourish(caseOf[one.CaseId!.Value], item);
            foreach (var one in item.Subjects.Where(subject => subject.StoryId is not null)) Lift(stories.First(story => story.Id == one.StoryId), item);
        }
        evening.ClosedAt = clock;
        rows.Stories.AddRange(stories.Where(story => story.ToldAt is not null));
        GoHome();
    }

    void Nourish(Case one, AgendaItem item)
    {
        Taken.Add(one.Id);
        var words = EveningWords.Problems.FirstOrDefault(problem => problem.BlockedBy == one.BlockedBy)?.Advices ?? Scenes.AdvicesFor(one.BlockedBy);
        var authors = present.Where(member => member.Id != one.MemberId).OrderBy(_ => dice.Next()).ToList();
        var advices = words.Zip(authors).Take(dice.Between(2, 4)).Select((pair, nth) => new Advice
        {
            OrgId = rows.OrgId, Id = dice.Id(item.StartedAt!.Value), CaseId = one.Id, EveningId = evening.Id, AuthorId = pair.Second.Id, Text = pair.First, At = item.StartedAt.Value.AddSeconds(40 + (nth * 35)),
        }).ToList();
        rows.Advices.AddRange(advices);

        if (dice.Chance(0.83) || one.BlockedBy == Scenes.QinghesProblem)
        {
            var (taken, on) = (one.BlockedBy == Scenes.QinghesProblem ? advices[0] : dice.Of(advices), item.EndedAt!.Value);
            taken.AcceptedAt = on;
            one.State = CaseState.Answered;
            Promise(one.MemberId, CommitmentOrigin.Advice, taken.Id, one.CustomerId, one.CustomerName, taken.Text, on);
        }
        else
        {
            var duty = one.BecomeDuty(crew.Supervisor.Id, crew.All.First(member => member.Id == one.MemberId).ShortName, evening, days.Calendar.Next(evening.Day), item.EndedAt!.Value);
            Promised.Add(duty);
            rows.Commitments.Add(duty);
        }
    }

    void Lift(Story story, AgendaItem item)
    {
        story.ToldAt = item.StartedAt;
        foreach (var listener in present.Where(member => member.Id != story.MemberId && member != crew.Supervisor))
        {
            var luck = dice.Share();
            if (luck < 0.6) rows.StoryThanks.Add(new() { OrgId = rows.OrgId, Id = dice.Id(item.EndedAt!.Value), StoryId = story.Id, MemberId = listener.Id, At = item.EndedAt.Value });
            if (luck < 0.2 && Promised.Count(promise => promise.Origin is CommitmentOrigin.Story) < 2 && Promised.Count < 4) Promise(listener.Id, CommitmentOrigin.Story, story.Id, null, "", dice.Of(EveningWords.Tries), item.EndedAt!.Value);
        }
    }

    void Promise(Guid memberId, CommitmentOrigin origin, Guid originId, Guid? customerId, string customerName, string text, DateTimeOffset at)
    {
        var promise = new Commitment
        {
            OrgId = rows.OrgId, Id = dice.Id(at), TeamId = crew.Unit.Id, MemberId = memberId, EveningId = evening.Id, Origin = origin, OriginId = originId,
            CustomerId = customerId, CustomerName = customerName, Text = text, DueOn = days.Calendar.Next(evening.Day), Day = evening.Day, CreatedAt = at,
        };
        Promised.Add(promise);
        rows.Commitments.Add(promise);
    }

    void GoHome()
    {
        foreach (var member in crew.All)
        {
            var own = Promised.Find(promise => promise.MemberId == member.Id);
            rows.Attendances.Add(new()
            {
                OrgId = rows.OrgId, Id = NamedId.Of("attendance", evening.Id, member.Id), EveningId = evening.Id, MemberId = member.Id, Present = present.Contains(member), At = evening.OpenedAt!.Value,
                Takeaway = !present.Contains(member) ? null : own?.Origin switch { CommitmentOrigin.Advice => Takeaway.Advice, CommitmentOrigin.Story => Takeaway.Try, CommitmentOrigin.Duty => Takeaway.Commitment, _ => Takeaway.Thanks },
            });
        }
    }
}
