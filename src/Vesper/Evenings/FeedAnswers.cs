using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Evenings;

/// <summary>
/// What the feed answered to a visit's call for help stands among the advices of the evening's case of that visit. It is stored as an advice when the asker
/// takes it; until then the feed alone keeps it.
/// </summary>
static class FeedAnswers
{
    const int AdviceLength = 300;

    /// <summary>By case; those already taken are among its advices.</summary>
    public static async Task<ILookup<Guid, AdviceView>> OfAsync(Db db, IReadOnlyList<Case> cases, ILookup<Guid, AdviceView> advices, CancellationToken stop)
    {
        var visited = cases.Where(one => one.VisitId is not null).ToList();
        var answers = visited.Count == 0 ? null : await Answers.ToAsync(db, visited[0].OrgId, visited.Select(one => one.VisitId!.Value), stop);
        return (
            from one in visited
            from answer in answers![one.VisitId!.Value]
            where advices[one.Id].All(advice => advice.Id != answer.Id)
            select (one.Id, View: new AdviceView(answer.Id, answer.MemberId, answer.MemberName, answer.Text, answer.At, false, null)))
            .ToLookup(row => row.Id, row => row.View);
    }

    /// <summary>An answer becomes an advice of the asker's case, inside a write; a case that tonight's agenda only drafts is stored with it.</summary>
    public static async Task<Advice?> AsAdviceAsync(Db db, Me me, Guid answerId, DateOnly today, EveningOptions options, DateTimeOffset now)
    {
        if (await db.Comments.Of(me).FindAsync(answerId) is not { VisitId: { } visit, WithdrawnAt: null } answer) return null;
        var one = await db.Cases.HeardBy(me).FirstOrDefaultAsync(known => known.VisitId == visit);
        if (one is null && await Drafts.CaseAsync(db, me, NamedId.Of("case", visit), today, options, now) is { } draft) db.Add(one = draft);
        if (one is null) return null;

        var advice = new Advice
        {
            OrgId = me.OrgId, Id = answer.Id, CaseId = one.Id, EveningId = (await db.RunningAsync(me.OrgId, one.TeamId))?.Id,
            AuthorId = answer.MemberId, Text = answer.Text.To(AdviceLength), At = answer.At,
        };
        db.Add(advice);
        return advice;
    }
}
