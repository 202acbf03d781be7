using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Live;
using Vesper.Kit.Text;

namespace Vesper.Customers.Imports;

/// <summary>Somebody's list moved on; to her alone.</summary>
sealed record ImportMoved(Guid ImportId) : IEvent
{
    public string Type => "import.moved";
}

/// <summary>A write of a batch, with whatever its caller adds to each: a lease, a measure.</summary>
delegate Task<bool> WriteBatch(Func<Db, Task<bool>> batch);

/// <summary>Brings a list into the archive, batch by batch. Killed anywhere it goes on with the next row, since rows and count are one transaction.</summary>
sealed class ImportRun(DbFactory databases, Prepared prepared, Rights rights, FileStore files, ImportOptions options, TimeProvider time)
{
    public async Task RunAsync(Guid orgId, Guid id, WriteBatch write, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        if (await db.CustomerImports.Of(orgId).FindAsync(id) is not { State: ImportState.Running } import) return;
        await using var file = import.FileId is { } fileId ? files.Open(orgId, fileId) : null;
        // Whoever has left since imports nothing more.
        if (file is null || await rights.OfAsync(import.MemberId, stop) is not { } me)
        {
            await EndAsync(orgId, id, write);
            return;
        }
        var known = await prepared.ReadAsync(line => KnownCompanies.ReadAsync(line, orgId, stop), stop);
        var plan = await ImportPlan.OfAsync(db, import, me, known, await RoomAsync(db, me, stop), stop);
        foreach (var batch in DataRows(file, import).Skip(import.Done).Chunk(options.Batch))
        {
            stop.ThrowIfCancellationRequested();
            if (!await write(lane => SaveAsync(lane, orgId, id, plan, known, batch))) return;
        }
        await EndAsync(orgId, id, write);
    }

    public static IEnumerable<TableRow> DataRows(Stream file, CustomerImport import) => Table.Rows(file, import.Shape).Where(row => row.Line > import.HeadingLine);

    /// <summary>A list is no way around the pool's limit; who leads a team gives customers by hand and answers for it.</summary>
    public static async Task<int?> RoomAsync(Db db, Me me, CancellationToken stop)
    {
        var terms = await PoolTerms.OfAsync(db, me.OrgId, stop);
        if (terms.Off || me.Is(Role.Supervisor, Role.Manager)) return null;
        var mine = await PoolClaim.AllowanceAsync(db, me, terms, default, stop);
        return Math.Max(0, mine.MostHeld - mine.Held);
    }

    async Task<bool> SaveAsync(Db db, Guid orgId, Guid id, ImportPlan plan, KnownCompanies known, TableRow[] batch)
    {
        var import = await db.CustomerImports.Of(orgId).FirstAsync(one => one.Id == id);
        if (import.State is not ImportState.Running) return false;
        await known.CatchUpAsync(db.Line!, orgId);

        var (now, issues) = (time.GetUtcNow(), new List<ImportIssue>());
        var (customers, people, found) = (new List<Customer>(), new List<Contact>(), new List<SearchRow>());
        foreach (var cells in batch)
        {
            var (row, owner) = plan.Next(cells, issues);
            if (row is null) continue;
            var (customer, person) = (plan.Customer(row, owner, now), plan.Person(row));
            customers.Add(customer);
            if (person is not null) people.Add(person);
            found.Add(new() { OrgId = orgId, Kind = CustomerSearch.Kind, SubjectId = customer.Id, Words = CustomerSearch.Words(customer, person is null ? Array.Empty<FoundBy>() : [new(person.Name, person.PhoneKey)]) });
        }

        var bulk = new Bulk(db, db.Line!.Connection, db.Line.Transaction!);
        await bulk.InsertAsync(customers);
        await bulk.InsertAsync(people);
        await bulk.InsertAsync(found);
        await known.SeenAsync(db.Line);
        import.Done += batch.Length;
        import.Made += customers.Count;
        if (import.Issues.Count < options.MostIssues) import.Issues = [.. import.Issues, .. issues.Take(options.MostIssues - import.Issues.Count)];
        db.Tell(Topic.Member(import.MemberId), new ImportMoved(id));
        return true;
    }

    Task<bool> EndAsync(Guid orgId, Guid id, WriteBatch write) => write(async db =>
    {
        var import = await db.CustomerImports.Of(orgId).FirstAsync(one => one.Id == id);
        if (import.State is not ImportState.Running) return false;
        (import.State, import.EndedAt) = (ImportState.Done, time.GetUtcNow());
        db.Tell(Topic.Member(import.MemberId), new ImportMoved(id));
        db.Tell(Topic.Organisation, new PoolChanged());
        return true;
    });
}
