using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Evenings;

static class EveningReads
{
    const int PageSize = 30;

    public static void MapEveningReads(this IEndpointRouteBuilder room)
    {
        room.MapGet("/evenings/tonight", GetTonight).WithName("getTonight")
            .WithSummary("Tonight's evening of a team, composed from today's facts until somebody stores it; another day looks at what that day gives.");
        room.MapGet("/evenings/{id:guid}", GetEvening).WithName("getEvening").WithSummary("An evening as phones and the stage see it.");
        room.MapGet("/evenings", ListEvenings).WithName("listEvenings");
        room.MapGet("/evenings/{id:guid}/minutes", GetMinutes).WithName("getMinutes").WithSummary("What was shared and agreed; nothing of Relief.").ProducesProblem(409);
    }

    static async Task<Results<Ok<EveningView>, NotFound>> GetTonight(Me me, EveningScreen screen, CancellationToken stop, Guid? teamId = null, DateOnly? day = null) =>
        await screen.OfTeamAsync(me, teamId ?? await screen.HomeTeamAsync(me, stop), day ?? screen.Today(me), stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    static async Task<Results<Ok<EveningView>, NotFound>> GetEvening(Guid id, Me me, EveningScreen screen, CancellationToken stop) =>
        await screen.OfAsync(me, id, stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    static async Task<Results<Ok<Page<EveningLine>>, NotFound>> ListEvenings(Me me, Db db, EveningScreen screen, CancellationToken stop, Guid? teamId = null, string? after = null)
    {
        var team = teamId ?? await screen.HomeTeamAsync(me, stop);
        if (!me.Hears(team)) return TypedResults.NotFound();
        var before = DateOnly.MaxValue;
        if (after is not null && !DateOnly.TryParseExact(after, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out before))
            throw new Refusal("page.cursor", "This place in the list is not readable.", StatusCodes.Status400BadRequest);

        var rows = await db.Evenings.Of(me).Where(evening => evening.TeamId == team && evening.Day < before && evening.OpenedAt != null)
            .OrderByDescending(evening => evening.Day).Take(PageSize + 1)
            .Select(evening => new EveningLine(evening.Id, evening.Day, evening.State,
                db.Set<AgendaSubject>().Where(s => s.OrgId == evening.OrgId && s.EveningId == evening.Id && s.Heard).Select(s => s.MemberId).Distinct().Count(),
                db.Set<AgendaItem>().Count(i => i.OrgId == evening.OrgId && i.EveningId == evening.Id && i.Kind == AgendaKind.Case && i.State == ItemState.Done),
                db.Set<AgendaItem>().Count(i => i.OrgId == evening.OrgId && i.EveningId == evening.Id && i.Kind == AgendaKind.Story && i.State == ItemState.Done),
                db.Set<Commitment>().Count(c => c.OrgId == evening.OrgId && c.TeamId == team && c.Day == evening.Day && c.EveningId == evening.Id))).ToListAsync(stop);

        return TypedResults.Ok(rows.Count <= PageSize
            ? new Page<EveningLine>(rows, null)
            : new Page<EveningLine>([.. rows.Take(PageSize)], rows[PageSize - 1].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    static async Task<Results<Ok<MinutesView>, NotFound>> GetMinutes(Guid id, Me me, Db db, EveningScreen screen, EveningOptions options, CancellationToken stop)
    {
        if (await db.EveningAsync(me, id, screen.Today(me), options, stop) is not { } evening) return TypedResults.NotFound();
        if (evening.State is EveningState.Planned) throw new Refusal("evening.not-open", "This evening has not begun.");
        return TypedResults.Ok(await MinutesView.ReadAsync(db, me, evening, screen.Today(me), stop));
    }
}
