using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Relief;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Reads an evening for a phone or the stage: composed from today's facts as long as nobody stored it, the kept rows afterwards.</summary>
sealed class EveningScreen(Db db, EventLog log, EveningOptions options, TimeProvider time)
{
    public DateOnly Today(Me me) => me.DayOf(time.GetUtcNow());

    /// <summary>The team whose evening she goes to: her own, or for a manager above teams the first of them.</summary>
    public async Task<Guid> HomeTeamAsync(Me me, CancellationToken stop) => me.Role is not Role.Manager
        ? me.TeamId
        : await db.Units.Of(me).Where(unit => me.Teams.Contains(unit.Id) && unit.Kind == UnitKind.Team)
            .OrderByDescending(unit => unit.Id == me.TeamId).ThenBy(unit => unit.Position).ThenBy(unit => unit.Id).Select(unit => (Guid?)unit.Id).FirstOrDefaultAsync(stop) ?? me.TeamId;

    public async Task<EveningView?> OfAsync(Me me, Guid id, CancellationToken stop) =>
        await db.EveningAsync(me, id, Today(me), options, stop) is { } evening ? await OfAsync(me, evening, stop) : null;

    public async Task<EveningView?> OfTeamAsync(Me me, Guid teamId, DateOnly day, CancellationToken stop)
    {
        if (!me.Hears(teamId)) return null;
        var id = NamedId.OfEvening(teamId, day);
        return await OfAsync(me, await db.Evenings.Of(me).FirstOrDefaultAsync(e => e.Id == id, stop) ?? Evening.Of(me.OrgId, teamId, day, options), stop);
    }

    async Task<EveningView?> OfAsync(Me me, Evening evening, CancellationToken stop)
    {
        // The cursor first: what happens while we read is heard again afterwards, never missed.
        var cursor = await log.NowAsync(stop);
        var now = time.GetUtcNow();
        var items = await db.AgendaAsync(evening, stop);
        if (evening.State is EveningState.Planned)
        {
            if (await db.PlanAsync(evening, options, now, stop) is not { } plan) return null;
            if (items.Count == 0) items = plan.Items;
            else items.LetIn([.. plan.Singles.Where(item => !plan.IsIdleSignal(item))], options);
        }
        var (team, people) = await PeopleAsync(me, evening, items, stop);
        var names = people.ToDictionary(person => person.Id, person => person.Name);
        var host = evening.HostId ?? people.FirstOrDefault(person => person is { InTeam: true, Role: Role.Supervisor })?.Id;
        var current = items.FirstOrDefault(item => item.Id == evening.CurrentItemId);
        var minutes = items.OnList().Sum(item => item.Minutes);

        return new(evening.Id, evening.TeamId, team, evening.Day, evening.State, minutes, options.HardStop, Overtime(evening, me, now, minutes), evening.Version, cursor.ToString(), now,
            host, host is { } hostId ? names.GetValueOrDefault(hostId) : null, evening.MayHost(me), evening.State is EveningState.Open && evening.HostId == me.Id,
            evening.OpenedAt, evening.ClosedAt, evening.CurrentItemId,
            [.. items.OnList().Select(item => Item(item, names))],
            [.. items.Where(item => item.Position == 0).Select(item => new LeftOutView(
                item.Id, item.Kind, item.Title, item.TitleEn, item.Reason, item.ReasonEn, item.MemberId, item.CaseId, item.StoryId, item.State))],
            [.. people.Where(person => person.InTeam || person.Present).Select(person => new AttendeeView(person.Id, person.Name, person.Role, person.Present, person.Takeaway, person.FirstVisit))],
            await ReliefAsync(me, evening, names, stop),
            current is null ? CurrentView.Nothing : await CurrentAsync(me, evening, current, stop));
    }

    bool Overtime(Evening evening, Me me, DateTimeOffset now, int minutes)
    {
        var ends = evening.State switch
        {
            EveningState.Closed => evening.ClosedAt!.Value,
            EveningState.Open => now,
            _ => now.AddMinutes(minutes),
        };
        var local = TimeZoneInfo.ConvertTime(ends, me.Zone).DateTime;
        return local > evening.Day.ToDateTime(options.EndsBefore);
    }

