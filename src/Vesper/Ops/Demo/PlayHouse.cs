using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>
/// Makes a small demo of this very moment for one watcher, with accounts nobody can sign in to, and clears away those older than a day. So watching spoils
/// nobody's evening, and today is complete even when the demo itself is weeks old.
/// </summary>
sealed class PlayHouse(Db db, Writer writer, TimeProvider time)
{
    const string Prefix = "play-";

    /// <summary>Plays kept at once (D); the oldest go first.</summary>
    const int Most = 12;

    public static Task<bool> IsPlayAsync(Db db, Guid orgId, CancellationToken stop) =>
        db.Accounts.AnyAsync(account => account.OrgId == orgId && EF.Functions.Like(account.UserName, $"{Prefix}%"), stop);

    /// <summary>The new organisation, and its 小林.</summary>
    public async Task<(Guid OrgId, Guid Watcher)> OpenAsync(CancellationToken stop)
    {
        await ClearAsync(stop);
        var now = time.GetUtcNow();
        var seed = (long)BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var rows = World.Make(new() { Seed = seed, Customers = 150, Visits = 1500, Accounts = $"{Prefix}{seed:x}-" }, now, passwordHash: null);
        await writer.Run(rows.OrgId, db => rows.WriteAsync(new Bulk(db, db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction())));
        return (rows.OrgId, rows.Members.First(member => member.ShortName == "小林").Id);
    }

    async Task ClearAsync(CancellationToken stop)
    {
        var yesterday = time.GetUtcNow().AddDays(-1);
        var plays = await db.Accounts.Where(account => EF.Functions.Like(account.UserName, $"{Prefix}%-supervisor"))
            .Join(db.Organisations, account => account.OrgId, organisation => organisation.Id, (account, organisation) => new { organisation.Id, organisation.CreatedAt }).ToListAsync(stop);
        foreach (var old in plays.OrderByDescending(play => play.CreatedAt).Where((play, nth) => play.CreatedAt < yesterday || nth >= Most - 1))
            await writer.Run(old.Id, async db =>
            {
                await new Bulk(db, db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction()).RemoveOrganisationAsync(old.Id);
                db.Tell(Topic.House, new RightsChanged(null)); // its people are signed in no longer
            });
    }
}
