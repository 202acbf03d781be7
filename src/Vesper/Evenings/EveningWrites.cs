using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Evenings;

/// <summary>Load the evening → do to it what the endpoint says → save → answer with the evening as it now stands.</summary>
sealed class EveningWrites(Writer writer, EveningScreen screen, EveningOptions options)
{
    public async Task<Results<Ok<EveningView>, NotFound>> Run(Guid id, Me me, Func<Db, Evening, Task> change, CancellationToken stop)
    {
        var found = await writer.Run(me.OrgId, async db =>
        {
            if (await db.EveningAsync(me, id, screen.Today(me), options, default) is not { } evening) return false;
            await change(db, evening);
            return true;
        });
        return found && await screen.OfAsync(me, id, stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }
}

static class EveningTelling
{
    public static void TellChanged(this Db db, Evening evening) => db.Tell(Topic.Team(evening.TeamId), new EveningChanged(evening.Id, evening.Version, evening.State));

    /// <summary>Stores tonight's row if nobody has; its agenda stays composed until a host touches it.</summary>
    public static void Keep(this Db db, Evening evening)
    {
        if (db.Entry(evening).State is EntityState.Detached) db.Add(evening);
    }
}
