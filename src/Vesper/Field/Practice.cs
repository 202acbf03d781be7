using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Field;

/// <summary>Tried: an advice or a 我要试 of her own that she did. Play: what a teammate learned and told.</summary>
enum PracticeKind { Tried, Play }

/// <summary>早启动: one line of practice a day, another one tomorrow. What she tried herself comes before what others tell (R: pairs learn by using).</summary>
static class Practice
{
    const int Remembered = 12;

    /// <summary>Both newest first.</summary>
    public static PracticeView? Of(DateOnly day, IReadOnlyList<PracticeView> tried, IReadOnlyList<PracticeView> plays)
    {
        var lines = tried.Count > 0 ? tried : plays;
        return lines.Count == 0 ? null : lines[day.DayNumber % lines.Count];
    }

    public static async Task<PracticeView?> ReadAsync(Db db, Me me, DateOnly day, CancellationToken stop)
    {
        var tried = await db.Commitments.Of(me)
            .Where(one => one.MemberId == me.Id && one.State == CommitmentState.Done && (one.Origin == CommitmentOrigin.Advice || one.Origin == CommitmentOrigin.Story))
            .OrderByDescending(one => one.Day).ThenByDescending(one => one.Id).Take(Remembered)
            .Select(one => new PracticeView(PracticeKind.Tried, one.Text, one.CustomerName)).ToListAsync(stop);
        if (tried.Count > 0) return Of(day, tried, []);

        var plays = await db.Stories.Of(me)
            .Where(story => me.Teams.Contains(story.TeamId) && story.MemberId != me.Id && story.ToldAt != null && story.Learned != "")
            .OrderByDescending(story => story.Day).ThenByDescending(story => story.Id).Take(Remembered)
            .Select(story => new PracticeView(PracticeKind.Play, story.Learned,
                db.Set<Teams.Member>().Where(member => member.OrgId == story.OrgId && member.Id == story.MemberId).Select(member => member.ShortName).FirstOrDefault() ?? ""))
            .ToListAsync(stop);
        return Of(day, [], plays);
    }
}
