using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Text;

namespace Vesper.Customers.Imports;

/// <summary>
/// Takes an import back as if it had not been, but for what somebody has worked with since: a visit, a note, another owner, a person more. That stays and is named.
/// </summary>
sealed class ImportUndo(DbFactory databases, ImportOptions options, TimeProvider time)
{
    // These come with the customer and go with her.
    static readonly HashSet<string> Own = ["contacts"];

    public async Task RunAsync(Guid orgId, Guid id, WriteBatch write, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        if (await db.CustomerImports.Of(orgId).FindAsync(id) is not { State: ImportState.Undoing } import) return;
        var (first, last) = (CustomerImport.IdOf(id, 0), CustomerImport.IdOf(id, int.MaxValue));
        var touched = await TouchedAsync(db, orgId, first, last, stop);
        var ids = await db.Customers.Of(orgId).Where(customer => customer.Id.CompareTo(first) >= 0 && customer.Id.CompareTo(last) <= 0).OrderBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync(stop);
        foreach (var batch in ids.Chunk(options.Batch))
        {
            stop.ThrowIfCancellationRequested();
            if (!await write(lane => TakeBackAsync(lane, orgId, id, batch, touched))) return;
        }
        await write(async lane =>
        {
            var undone = await lane.CustomerImports.Of(orgId).FirstAsync(one => one.Id == id);
            (undone.State, undone.Done, undone.EndedAt) = (ImportState.Undone, undone.Rows, time.GetUtcNow());
            lane.Tell(Topic.Member(undone.MemberId), new ImportMoved(id));
            return true;
        });
    }

    /// <summary>Customers of the import that any other table speaks of, whichever room's; a table that is new tomorrow counts by itself.</summary>
    static async Task<HashSet<Guid>> TouchedAsync(Db db, Guid orgId, Guid first, Guid last, CancellationToken stop)
    {
        var touched = new HashSet<Guid>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table || Own.Contains(table) || entity.FindProperty("OrgId") is null || entity.FindProperty("CustomerId")?.GetColumnName() is not { } column) continue;
            var sql = $"select distinct {column} as \"Value\" from {table} where org_id = {{0}} and {column} >= {{1}} and {column} <= {{2}}";
            touched.UnionWith(await db.Database.SqlQueryRaw<Guid>(sql, orgId, first, last).ToListAsync(stop));
        }
        // More people than the list brought.
        touched.UnionWith(await db.Contacts.Of(orgId).Where(contact => contact.CustomerId.CompareTo(first) >= 0 && contact.CustomerId.CompareTo(last) <= 0 && contact.Id != contact.CustomerId)
            .Select(contact => contact.CustomerId).ToListAsync(stop));
        return touched;
    }

    async Task<bool> TakeBackAsync(Db db, Guid orgId, Guid id, Guid[] batch, HashSet<Guid> touched)
    {
        var import = await db.CustomerImports.Of(orgId).FirstAsync(one => one.Id == id);
        if (import.State is not ImportState.Undoing) return false;
        var here = await db.Customers.Of(orgId).AsNoTracking().Where(customer => batch.Contains(customer.Id)).ToListAsync();
        var gone = here.Where(customer => customer.UpdatedAt == customer.CreatedAt && !touched.Contains(customer.Id)).Select(customer => customer.Id).ToList();
        var kept = here.Where(customer => !gone.Contains(customer.Id))
            .Select(customer => ImportRow.Issue(LineOf(customer.Id), ImportProblem.Touched, "", customer.Name)).ToList();

        await db.Set<SearchRow>().Where(row => row.OrgId == orgId && row.Kind == CustomerSearch.Kind && gone.Contains(row.SubjectId)).ExecuteDeleteAsync();
        await db.Customers.Of(orgId).Where(customer => gone.Contains(customer.Id)).ExecuteDeleteAsync();
        import.Removed += gone.Count;
        import.Done += here.Count;
        if (import.Issues.Count < options.MostIssues) import.Issues = [.. import.Issues, .. kept.Take(options.MostIssues - import.Issues.Count)];
        db.Tell(Topic.Member(import.MemberId), new ImportMoved(id));
        return true;
    }

    static int LineOf(Guid customer) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(customer.ToByteArray(bigEndian: true).AsSpan(12));
}
