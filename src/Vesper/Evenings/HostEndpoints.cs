using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>The host's remote. Each change carries the version he saw, so that two hosts at once are told apart.</summary>
static class HostEndpoints
{
    public static void MapHost(this IEndpointRouteBuilder room)
    {
        var evening = room.MapGroup("/evenings/{id:guid}").RequireRole(Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        evening.MapPut("/agenda", PutAgenda).WithName("putAgenda").WithSummary("Order, drop by leaving out, add.");
        evening.MapPut("/opening", PutOpening).WithName("putOpening").WithSummary("Opens the evening; the first host wins.");
        evening.MapPut("/host", PutHost).WithName("putHost").WithSummary("Takes over the remote.");
        evening.MapPut("/course", PutCourse).WithName("putCourse").WithSummary("Goes to an item; the one before is done.");
        evening.MapPut("/closing", PutClosing).WithName("putClosing").WithSummary("Closes the evening: what was not reached is carried, unanswered cases become a duty.");
    }

    static Task<Results<Ok<EveningView>, NotFound>> PutAgenda(Guid id, NewAgenda input, Me me, EveningWrites evenings, EveningOptions options, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            if (!evening.MayHost(me)) throw Evening.NotHost();
            evening.NotClosed();
            var wished = input.Items.Select(wish => wish.Id).OfType<Guid>().ToHashSet();
            if (evening.State is EveningState.Open) evening.MustLead(me);
            var items = evening.State is EveningState.Open ? await db.AgendaAsync(evening) : await db.KeepAgendaAsync(evening, options, time.GetUtcNow(), wished);

            if (evening.Version == input.Version + 1 && AgendaWishes.AreMet(items, input.Items)) return; // sent twice
            evening.AtVersion(input.Version);
            items.Arrange(await AgendaWishes.FindAsync(db, evening, items, input.Items, options), options);
            evening.Minutes = Math.Max(options.Minutes, items.OnList().Sum(item => item.Minutes));
            evening.Version++;
            db.TellChanged(evening);
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutOpening(Guid id, AtVersion input, Me me, EveningWrites evenings, EveningOptions options, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            var now = time.GetUtcNow();
            var host = await db.Members.Of(me).Where(member => member.Id == evening.HostId).Select(member => member.ShortName).FirstOrDefaultAsync();
            var items = evening.State is EveningState.Planned && evening.MayHost(me) ? await db.KeepAgendaAsync(evening, options, now, new HashSet<Guid>()) : [];
            if (!evening.Open(me, input.Version, host, items, now)) return;

            await Attendance.OfAsync(db, me, evening, now);
            await Closing.CloseForgottenAsync(db, evening, now);
            await Telling.StoriesAsync(db, evening, items, now);
            db.TellChanged(evening);
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutHost(Guid id, AtVersion input, Me me, EveningWrites evenings, CancellationToken stop) =>
        evenings.Run(id, me, (db, evening) =>
        {
            if (!evening.TakeOver(me, input.Version)) return Task.CompletedTask;
            db.Keep(evening);
            db.TellChanged(evening);
            return Task.CompletedTask;
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutCourse(Guid id, NewCourse input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            var items = await db.AgendaAsync(evening);
            if (!evening.Go(me, input.Version, input.ItemId, items, time.GetUtcNow())) return;
            await Telling.StoriesAsync(db, evening, items, time.GetUtcNow());
            db.TellChanged(evening);
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutClosing(Guid id, AtVersion input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            var items = await db.AgendaAsync(evening);
            if (!evening.Close(me, input.Version, items, time.GetUtcNow())) return;
            await Closing.SettleAsync(db, evening, items, time.GetUtcNow());
        }, stop);
}
