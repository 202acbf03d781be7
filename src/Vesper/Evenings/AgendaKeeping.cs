using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>Stores the composed agenda when a host first changes or opens the evening, and lets in what came since.</summary>
static class AgendaKeeping
{
    /// <summary>The rows as they stand after it; drafts of cases and stories are stored with them. Wished: rows the host wants, also idle signals.</summary>
    public static async Task<List<AgendaItem>> KeepAgendaAsync(this Db db, Evening evening, EveningOptions options, DateTimeOffset now, IReadOnlySet<Guid> wished)
    {
        db.Keep(evening);
        var items = await db.AgendaAsync(evening);
        if (await db.PlanAsync(evening, options, now) is not { } plan) return items;

        var fresh = (items.Count == 0 ? plan.Items : plan.Singles).Where(item => wished.Contains(item.Id) || !plan.IsIdleSignal(item)).ToList();
        fresh = items.Count == 0 ? fresh : [.. items.LetIn(fresh, options)];
        if (items.Count == 0) items.AddRange(fresh);
        db.AddRange(fresh);
        evening.Minutes = Math.Max(options.Minutes, items.OnList().Sum(item => item.Minutes));

        await KeepCasesAsync(db, evening, plan, fresh);
        await KeepStoriesAsync(db, evening, plan, fresh);
        return items;
    }

    static async Task KeepCasesAsync(Db db, Evening evening, EveningPlan plan, IReadOnlyList<AgendaItem> fresh)
    {
        var wanted = fresh.SelectMany(item => item.Subjects).Select(subject => subject.CaseId).OfType<Guid>().ToHashSet();
        var known = await db.Cases.Of(evening.OrgId).Where(one => wanted.Contains(one.Id)).Select(one => one.Id).ToListAsync();
        db.AddRange(plan.CaseDrafts.Where(draft => wanted.Contains(draft.Key) && !known.Contains(draft.Key)).Select(draft => draft.Value));

        var advised = await db.CaseAdvisers.Of(evening.OrgId).Where(adviser => wanted.Contains(adviser.CaseId)).ToListAsync();
        db.RemoveRange(advised.Where(old => plan.Advisers.All(hint => hint.Id != old.Id)));
        db.AddRange(plan.Advisers.Where(hint => wanted.Contains(hint.CaseId) && advised.All(old => old.Id != hint.Id)));
    }

    static async Task KeepStoriesAsync(Db db, Evening evening, EveningPlan plan, IReadOnlyList<AgendaItem> fresh)
    {
        var wanted = fresh.SelectMany(item => item.Subjects).Select(subject => subject.StoryId).OfType<Guid>().ToHashSet();
        var known = await db.Stories.Of(evening.OrgId).Where(one => wanted.Contains(one.Id)).Select(one => one.Id).ToListAsync();
        var drafts = plan.StoryDrafts.Where(draft => wanted.Contains(draft.Key) && !known.Contains(draft.Key)).Select(draft => draft.Value).ToList();
        await StoryDraft.FillAsync(db, drafts);
        db.AddRange(drafts);
    }
}
