using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Pool;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;
using Vesper.Kit.Text;

namespace Vesper.Customers.Imports;

/// <summary>What would come of a list if it were imported now; the same plan as the import's, and nothing is kept of it.</summary>
sealed class ImportLook(Prepared prepared, FileStore files, ImportOptions options)
{
    const int First = 5;

    /// <exception cref="Refusal"><c>import.begun</c> · <c>import.columns</c> · <c>import.name-column</c> · <c>import.column-twice</c> · <c>import.to</c></exception>
    public static void Take(CustomerImport import, Me me, NewColumns input)
    {
        if (import.State is not ImportState.Read) throw new Refusal("import.begun", "It is imported already.");
        if (import.FileId is null) throw new Refusal("import.gone", "The file was cleared away; send it again.");
        if (input.Fields.Count != import.Headings.Count) throw new Refusal("import.columns", "One field for each column.");
        if (!input.Fields.Contains(ImportField.Name)) throw new Refusal("import.name-column", "Say which column holds the company's name.");
        if (input.Fields.Where(field => field is not ImportField.Ignore).GroupBy(field => field).Any(field => field.Count() > 1)) throw new Refusal("import.column-twice", "Two columns cannot be the same.");
        if (input.To is not ImportTo.Me && !me.Is(Role.Supervisor, Role.Manager)) throw new Refusal("import.to", "You bring customers of your own.");
        (import.Fields, import.To, import.ToId) = (input.Fields, input.To, input.To is ImportTo.Member ? input.ToId : null);
    }

    public async Task<ImportPreview> PreviewAsync(Db db, CustomerImport import, Me me, CancellationToken stop)
    {
        if (import.To is ImportTo.Pool && (await PoolTerms.OfAsync(db, me.OrgId, stop)).Off) throw new Refusal("pool.off", "There is no pool in this organisation.");
        await using var file = files.Open(me.OrgId, import.FileId!.Value) ?? throw new Refusal("import.gone", "The file was cleared away; send it again.");
        var known = await prepared.ReadAsync(line => KnownCompanies.ReadAsync(line, me.OrgId, stop), stop);
        var plan = await ImportPlan.OfAsync(db, import, me, known, await ImportRun.RoomAsync(db, me, stop), stop);

        var (good, bad, there) = (0, 0, 0);
        var (listed, first, issues) = (new List<ImportIssue>(), new List<PreviewRow>(), new List<ImportIssue>());
        foreach (var cells in ImportRun.DataRows(file, import))
        {
            stop.ThrowIfCancellationRequested();
            issues.Clear();
            var (row, owner) = plan.Next(cells, issues);
            if (row is not null)
            {
                good++;
                if (first.Count < First) first.Add(new(row.Line, row.Name, row.City, row.Industry, row.Contact, ContactView.Mask(row.Phone), owner?.Name ?? ""));
                continue;
            }
            if (issues.Exists(issue => issue.Problem >= ImportProblem.Twice)) there++;
            else bad++;
            listed.AddRange(issues.Take(options.MostIssues - listed.Count));
        }
        return new(good + bad + there, good, bad, there, listed, first);
    }

    /// <summary>The next list with such headings is understood at once, whoever brings it.</summary>
    public static async Task RememberAsync(Db db, CustomerImport import)
    {
        for (var i = 0; i < import.Headings.Count; i++)
        {
            if (Fold.Of(import.Headings[i]) is not { Length: > 0 and <= 40 } heading) continue;
            var id = ImportHeading.IdOf(heading);
            if (db.ImportHeadings.Local.FirstOrDefault(one => one.Id == id) is not null) continue;
            if (await db.ImportHeadings.Of(import.OrgId).FindAsync(id) is { } known) known.Field = import.Fields[i];
            else db.Add(new ImportHeading { OrgId = import.OrgId, Id = id, Heading = heading, Field = import.Fields[i] });
        }
    }
}
