using Vesper.Customers;

namespace Vesper.Evenings;

/// <summary>
/// The composed agenda as rows that can be kept, with the drafts of the cases and stories it speaks of. Pure: the same day gives the same ids, so
/// what a phone saw before anything was stored is what it finds afterwards.
/// </summary>
sealed class EveningPlan
{
    readonly Evening _evening;
    readonly EveningDay _day;
    readonly EveningOptions _options;

    EveningPlan(Evening evening, EveningDay day, EveningOptions options) => (_evening, _day, _options) = (evening, day, options);

    public EveningDay Day => _day;

    /// <summary>The list, then what is left out (position 0).</summary>
    public List<AgendaItem> Items { get; } = [];

    public List<CaseAdviser> Advisers { get; } = [];

    /// <summary>Cases nobody typed: a call for help from a visit, a key person never met. By case id.</summary>
    public Dictionary<Guid, Case> CaseDrafts { get; } = [];

    /// <summary>Stories of today's facts, still without words. By story id.</summary>
    public Dictionary<Guid, Story> StoryDrafts { get; } = [];

    /// <summary>Each case and story for itself, as a line of its own: for a list that was kept before they came.</summary>
    public List<AgendaItem> Singles { get; } = [];

    public static EveningPlan Of(Evening evening, EveningDay day, EveningOptions options, DateTimeOffset now)
    {
        var plan = new EveningPlan(evening, day, options);
        var agenda = AgendaComposer.Compose(day.Agenda, options);
        foreach (var line in agenda.Items)
        {
            plan.Items.Add(plan.Row(line.Act, line.Kind, line.Position, line.Minutes, line.Subjects, line.Reason));
            foreach (var subject in line.Subjects) plan.Note(line.Act, line.Kind, line.Position, subject, line.Reason, now);
            plan.Advisers.AddRange(line.Advisers.Select((hint, nth) => plan.Adviser(plan.CaseId(hint.For), nth, hint)));
        }
        foreach (var left in agenda.LeftOut)
        {
            var kind = left.Act is Act.Nourish ? AgendaKind.Case : AgendaKind.Story;
            plan.Items.Add(plan.Row(left.Act, kind, 0, 0, [left.Subject], left.Reason));
            plan.Note(left.Act, kind, 0, left.Subject, left.Reason, now);
        }
        return plan;
    }

    /// <summary>A signal that found no place waits for nothing, so nothing is kept of it.</summary>
    public bool IsIdleSignal(AgendaItem item) =>
        item is { Position: 0, CaseId: { } caseId } && CaseDrafts.TryGetValue(caseId, out var draft) && draft.VisitId is null && !_day.Agenda.Blocks.Any(block => NamedId.Of("case", block.JournalId) == caseId);

    void Note(Act act, AgendaKind kind, int position, Subject subject, Reason reason, DateTimeOffset now)
    {
        if (kind is not (AgendaKind.Case or AgendaKind.Story)) return;
        Singles.Add(Row(act, kind, position, kind is AgendaKind.Case ? _options.CaseAtLeast : _options.StoryAtLeast, [subject], reason));
        if (kind is AgendaKind.Case && subject.CaseId is null) CaseDrafts[CaseId(subject)] = Draft(subject, now);
        if (kind is AgendaKind.Story && subject.OfferId is null) StoryDrafts[StoryId(subject)] = Draft(subject);
    }

    AgendaItem Row(Act act, AgendaKind kind, int position, int minutes, IReadOnlyList<Subject> about, Reason why)
    {
        var keys = about.Select(subject => kind is AgendaKind.Case ? CaseId(subject) : kind is AgendaKind.Story ? StoryId(subject) : Guid.Empty).Distinct().Order();
        return AgendaRows.New(_evening, act, kind, string.Join(',', keys), [.. about.Select(subject => new AgendaAbout(
            subject.MemberId,
            kind is AgendaKind.Case ? CaseId(subject) : null,
            kind is AgendaKind.Story ? StoryId(subject) : null,
            subject.CommitmentId))], AgendaTitles.Of(kind, about, why), (why.ZhCn, why.En), position, minutes);
    }

    CaseAdviser Adviser(Guid caseId, int nth, AdviserHint hint) => new()
    {
        OrgId = _evening.OrgId, Id = NamedId.Of("adviser", caseId, hint.MemberId), CaseId = caseId, MemberId = hint.MemberId, Position = nth,
        Reason = hint.Reason.ZhCn.To(200), ReasonEn = hint.Reason.En.To(200),
    };

    Guid CaseId(Subject subject) => subject.CaseId
        ?? ((subject.VisitId ?? subject.JournalId) is { } asked ? NamedId.Of("case", asked) : NamedId.Of("case", _evening.Id, subject.MemberId, subject.CustomerId));

    Guid StoryId(Subject subject) => subject.OfferId
        ?? (subject.DealId is { } deal ? NamedId.Of("story", deal) : NamedId.Of("story", _evening.Id, subject.CustomerId));

    Case Draft(Subject subject, DateTimeOffset now) => new()
    {
        OrgId = _evening.OrgId, Id = CaseId(subject), TeamId = _evening.TeamId, MemberId = subject.MemberId!.Value, VisitId = subject.VisitId,
        CustomerId = subject.CustomerId, CustomerName = subject.Customer ?? "", Stage = subject.Stage ?? Stage.Develop, KpMet = subject.KpMet ?? false,
        BlockedBy = (subject.BlockedBy ?? "").To(300), Wanted = "", Day = _evening.Day, CreatedAt = now,
    };

    Story Draft(Subject subject) => new()
    {
        OrgId = _evening.OrgId, Id = StoryId(subject), TeamId = _evening.TeamId, EveningId = _evening.Id, MemberId = subject.MemberId!.Value,
        CustomerId = subject.CustomerId, CustomerName = subject.Customer ?? "", DealId = subject.DealId, Day = _evening.Day,
        Trigger = subject.DealId is not null ? StoryTrigger.Signed
            : _day.Agenda.GradeSteps.Any(step => step.CustomerId == subject.CustomerId && step.From is Grade.C) ? StoryTrigger.CToA : StoryTrigger.BToA,
        Stage = subject.DealId is not null ? Stage.Sign : Stage.Close,
    };
}
