using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>
/// Cases and stories that tonight's composed agenda already shows, before anything of it is stored: whoever opens one by its id finds it,
/// and whoever writes on it stores it.
/// </summary>
static class Drafts
{
    public static async Task<Case?> CaseAsync(Db db, Me me, Guid id, DateOnly today, EveningOptions options, DateTimeOffset now)
    {
        foreach (var teamId in me.Teams)
            if (await db.PlanAsync(Evening.Of(me.OrgId, teamId, today, options), options, now) is { } plan && plan.CaseDrafts.TryGetValue(id, out var draft)) return draft;
        return null;
    }

    public static async Task<Story?> StoryAsync(Db db, Me me, Guid id, DateOnly today, EveningOptions options, DateTimeOffset now)
    {
        foreach (var teamId in me.Teams)
            if (await db.PlanAsync(Evening.Of(me.OrgId, teamId, today, options), options, now) is { } plan && plan.StoryDrafts.TryGetValue(id, out var draft))
            {
                await StoryDraft.FillAsync(db, [draft]);
                return draft;
            }
        return null;
    }
}
