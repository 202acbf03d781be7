using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

static class EveningQueries
{
    /// <summary>The evening, also tonight's that nobody has stored yet: it is recognised by its id. Null when it is of a team she does not hear.</summary>
    public static async Task<Evening?> EveningAsync(this Db db, Me me, Guid id, DateOnly today, EveningOptions options, CancellationToken stop = default)
    {
        if (await db.Evenings.Of(me).FirstOrDefaultAsync(e => e.Id == id, stop) is { } known) return me.Hears(known.TeamId) ? known : null;
        foreach (var teamId in me.Teams)
            if (NamedId.OfEvening(teamId, today) == id) return Evening.Of(me.OrgId, teamId, today, options);
        return null;
    }

    /// <summary>The kept rows of the agenda, on the list and off it; none while nobody has changed or opened the evening.</summary>
    public static Task<List<AgendaItem>> AgendaAsync(this Db db, Evening evening, CancellationToken stop = default) => db.AgendaItems.Of(evening.OrgId)
        .Include(item => item.Subjects.OrderBy(subject => subject.Position))
        .Where(item => item.EveningId == evening.Id).OrderBy(item => item.Position).ThenBy(item => item.Id).ToListAsync(stop);

    public static async Task<EveningPlan?> PlanAsync(this Db db, Evening evening, EveningOptions options, DateTimeOffset now, CancellationToken stop = default) =>
        await EveningDay.LoadAsync(db, evening.OrgId, evening.TeamId, evening.Day, options, stop) is { } day ? EveningPlan.Of(evening, day, options, now) : null;

    /// <summary>The team's evening that is going on, if one is.</summary>
    public static Task<Evening?> RunningAsync(this Db db, Guid orgId, Guid teamId) =>
        db.Evenings.Of(orgId).Where(e => e.TeamId == teamId && e.State == EveningState.Open).OrderByDescending(e => e.Day).FirstOrDefaultAsync();

    public static IQueryable<Case> HeardBy(this IQueryable<Case> cases, Me me) => cases.Of(me).Where(one => me.Teams.Contains(one.TeamId));

    public static IQueryable<Story> HeardBy(this IQueryable<Story> stories, Me me) => stories.Of(me).Where(one => me.Teams.Contains(one.TeamId));

    public static IQueryable<Commitment> HeardBy(this IQueryable<Commitment> commitments, Me me) => commitments.Of(me).Where(one => me.Teams.Contains(one.TeamId));
}
