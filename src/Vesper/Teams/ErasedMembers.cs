using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;

namespace Vesper.Teams;

/// <summary>Who deleted herself lately, for the jobs of the rooms that hold her name.</summary>
static class ErasedMembers
{
    /// <summary>Longer than any server is away; after that nothing of hers is looked for any more.</summary>
    static readonly TimeSpan Looked = TimeSpan.FromDays(30);

    public static async Task<IReadOnlyList<Guid>> ErasedAsync(this JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        var since = run.StartedAt - Looked;
        return await db.Members.Of(run.OrgId).Where(member => member.ErasedAt > since).Select(member => member.Id).ToListAsync(stop);
    }
}
