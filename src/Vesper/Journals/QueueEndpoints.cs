using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Journals that wait for my answer, the longest first; and for a manager how many wait too long in her supervisors' teams: a number, without names.</summary>
sealed record JournalQueueView(IReadOnlyList<WaitingJournal> Items, int Overdue, IReadOnlyList<TeamWaiting> Teams);

/// <summary>DueAt: one workday after it was submitted, on the clock of who answers.</summary>
sealed record WaitingJournal(JournalRow Journal, DateTimeOffset DueAt, bool Overdue);

sealed record TeamWaiting(Guid TeamId, string Team, int Waiting, int Overdue);

static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder room) =>
        room.MapGet("/journals/queue", GetJournalQueue).WithName("getJournalQueue").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("Journals that wait for me. The clock runs on my side; no rep ever sees it.");

    static async Task<Ok<JournalQueueView>> GetJournalQueue(Me me, Db db, TimeProvider time, JournalOptions options, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var since = me.DayOf(now).AddDays(-options.QueueDays);
        var rows = await (
            from journal in db.Journals.LedBy(me)
            where journal.AnsweredAt == null && journal.Day >= since
            join member in db.Set<Member>() on new { journal.OrgId, Id = journal.MemberId } equals new { member.OrgId, member.Id }
            where member.State == MemberState.Active
            select new { journal, member.Role, member.ShortName }).ToListAsync(stop);

        var leaders = await LeadersAsync(db, me, stop);
        var (calendar, units) = (await WorkCalendar.OfAsync(db, me.OrgId), await db.Units.Of(me).Where(unit => me.Sees.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop));
        var waiting = rows.ConvertAll(row =>
        {
            // His own supervisor answers a rep; who has none, and supervisors themselves, are answered by the manager above.
            var own = row.Role is Role.Supervisor or Role.Manager ? [] : leaders.FindAll(leader => leader.UnitId == row.journal.TeamId && leader.Id != row.journal.MemberId);
            var mine = own.Count == 0 ? me.Is(Role.Manager) : own.Exists(leader => leader.Id == me.Id);
            var due = (own.Count == 0 ? leaders.FindAll(leader => leader.Id == me.Id) : own).Select(leader => AnswerClock.Due(row.journal.SubmittedAt, options.AnswerWithin, calendar, me.Hours, leader.Away, me.Zone)).Min();
            return (row, mine, due);
        });

        var items = waiting.FindAll(one => one.mine).OrderBy(one => one.due).ThenBy(one => one.row.journal.Id).Select(one => new WaitingJournal(Row(one.row.journal, one.row.ShortName), one.due, one.due < now)).ToList();
        return TypedResults.Ok(new JournalQueueView(items, items.Count(item => item.Overdue),
            me.Is(Role.Manager)
                ? [.. waiting.FindAll(one => !one.mine).GroupBy(one => one.row.journal.TeamId).Select(team => new TeamWaiting(team.Key, units.GetValueOrDefault(team.Key, ""), team.Count(), team.Count(one => one.due < now)))
                    .OrderByDescending(team => team.Overdue).ThenBy(team => team.Team, StringComparer.Ordinal)]
                : []));
    }

    /// <summary>The supervisors of the teams one sees, and oneself, with their leave.</summary>
    static async Task<List<Leader>> LeadersAsync(Db db, Me me, CancellationToken stop)
    {
        var people = await db.Members.Of(me)
            .Where(member => member.Id == me.Id || (member.State == MemberState.Active && member.Role == Role.Supervisor && me.Sees.Contains(member.UnitId)))
            .Select(member => new { member.Id, member.UnitId, member.Role }).ToListAsync(stop);
        var ids = people.ConvertAll(person => person.Id);
        var leaves = (await db.Leaves.Of(me).Where(leave => ids.Contains(leave.MemberId)).ToListAsync(stop)).ToLookup(leave => leave.MemberId, leave => new DaysAway(leave.From, leave.Until));
        return people.ConvertAll(person => new Leader(person.Id, person.Role is Role.Supervisor ? person.UnitId : Guid.Empty, [.. leaves[person.Id]]));
    }

    static JournalRow Row(Journal journal, string name) =>
        new(journal.Id, journal.MemberId, name, journal.Day, journal.Win, journal.Block, journal.BlockCustomerName, journal.Support, journal.SubmittedAt, false, journal.SharedAt is not null);

    sealed record Leader(Guid Id, Guid UnitId, IReadOnlyCollection<DaysAway> Away);
}
