using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>What teammates or the desk answered to a visit's call for help.</summary>
sealed record AnswerView(Guid Id, Guid MemberId, string MemberName, string Text, DateTimeOffset At);

static class Answers
{
    /// <summary>Answers by visit, the oldest first; whoever may read the visit may read them.</summary>
    public static async Task<ILookup<Guid, AnswerView>> ToAsync(Db db, Guid orgId, IEnumerable<Guid> visits, CancellationToken stop)
    {
        var ids = visits.ToList();
        if (ids.Count == 0) return Array.Empty<AnswerView>().ToLookup(_ => Guid.Empty);
        return (await db.Comments.Of(orgId).Where(answer => answer.VisitId != null && ids.Contains(answer.VisitId.Value) && answer.WithdrawnAt == null)
                .OrderBy(answer => answer.At).ThenBy(answer => answer.Id).ToListAsync(stop))
            .ToLookup(answer => answer.VisitId!.Value, answer => new AnswerView(answer.Id, answer.MemberId, answer.MemberName, answer.Text, answer.At));
    }
}