    async Task<(string Team, IReadOnlyList<PersonTonight> People)> PeopleAsync(Me me, Evening evening, IReadOnlyList<AgendaItem> items, CancellationToken stop)
    {
        var tomorrow = (await WorkCalendar.OfAsync(db, me.OrgId)).Next(evening.Day);
        var named = items.SelectMany(item => item.Subjects).Select(subject => subject.MemberId).Append(evening.HostId).OfType<Guid>().Distinct().ToList();
        var rows = await (
            from member in db.Members.Of(me)
            from here in db.Set<Attendance>().Where(a => a.OrgId == member.OrgId && a.EveningId == evening.Id && a.MemberId == member.Id).DefaultIfEmpty()
            where member.UnitId == evening.TeamId || named.Contains(member.Id) || here != null
            orderby member.JoinedOn, member.Id
            select new
            {
                member.Id, member.ShortName, member.Role, member.UnitId, member.State, Here = here,
                Team = db.Set<Unit>().Where(unit => unit.OrgId == member.OrgId && unit.Id == evening.TeamId).Select(unit => unit.Name).First(),
                First = db.Set<PlannedVisit>().Where(v => v.OrgId == member.OrgId && v.MemberId == member.Id && v.Day == tomorrow).OrderBy(v => v.Position)
                    .Select(v => new { Customer = db.Set<Customer>().Where(c => c.OrgId == v.OrgId && c.Id == v.CustomerId).Select(c => c.ShortName).FirstOrDefault(), v.Purpose }).FirstOrDefault(),
            }).ToListAsync(stop);

        var team = rows.Count > 0 ? rows[0].Team : await db.Units.Of(me).Where(unit => unit.Id == evening.TeamId).Select(unit => unit.Name).FirstAsync(stop);
        return (team, [.. rows.Select(row => new PersonTonight(
            row.Id, row.ShortName, row.Role,
            row.UnitId == evening.TeamId && row.State is MemberState.Active && row.Role is Role.Rep or Role.Lead or Role.Supervisor or Role.Manager,
            row.Here is { Present: true }, row.Here?.Takeaway,
            row.First is null ? null : row.First.Purpose.Length > 0 ? $"{row.First.Customer} · {row.First.Purpose}" : row.First.Customer))]);
    }

    async Task<ReliefView> ReliefAsync(Me me, Evening evening, Dictionary<Guid, string> names, CancellationToken stop)
    {
        if (evening.State is EveningState.Planned) return new([], 0, false, 0, false, [], false);
        var picture = await ReliefDoor.ReadAsync(db, me.OrgId, evening.Id, me.Id, stop);
        return new(picture.Dots, picture.Moods, picture.Mine, picture.MeToo, picture.MyMeToo,
            [.. picture.Turns.Select(turn => new TurnView(turn.MemberId, names.GetValueOrDefault(turn.MemberId), turn.State, turn.StartedAt, turn.Heard))],
            picture.Turns.Any(turn => turn.MemberId == me.Id && turn.State is TurnState.Speaking));
    }

    async Task<CurrentView> CurrentAsync(Me me, Evening evening, AgendaItem item, CancellationToken stop)
    {
        var cases = item.Subjects.Select(subject => subject.CaseId).OfType<Guid>().ToList();
        var stories = item.Subjects.Select(subject => subject.StoryId).OfType<Guid>().ToList();
        var commitments = item.Subjects.Select(subject => subject.CommitmentId).OfType<Guid>().ToList();
        var now = (
            Cases: cases.Count == 0 ? [] : (await CaseViews.ReadAsync(db, me, db.Cases.Of(me).Where(one => cases.Contains(one.Id)), stop)).OrderBy(one => cases.IndexOf(one.Id)).ToList(),
            Stories: stories.Count == 0 ? [] : (await StoryViews.ReadAsync(db, me, db.Stories.Of(me).Where(one => stories.Contains(one.Id)), stop)).OrderBy(one => stories.IndexOf(one.Id)).ToList(),
            Commitments: commitments.Count == 0 ? [] : await CommitmentViews.ReadAsync(db, me, db.Commitments.Of(me).Where(one => commitments.Contains(one.Id)), Today(me), stop));
        return new(now.Cases.FirstOrDefault(), now.Stories.FirstOrDefault(), now.Commitments, now.Cases, now.Stories);
    }

    static ItemView Item(AgendaItem item, Dictionary<Guid, string> names) => new(
        item.Id, item.Act, item.Kind, item.Position, item.Minutes, item.Title, item.TitleEn, item.Reason, item.ReasonEn,
        item.MemberId, Name(item.MemberId, names), item.CaseId, item.StoryId,
        [.. item.Subjects.Select(subject => new SubjectView(subject.MemberId, Name(subject.MemberId, names), subject.CaseId, subject.StoryId, subject.CommitmentId))],
        item.State, item.StartedAt, item.EndedAt);

    static string? Name(Guid? memberId, Dictionary<Guid, string> names) => memberId is { } id ? names.GetValueOrDefault(id) : null;

    sealed record PersonTonight(Guid Id, string Name, Role Role, bool InTeam, bool Present, Takeaway? Takeaway, string? FirstVisit);
}
