using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary><c>vesper demo</c>: fills an empty database with an invented organisation, in one transaction.</summary>
sealed class DemoCommand(DbEngine engine, DbFactory databases, TimeProvider time, IPasswordHasher<Account> hasher)
{
    /// <param name="anew">Puts a demo of today in the place of one of an earlier day, and what was tried in it is lost.</param>
    /// <returns>0: it is there. 1: there is something else here, which was left alone.</returns>
    public async Task<int> RunAsync(DemoSize size, TextWriter say, bool anew = false, CancellationToken stop = default)
    {
        if (await FoundAsync(size, anew, stop) is { } found)
        {
            await say.WriteLineAsync(found.Text);
            return found.Same ? 0 : 1;
        }

        var started = Stopwatch.GetTimestamp();
        var rows = World.Make(size, time.GetUtcNow(), hasher.HashPassword(new Account(), DemoView.DemoPassword));
        var made = Stopwatch.GetElapsedTime(started);
        var written = await WriteAsync(rows, anew, stop);
        var all = Stopwatch.GetElapsedTime(started);

        await say.WriteLineAsync($"{rows.Members.Count} members, {rows.Customers.Count:N0} customers, {rows.Visits.Count:N0} visits, {rows.Deals.Count(deal => deal.ClosedOn is not null):N0} deals closed, {rows.Evenings.Count:N0} evenings.");
        await say.WriteLineAsync($"{written:N0} rows in {all.TotalSeconds:F1} s ({made.TotalSeconds:F1} s to make, {written / (all - made).TotalSeconds:N0} rows/s to write). Seed {size.Seed}.");
        await say.WriteLineAsync($"Accounts rep, rep2, rep3, supervisor, manager, support, hr, admin; password {DemoView.DemoPassword}.");
        return 0;
    }

    async Task<(bool Same, string Text)?> FoundAsync(DemoSize size, bool anew, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var here = await db.Organisations.ToListAsync(stop);
        if (here.Count == 0) return null;
        var same = here.Exists(organisation => organisation.Demo && organisation.Id == World.OrganisationOf(size.Seed));
        if (same && anew) return null;
        return same
            ? (true, $"The demo with seed {size.Seed} is here already; nothing was changed. vesper demo --anew true makes it again with today as its last day.")
            : (false, $"This database holds {string.Join(", ", here.Select(organisation => organisation.Name))}; a demo goes into an empty one only. Nothing was changed. Choose another --data folder.");
    }

    async Task<int> WriteAsync(DemoRows rows, bool anew, CancellationToken stop)
    {
        await using var connection = engine.Connect();
        await connection.OpenAsync(stop);
        await engine.PrepareForLoadAsync(connection);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var db = databases.ForReading();
        var bulk = new Bulk(db, connection, transaction);
        if (anew) await bulk.RemoveOrganisationAsync(rows.OrgId);
        var written = await rows.WriteAsync(bulk);
        await transaction.CommitAsync(stop);
        return written;
    }
}
