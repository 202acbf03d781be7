using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>Days that differ from the week's rule, and who is on leave. SLA, protection and evenings count by them.</summary>
static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        var days = api.MapGroup("/calendar-days").WithTags("Teams");
        days.MapGet("/", ListCalendarDays).WithName("listCalendarDays").RequireMember().WithSummary("Holidays and worked weekend days of a year; all other days follow the week.");
        days.MapPut("/{day}", PutCalendarDay).WithName("putCalendarDay").RequireAdminOr(Role.Hr);
        days.MapDelete("/{day}", DeleteCalendarDay).WithName("deleteCalendarDay").RequireAdminOr(Role.Hr).WithSummary("The day follows the week again.");

        var leaves = api.MapGroup("/leaves").WithTags("Teams").RequireMember();
        leaves.MapGet("/", ListLeaves).WithName("listLeaves").WithSummary("My own, and those of members I answer for, that end on or after a day.");
        leaves.MapPut("/{id:guid}", PutLeave).WithName("putLeave").ProducesProblem(409);
        leaves.MapDelete("/{id:guid}", DeleteLeave).WithName("deleteLeave");
    }

    static async Task<Ok<List<CalendarDayView>>> ListCalendarDays(int year, Me me, Db db, CancellationToken stop)
    {
        var from = Sensible(new(Math.Clamp(year, 1, 9999), 1, 1));
        var until = from.AddYears(1).AddDays(-1);
        return TypedResults.Ok(await db.CalendarDays.Of(me).Where(day => day.Day >= from && day.Day <= until)
            .OrderBy(day => day.Day).Select(day => new CalendarDayView(day.Day, day.Works, day.Name)).ToListAsync(stop));
    }

    static Task<Ok<CalendarDayView>> PutCalendarDay(DateOnly day, ChangedDay input, Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        Sensible(day);
        var known = await db.CalendarDays.Of(me).FirstOrDefaultAsync(d => d.Day == day);
        if (known is null) db.Add(known = new() { OrgId = me.OrgId, Id = Guid.CreateVersion7(), Day = day });
        (known.Works, known.Name) = (input.Works, input.Name?.Trim() ?? "");
        db.Tell(Topic.Organisation, new CalendarChanged(day));
        return TypedResults.Ok(new CalendarDayView(day, known.Works, known.Name));
    });

    static Task<NoContent> DeleteCalendarDay(DateOnly day, Me me, Writer writer) => writer.Run(me.OrgId, async db =>
    {
        if (await db.CalendarDays.Of(me).Where(d => d.Day == day).ExecuteDeleteAsync() > 0) db.Tell(Topic.Organisation, new CalendarChanged(day));
        return TypedResults.NoContent();
    });

    static async Task<Ok<List<LeaveView>>> ListLeaves(Me me, Db db, TimeProvider time, CancellationToken stop, DateOnly? from = null)
    {
        var since = from ?? me.DayOf(time.GetUtcNow());
        return TypedResults.Ok(await (
            from leave in db.Leaves.Of(me)
            where leave.Until >= since
            join member in db.Members.MineOrLedBy(me) on leave.MemberId equals member.Id
            orderby leave.From, leave.Id
            select new LeaveView(leave.Id, leave.MemberId, member.ShortName, leave.From, leave.Until)).ToListAsync(stop));
    }

    static Task<Results<Ok<LeaveView>, Created<LeaveView>, NotFound>> PutLeave(Guid id, NewLeave input, Me me, Writer writer) =>
        writer.Run<Results<Ok<LeaveView>, Created<LeaveView>, NotFound>>(me.OrgId, async db =>
        {
            Sensible(input.From);
            Sensible(input.Until);
            if (await db.Members.MineOrLedBy(me).FindAsync(input.MemberId) is not { } member) return TypedResults.NotFound();
            if (input.Until < input.From || input.Until.DayNumber - input.From.DayNumber > 366) throw new Refusal("leave.order", "A leave ends after it began, and within a year.");
            var leave = await db.Leaves.Of(me).FindAsync(id);
            if (leave is not null && leave.MemberId != member.Id) return TypedResults.NotFound();
            var isNew = leave is null;
            if (leave is null) db.Add(leave = new() { OrgId = me.OrgId, Id = id, MemberId = member.Id });
            (leave.From, leave.Until) = (input.From, input.Until);
            db.Tell(Topic.Organisation, new CalendarChanged(null));
            var view = new LeaveView(id, member.Id, member.ShortName, leave.From, leave.Until);
            return isNew ? TypedResults.Created($"/api/leaves/{id}", view) : TypedResults.Ok(view);
        });

    static Task<Results<NoContent, NotFound>> DeleteLeave(Guid id, Me me, Writer writer) => writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
    {
        if (await db.Leaves.Of(me).FindAsync(id) is not { } leave || await db.Members.MineOrLedBy(me).FindAsync(leave.MemberId) is null) return TypedResults.NotFound();
        db.Remove(leave);
        db.Tell(Topic.Organisation, new CalendarChanged(null));
        return TypedResults.NoContent();
    });

    static IQueryable<Member> MineOrLedBy(this IQueryable<Member> members, Me me) =>
        me.KeepsMembers() ? members.Of(me) : members.Of(me).Where(member => member.Id == me.Id || me.Sees.Contains(member.UnitId));

    /// <exception cref="Refusal">400 <c>day.senseless</c> outside 2000–2100.</exception>
    static DateOnly Sensible(DateOnly day) =>
        day.Year is >= 2000 and <= 2100 ? day : throw new Refusal("day.senseless", "This day lies outside 2000 to 2100.", StatusCodes.Status400BadRequest);
}
