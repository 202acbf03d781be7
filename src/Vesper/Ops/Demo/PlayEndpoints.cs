using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>看一场晚分享, on a server with a demo: an organisation of its own for the watcher, in which the others act beat by beat.</summary>
static class PlayEndpoints
{
    public static void MapPlays(this IEndpointRouteBuilder api)
    {
        var plays = api.MapGroup("/demo/plays").WithTags("Demo").RequireMember();
        plays.MapPost("/", StartPlay).WithName("startPlay").WithSummary("A fresh evening to watch. From here on the watcher is signed in as 小林 of that evening; it is gone after a day.");
        plays.MapPost("/{id:guid}/beats/{n:int}", PlayBeat).WithName("playBeat").WithSummary("Lets the others do the next thing; the same beat again changes nothing.");
    }

    static async Task<Results<Created<PlayView>, NotFound>> StartPlay(Db db, PlayHouse house, Rights rights, UserManager<Account> accounts, SignInManager<Account> door, EveningScreen screen, CancellationToken stop)
    {
        if (!await db.Organisations.AnyAsync(organisation => organisation.Demo, stop)) return TypedResults.NotFound();
        var (play, watcherId) = await house.OpenAsync(stop);
        var watcher = (await rights.OfAsync(watcherId, stop))!;
        await door.SignInAsync((await accounts.FindByIdAsync(watcherId.ToString()))!, isPersistent: true);
        var evening = (await screen.OfTeamAsync(watcher, watcher.TeamId, screen.Today(watcher), stop))!;
        return TypedResults.Created($"/api/demo/plays/{play}", new PlayView(play, evening.Id, PlayScript.Of(evening).Count));
    }

    static async Task<Results<Ok<BeatView>, NotFound>> PlayBeat(Guid id, int n, Me me, PlayActors actors, EveningScreen screen, Db db, CancellationToken stop)
    {
        if (id != me.OrgId || !await PlayHouse.IsPlayAsync(db, id, stop)) return TypedResults.NotFound();
        // Played past midnight, the evening stays the one it began as.
        var open = await db.Evenings.Of(me).Where(evening => evening.TeamId == me.TeamId && evening.State == EveningState.Open).Select(evening => (DateOnly?)evening.Day).FirstOrDefaultAsync(stop);
        var evening = (await screen.OfTeamAsync(me, me.TeamId, open ?? screen.Today(me), stop))!;
        var script = PlayScript.Of(evening);
        if (n < 1 || n > script.Count) return TypedResults.NotFound();
        var beat = script[n - 1];
        await beat.Act(new(actors, evening, await actors.OfAsync(me, stop), stop));
        return TypedResults.Ok(new BeatView(n == script.Count, beat.Caption, beat.CaptionEn, beat.DelayMs));
    }
}

/// <summary>Beats: how many there are.</summary>
sealed record PlayView(Guid Id, Guid EveningId, int Beats);

/// <summary>DelayMs: how long to look before the next one, at speed 1.</summary>
sealed record BeatView(bool Done, string Caption, string CaptionEn, int DelayMs);
