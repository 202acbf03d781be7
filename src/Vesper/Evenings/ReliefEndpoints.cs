using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Relief;

namespace Vesper.Evenings;

/// <summary>倒垃圾 in the room: dots without names, then a spoken round for those who want it. There is no text anywhere.</summary>
static class ReliefEndpoints
{
    public static void MapReliefAct(this IEndpointRouteBuilder room)
    {
        var evening = room.MapGroup("/evenings/{id:guid}").ProducesProblem(409);
        evening.MapPut("/mood", PutMood).WithName("putMood").WithSummary("My mood, 1 to 5, as a dot without a name; shown from three dots on.");
        evening.MapPut("/mood/me-too", PutMeToo).WithName("putMeToo");
        evening.MapPut("/turn", PutTurn).WithName("putTurn").WithSummary("Raises or lowers my hand for the spoken round.");
        evening.MapPut("/speaker", PutSpeaker).WithName("putSpeaker").RequireRole(Role.Lead, Role.Supervisor, Role.Manager).WithSummary("The host gives the word to one who raised her hand, or to nobody.");
        evening.MapPut("/speaker/heard", PutHeard).WithName("putHeard").WithSummary("听到了, once a listener.");
        evening.MapPut("/speaker/step", PutStep).WithName("putStep").WithSummary("I said the one step I control: my turn ends.");
    }

    // Giving a mood does not mark her as present: the two together would tell whose dot it is.
    static Task<Results<Ok<EveningView>, NotFound>> PutMood(Guid id, NewMood input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        Run(id, me, evenings, (db, evening) => ReliefDoor.GiveMoodAsync(db, me.OrgId, evening.Id, me.Id, input.Mood, time.GetUtcNow()), stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutMeToo(Guid id, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        Run(id, me, evenings, (db, evening) => ReliefDoor.MeTooAsync(db, me.OrgId, evening.Id, me.Id, time.GetUtcNow()), stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutTurn(Guid id, NewTurn input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        Run(id, me, evenings, async (db, evening) =>
        {
            if (await Attendance.OfAsync(db, me, evening, time.GetUtcNow()) is (_, Came: true)) db.TellChanged(evening);
            await ReliefDoor.RaiseAsync(db, me.OrgId, evening.Id, me.Id, input.Wants, time.GetUtcNow());
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutSpeaker(Guid id, NewSpeaker input, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        Run(id, me, evenings, (db, evening) =>
        {
            evening.MustLead(me);
            return ReliefDoor.CallAsync(db, me.OrgId, evening.Id, input.MemberId, time.GetUtcNow());
        }, stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutHeard(Guid id, Me me, EveningWrites evenings, TimeProvider time, CancellationToken stop) =>
        Run(id, me, evenings, (db, evening) => ReliefDoor.HeardAsync(db, me.OrgId, evening.Id, me.Id, time.GetUtcNow()), stop);

    static Task<Results<Ok<EveningView>, NotFound>> PutStep(Guid id, Me me, EveningWrites evenings, CancellationToken stop) =>
        Run(id, me, evenings, (db, evening) => ReliefDoor.StepAsync(db, me.OrgId, evening.Id, me.Id), stop);

    static Task<Results<Ok<EveningView>, NotFound>> Run(Guid id, Me me, EveningWrites evenings, Func<Db, Evening, Task> change, CancellationToken stop) =>
        evenings.Run(id, me, async (db, evening) =>
        {
            evening.MustBeOpen();
            await change(db, evening);
            db.Tell(Topic.Team(evening.TeamId), new ReliefChanged(evening.Id));
        }, stop);
}
