using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>What an evening leaves behind. There is no place in it for anything of Relief: no mood, no turn, no minute of it.</summary>
sealed record MinutesView(
    Guid Evening, DateOnly Day, string Team, string? Host, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, IReadOnlyList<string> Present, IReadOnlyList<string> Absent,
    IReadOnlyList<CaseMinutes> Cases, IReadOnlyList<StoryView> Stories, IReadOnlyList<CommitmentView> Commitments, IReadOnlyList<string> Heard)
{
    public static async Task<MinutesView> ReadAsync(Db db, Me me, Evening evening, DateOnly today, CancellationToken stop)
    {
        var items = await db.AgendaAsync(evening, stop);
        var people = await (
            from member in db.Members.Of(me)
            from here in db.Set<Attendance>().Where(a => a.OrgId == member.OrgId && a.EveningId == evening.Id && a.MemberId == member.Id).DefaultIfEmpty()
            where member.UnitId == evening.TeamId || member.Id == evening.HostId || here != null
            orderby member.JoinedOn, member.Id
            select new { member.Id, member.ShortName, InTeam = member.UnitId == evening.TeamId && member.State == MemberState.Active, member.JoinedOn, Present = here != null && here.Present }).ToListAsync(stop);
        var team = await db.Units.Of(me).Where(unit => unit.Id == evening.TeamId).Select(unit => unit.Name).FirstAsync(stop);

        var caseIds = items.Where(item => item is { Kind: AgendaKind.Case, State: ItemState.Done }).SelectMany(item => item.Subjects).Select(subject => subject.CaseId).OfType<Guid>().ToList();
        var cases = await CaseViews.ReadAsync(db, me, db.Cases.Of(me).Where(one => caseIds.Contains(one.Id)), stop);
        var heard = items.SelectMany(item => item.Subjects).Where(subject => subject.Heard).Select(subject => subject.MemberId).ToHashSet();

        return new(evening.Id, evening.Day, team, people.FirstOrDefault(person => person.Id == evening.HostId)?.ShortName, evening.OpenedAt, evening.ClosedAt,
            [.. people.Where(person => person.Present).Select(person => person.ShortName)],
            [.. people.Where(person => !person.Present && person.InTeam && person.JoinedOn <= evening.Day).Select(person => person.ShortName)],
            [.. cases.OrderBy(one => caseIds.IndexOf(one.Id)).Select(one => new CaseMinutes(
                one.Id, one.CustomerName.Length > 0 && one.BlockedBy.Length > 0 ? $"{one.CustomerName}：{one.BlockedBy}" : one.CustomerName + one.BlockedBy, one.MemberName,
                [.. one.Advices.Select(advice => new AdviceMinutes(advice.AuthorName, advice.Text, advice.Accepted))], one.State))],
            await StoryViews.ReadAsync(db, me, db.Stories.Of(me).Where(story => story.EveningId == evening.Id && story.TeamId == evening.TeamId && story.ToldAt != null), stop),
            await CommitmentViews.ReadAsync(db, me, db.Commitments.Of(me).Where(one => one.TeamId == evening.TeamId && one.EveningId == evening.Id), today, stop),
            [.. people.Where(person => heard.Contains(person.Id)).Select(person => person.ShortName)]);
    }
}

/// <summary>Outcome: answered, the supervisor's duty, or still open.</summary>
sealed record CaseMinutes(Guid CaseId, string Title, string Asker, IReadOnlyList<AdviceMinutes> Advices, CaseState Outcome);

sealed record AdviceMinutes(string Author, string Text, bool Accepted);
