using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Relief;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>What follows from the end of an evening: who was heard, which cases became a duty, what waits one evening longer, and Relief is gone.</summary>
static class Closing
{
    public static async Task SettleAsync(Db db, Evening evening, IReadOnlyList<AgendaItem> items, DateTimeOffset now)
    {
        var present = await db.Attendances.Of(evening.OrgId).Where(here => here.EveningId == evening.Id && here.Present).Select(here => here.MemberId).ToListAsync();
        MarkHeard(items, present);
        await SettleCasesAsync(db, evening, items, present, now);

        var told = items.Where(item => item.State is ItemState.Done).SelectMany(item => item.Subjects).Select(subject => subject.StoryId).ToHashSet();
        foreach (var story in await db.Stories.Of(evening.OrgId).Where(story => story.TeamId == evening.TeamId && story.ToldAt == null).ToListAsync())
            if (present.Contains(story.MemberId) && !told.Contains(story.Id)) story.TimesCarried++;

        await ReliefDoor.EndAsync(db, evening.OrgId, evening.Id);
        db.TellChanged(evening);
    }

    /// <summary>Evenings of this team that nobody closed end when the next one opens.</summary>
    public static async Task CloseForgottenAsync(Db db, Evening opening, DateTimeOffset now)
    {
        foreach (var left in await db.Evenings.Of(opening.OrgId).Where(e => e.TeamId == opening.TeamId && e.State == EveningState.Open && e.Id != opening.Id).ToListAsync())
        {
            var items = await db.AgendaAsync(left);
            left.Close(items, now);
            await SettleAsync(db, left, items, now);
        }
    }

    static void MarkHeard(IEnumerable<AgendaItem> items, List<Guid> present)
    {
        foreach (var subject in items
            .Where(item => item.State is ItemState.Done && item.Kind is AgendaKind.Case or AgendaKind.Story or AgendaKind.Questions)
            .SelectMany(item => item.Subjects))
            subject.Heard = subject.MemberId is { } member && present.Contains(member);
    }

    static async Task SettleCasesAsync(Db db, Evening evening, IReadOnlyList<AgendaItem> items, List<Guid> present, DateTimeOffset now)
    {
        var shown = items.Where(item => item.State is ItemState.Done).SelectMany(item => item.Subjects).Select(subject => subject.CaseId).ToHashSet();
        var open = await (
            from one in db.Cases.Of(evening.OrgId)
            where one.TeamId == evening.TeamId && one.State == CaseState.Open
            join member in db.Set<Member>() on new { one.OrgId, Id = one.MemberId } equals new { member.OrgId, member.Id }
            select new { Case = one, member.ShortName }).ToListAsync();
        foreach (var waiting in open.Where(one => !shown.Contains(one.Case.Id) && present.Contains(one.Case.MemberId))) waiting.Case.TimesCarried++;

        var unanswered = open.Where(one => shown.Contains(one.Case.Id)).ToList();
        if (unanswered.Count == 0) return;
        var supervisor = await SupervisorAsync(db, evening);
        var due = (await WorkCalendar.OfAsync(db, evening.OrgId)).Next(evening.Day);
        foreach (var one in unanswered)
        {
            var duty = one.Case.BecomeDuty(supervisor, one.ShortName, evening, due, now);
            db.Add(duty);
            db.Tell(Topic.Team(evening.TeamId), new CommitmentChanged(duty.Id, supervisor));
            db.Tell(Topic.Team(evening.TeamId), new CaseChanged(one.Case.Id, evening.Id));
        }
    }

    // A team without a supervisor: whoever led the evening.
    static async Task<Guid> SupervisorAsync(Db db, Evening evening) =>
        await db.Members.Of(evening.OrgId)
            .Where(member => member.UnitId == evening.TeamId && member.State == MemberState.Active && member.Role == Role.Supervisor)
            .OrderBy(member => member.Id).Select(member => (Guid?)member.Id).FirstOrDefaultAsync()
        ?? evening.HostId!.Value;
}

/// <summary>A story counts as told from the moment the evening comes to it.</summary>
static class Telling
{
    public static async Task StoriesAsync(Db db, Evening evening, IReadOnlyList<AgendaItem> items, DateTimeOffset now)
    {
        var ids = items.Where(item => item.Id == evening.CurrentItemId).SelectMany(item => item.Subjects).Select(subject => subject.StoryId).OfType<Guid>().ToList();
        if (ids.Count == 0) return;
        foreach (var story in await db.Stories.Of(evening.OrgId).Where(story => ids.Contains(story.Id) && story.ToldAt == null).ToListAsync())
        {
            (story.ToldAt, story.EveningId) = (now, evening.Id);
            db.Tell(Topic.Team(evening.TeamId), new StoryChanged(story.Id));
        }
    }
}
