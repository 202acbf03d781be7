using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>
/// Begins a story with what the visits showed: one dated line each. Methods and what was learned are left to the teller. What somebody noted for
/// herself is not taken: only outcome, key person and next step.
/// </summary>
static class StoryDraft
{
    const int LastVisits = 12, Longest = 1000;

    public static async Task FillAsync(Db db, IReadOnlyList<Story> drafts)
    {
        if (drafts.Count == 0) return;
        var orgId = drafts[0].OrgId;
        var customers = drafts.Select(draft => draft.CustomerId).OfType<Guid>().ToList();
        var visits = await db.Visits.Of(orgId).Where(visit => customers.Contains(visit.CustomerId))
            .Select(visit => new VisitLine(visit.CustomerId, visit.Day, visit.CheckedInAt, visit.Purpose, visit.Outcome, visit.KpMet, visit.KpMinutes, visit.NextStep)).ToListAsync();
        var stages = await db.Customers.Of(orgId).Where(customer => customers.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Stage);

        foreach (var draft in drafts)
        {
            draft.How = How([.. visits.Where(visit => visit.CustomerId == draft.CustomerId)]);
            if (draft.Trigger is not StoryTrigger.Signed && draft.CustomerId is { } customer && stages.TryGetValue(customer, out var stage)) draft.Stage = stage;
        }
    }

    /// <summary>The latest visits in the order they happened, whole lines as far as they fit.</summary>
    public static string How(IReadOnlyCollection<VisitLine> visits)
    {
        var lines = new List<string>();
        var left = Longest;
        // What was to come next is told by the visit after it; only the last one still needs saying.
        foreach (var line in visits.OrderByDescending(visit => visit.At).Take(LastVisits).Select((visit, before) => Sentence(visit, last: before == 0)))
        {
            if ((left -= line.Length + 1) < 0) break;
            lines.Insert(0, line);
        }
        return string.Join('\n', lines);
    }

    static string Sentence(VisitLine visit, bool last)
    {
        string?[] parts =
        [
            visit.Purpose.Length > 0 ? visit.Purpose : null,
            visit.KpMet switch { true when visit.KpMinutes > 0 => $"见到关键人 {visit.KpMinutes} 分钟", true => "见到关键人", false => "没见到关键人", null => null },
            visit.Outcome switch { VisitOutcome.Won => "成交", VisitOutcome.Advanced => "推进了一步", VisitOutcome.Open => "待定", VisitOutcome.Rejected => "被拒", _ => null },
            last && visit.NextStep.Length > 0 ? $"下一步：{visit.NextStep}" : null,
        ];
        return $"{visit.Day.Month} 月 {visit.Day.Day} 日 {string.Join("，", parts.Where(part => part is not null).DefaultIfEmpty("拜访"))}";
    }

    internal sealed record VisitLine(Guid CustomerId, DateOnly Day, DateTimeOffset At, string Purpose, VisitOutcome? Outcome, bool? KpMet, int? KpMinutes, string NextStep);
}
