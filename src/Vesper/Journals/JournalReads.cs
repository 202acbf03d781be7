using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Whose journals: one's own, or of those one leads.</summary>
enum JournalsOf { Mine, Team }

static class JournalReads
{
    const int PageSize = 30;

    public static void MapReading(this IEndpointRouteBuilder room)
    {
        room.MapGet("/journals/day", GetJournalDay).WithName("getJournalDay").WithSummary("One day of mine: what the system knows of it, what I wrote, and whether I still may.");
        room.MapGet("/journals/team", GetTeamJournals).WithName("getTeamJournals").WithSummary("A team's journals of a day: all for who leads it, what was shared for teammates.");
        room.MapGet("/journals", ListJournals).WithName("listJournals").WithSummary("Newest first, 30 a page; with q, those that hold the words.");
        room.MapGet("/journals/{id:guid}", GetJournal).WithName("getJournal");
        room.MapPost("/journals/likeness", PostLikeness).WithName("likeJournals").WithSummary("How alike these words are to my own last journals. For my eyes: nothing of it is kept.");
    }

    static async Task<Ok<JournalDayView>> GetJournalDay(Me me, Db db, TimeProvider time, JournalOptions options, CancellationToken stop, DateOnly? day = null)
    {
        var today = me.DayOf(time.GetUtcNow());
        var (wanted, calendar) = (day ?? today, await WorkCalendar.OfAsync(db, me.OrgId));
        if (wanted.Year is < 2000 or > 2100) throw new Refusal("day.senseless", "This day lies outside 2000 to 2100.", StatusCodes.Status400BadRequest);
        var journal = await db.Journals.Of(me).FirstOrDefaultAsync(one => one.MemberId == me.Id && one.Day == wanted, stop);
        var template = await db.JournalTemplates.Of(me).OrderByDescending(one => one.Version).FirstOrDefaultAsync(stop);
        return TypedResults.Ok(new JournalDayView(wanted, calendar.Next(wanted), await JournalDays.OfAsync(db, me, wanted, today, calendar, stop),
            journal?.Lines ?? await DayLines.OfAsync(db, me.OrgId, me.Id, wanted, stop),
            journal is null ? null : await JournalViews.ReadAsync(db, me, journal, stop),
            TemplateView.Of(template, options),
            wanted == today ? await LateAsync(db, me, today, calendar, stop) : null));
    }

    /// <summary>The workday before, if she worked on it, has not written and still may.</summary>
    static async Task<DateOnly?> LateAsync(Db db, Me me, DateOnly today, WorkCalendar calendar, CancellationToken stop)
    {
        var before = JournalDays.Before(today, calendar);
        if (await db.Journals.Of(me).AnyAsync(one => one.MemberId == me.Id && one.Day == before, stop)) return null;
        if (await db.Leaves.Of(me).AnyAsync(leave => leave.MemberId == me.Id && leave.From <= before && leave.Until >= before, stop)) return null;
        if (await JournalDays.OfAsync(db, me, before, today, calendar, stop) is not (JournalWindow.Open or JournalWindow.Begun)) return null;
        return (await DayLines.OfAsync(db, me.OrgId, me.Id, before, stop)).Count > 0 ? before : null;
    }

    static async Task<Results<Ok<IReadOnlyList<JournalRow>>, NotFound>> GetTeamJournals(Me me, Db db, TimeProvider time, CancellationToken stop, Guid? teamId = null, DateOnly? day = null)
    {
        var (team, wanted) = (teamId ?? me.TeamId, day ?? me.DayOf(time.GetUtcNow()));
        if (!me.Hears(team)) return TypedResults.NotFound();
        return TypedResults.Ok<IReadOnlyList<JournalRow>>([.. (await db.Rows(db.Journals.ReadableBy(me).Where(one => one.TeamId == team && one.Day == wanted)).ToListAsync(stop))
            .OrderByDescending(row => row.SubmittedAt).ThenBy(row => row.Id)]);
    }

    static async Task<Ok<Page<JournalRow>>> ListJournals(Me me, Db db, Prepared prepared, CancellationToken stop, Word<JournalsOf>? of = null, string? q = null, string? after = null)
    {
        var team = of?.Value is JournalsOf.Team;
        if (!string.IsNullOrWhiteSpace(q)) return TypedResults.Ok(await FoundAsync(db, prepared, me, team, q, after, stop));

        var whose = team ? db.Journals.LedBy(me) : db.Journals.Of(me).Where(one => one.MemberId == me.Id);
        if (PageCursor.Of(after) is { } place) whose = whose.Where(one => one.SubmittedAt < place.At || (one.SubmittedAt == place.At && one.Id.CompareTo(place.Id) < 0));
        var rows = await db.Rows(whose.OrderByDescending(one => one.SubmittedAt).ThenByDescending(one => one.Id).Take(PageSize + 1)).ToListAsync(stop);
        return TypedResults.Ok(rows.OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.Id).ToList().ToPage(PageSize, row => new PageCursor(row.SubmittedAt, row.Id)));
    }

    static async Task<Page<JournalRow>> FoundAsync(Db db, Prepared prepared, Me me, bool team, string words, string? after, CancellationToken stop)
    {
        IReadOnlyList<string> scopes = team ? [.. me.Sees.Select(unit => Search.Scope('t', unit))] : [Search.Scope('o', me.Id)];
        var (terms, before) = (Bigrams.Query(words), Search.Before(after));
        var hits = await prepared.ReadAsync(line => Search.FindAsync(line, db.Engine, me.OrgId, JournalQueries.Kind, scopes, terms, before, PageSize + 1, stop), stop);
        var ids = hits.Take(PageSize).Select(hit => hit.SubjectId).ToList();
        var found = (await db.Rows(db.Journals.ReadableBy(me).Where(one => ids.Contains(one.Id))).ToListAsync(stop)).ToDictionary(row => row.Id);
        return new([.. ids.Where(found.ContainsKey).Select(id => found[id])], hits.Count > PageSize ? Search.After(hits[PageSize - 1]) : null);
    }

    static async Task<Results<Ok<JournalView>, NotFound>> GetJournal(Guid id, Me me, Db db, CancellationToken stop) =>
        await db.Journals.ReadableBy(me).FirstOrDefaultAsync(one => one.Id == id, stop) is { } journal ? TypedResults.Ok(await JournalViews.ReadAsync(db, me, journal, stop)) : TypedResults.NotFound();

    static async Task<Ok<LikenessView>> PostLikeness(Words input, Me me, Db db, JournalOptions options, CancellationToken stop)
    {
        var last = await db.Journals.Of(me).Where(one => one.MemberId == me.Id && one.Day < input.Day).OrderByDescending(one => one.Day).Take(options.AlikeBack)
            .Select(one => new { one.Day, one.Win, one.Block, one.Support }).ToListAsync(stop);
        var nearest = last.Select(one => (one.Day, Share: Likeness.Of(input.All, $"{one.Win}\n{one.Block}\n{one.Support}"))).OrderByDescending(one => one.Share).FirstOrDefault();
        return TypedResults.Ok(nearest.Share >= options.AlikeFrom ? new LikenessView(nearest.Share, nearest.Day) : new LikenessView(0, null));
    }
}
