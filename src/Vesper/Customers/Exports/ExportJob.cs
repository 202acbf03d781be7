using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Exports;

/// <summary>Makes the files that were granted, with what their asker may see at that moment, and takes them away after a day.</summary>
sealed class ExportJob(FileStore files, Rights rights, ExportOptions options, TimeProvider time) : Job(Key, Schedule.Every(TimeSpan.FromMinutes(1)))
{
    public const string Key = "exports";

    public override async Task RunAsync(JobRun run, CancellationToken stop)
    {
        await using var db = run.ForReading();
        foreach (var export in await db.CustomerExports.Of(run.OrgId).Where(one => one.State == ExportState.Granted).OrderBy(one => one.CreatedAt).ToListAsync(stop)) await MakeAsync(run, db, export, stop);
        var old = time.GetUtcNow() - options.Kept;
        foreach (var export in await db.CustomerExports.Of(run.OrgId).Where(one => one.State == ExportState.Ready && one.ReadyAt < old).ToListAsync(stop))
        {
            if (export.FileId is { } file) files.Delete(run.OrgId, file);
            await run.Write(lane => lane.CustomerExports.Of(run.OrgId).Where(one => one.Id == export.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, ExportState.Expired).SetProperty(one => one.FileId, (Guid?)null), stop));
            run.Count("expired", 1);
        }
    }

    async Task MakeAsync(JobRun run, Db db, CustomerExport export, CancellationToken stop)
    {
        var me = await rights.OfAsync(export.MemberId, stop);
        var rows = me is null ? [] : await RowsAsync(db, me, stop);
        var file = Guid.CreateVersion7();
        if (me is not null)
        {
            var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), me.Zone);
            var about = $"{me.Name} 导出 · {local:yyyy-MM-dd HH:mm} · {export.Reason} · 编号 {export.Mark} · 内部资料，请勿外传";
            await files.WriteAsync(run.OrgId, file, await ExportFile.WriteAsync(export.Kind, about, export.Mark, rows, stop), stop);
        }
        await run.Write(async lane =>
        {
            // Whoever has left gets nothing any more.
            var made = await lane.CustomerExports.Of(run.OrgId).FirstAsync(one => one.Id == export.Id, stop);
            (made.State, made.FileId, made.Rows, made.ReadyAt) = (me is null ? ExportState.Refused : ExportState.Ready, me is null ? null : file, rows.Count, me is null ? null : time.GetUtcNow());
            lane.Tell(Topic.House, new CustomersExported(made.Id, made.MemberId, me is null ? "left" : "ready", made.Reason, rows.Count));
            lane.Tell(Topic.Member(made.MemberId), new ExportMoved(made.Id));
            if (me is not null) lane.Notify(made.MemberId, "export-ready", "/exports");
        });
        run.Count("made", 1);
    }

    async Task<List<ExportRow>> RowsAsync(Db db, Me me, CancellationToken stop)
    {
        var customers = await db.Customers.VisibleTo(me).OrderBy(customer => customer.Id).Take(options.MostRows).ToListAsync(stop);
        var names = await db.Members.Of(me).ToDictionaryAsync(member => member.Id, member => member.ShortName, stop);
        var rows = new List<ExportRow>(customers.Count);
        foreach (var part in customers.Chunk(500))
        {
            var ids = part.Select(customer => customer.Id).ToList();
            var people = (await db.Contacts.Of(me).Where(contact => ids.Contains(contact.CustomerId)).ToListAsync(stop)).ToLookup(contact => contact.CustomerId);
            rows.AddRange(part.Select(one => (Customer: one, Person: people[one.Id].OrderBy(person => person.Role).ThenBy(person => person.Position).FirstOrDefault())).Select(one => new ExportRow(
                one.Customer.Name, one.Customer.ShortName, one.Customer.City, one.Customer.Industry, one.Customer.Employees, one.Customer.Address, one.Customer.Grade, one.Customer.Stage,
                one.Customer.OwnerId is { } owner ? names.GetValueOrDefault(owner, "") : "", one.Person?.Name ?? "", one.Person?.Title ?? "", one.Person?.Phone ?? "", one.Customer.NextStep, one.Customer.NextOn)));
        }
        return rows;
    }
}
