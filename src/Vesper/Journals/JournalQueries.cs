using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Journals;

static class JournalQueries
{
    public const string Kind = "journal";

    /// <summary>One's own, those of the units one leads, and what teammates shared.</summary>
    public static IQueryable<Journal> ReadableBy(this IQueryable<Journal> journals, Me me) => journals.Of(me)
        .Where(journal => journal.MemberId == me.Id || me.Sees.Contains(journal.TeamId) || (journal.SharedAt != null && me.Teams.Contains(journal.TeamId)));

    /// <summary>Journals of others whom one leads.</summary>
    public static IQueryable<Journal> LedBy(this IQueryable<Journal> journals, Me me) => journals.Of(me).Where(journal => journal.MemberId != me.Id && me.Sees.Contains(journal.TeamId));

    public static IQueryable<JournalRow> Rows(this Db db, IQueryable<Journal> journals) =>
        from journal in journals
        join member in db.Set<Member>() on new { journal.OrgId, Id = journal.MemberId } equals new { member.OrgId, member.Id }
        select new JournalRow(journal.Id, journal.MemberId, member.ShortName, journal.Day, journal.Win, journal.Block, journal.BlockCustomerName, journal.Support,
            journal.SubmittedAt, journal.AnsweredAt != null, journal.SharedAt != null);

    /// <summary>After every change of what she wrote, in the same write.</summary>
    public static Task IndexAsync(this Journal journal, Db db) => Search.PutAsync(db, journal.OrgId, Kind, journal.Id, Words(journal));

    /// <summary>What a journal is found by, and by whom: its writer, and who leads her team.</summary>
    public static string Words(Journal journal) => Search.Words([Search.Scope('o', journal.MemberId), Search.Scope('t', journal.TeamId)], journal.Texts);

    /// <summary>Who answers a member's journal: the supervisors of her unit, else the managers above; never she herself.</summary>
    public static async Task<IReadOnlyList<Guid>> AnswerersAsync(this Db db, Guid orgId, Guid writerId, Guid teamId)
    {
        var leaders = await db.Members.Of(orgId)
            .Where(member => member.Id != writerId && member.State == MemberState.Active && (member.Role == Role.Supervisor || member.Role == Role.Manager))
            .Select(member => new { member.Id, member.UnitId, member.Role }).ToListAsync();
        var writer = await db.Members.Of(orgId).Where(member => member.Id == writerId).Select(member => member.Role).FirstOrDefaultAsync();
        if (writer is not (Role.Supervisor or Role.Manager) && leaders.Where(one => one.UnitId == teamId && one.Role is Role.Supervisor).Select(one => one.Id).ToList() is { Count: > 0 } own) return own;

        var parents = await db.Units.Of(orgId).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId);
        for (Guid? at = teamId; at is { } unit; at = parents.GetValueOrDefault(unit))
            if (leaders.Where(one => one.UnitId == unit && one.Role is Role.Manager).Select(one => one.Id).ToList() is { Count: > 0 } managers) return managers;
        return [];
    }
}
