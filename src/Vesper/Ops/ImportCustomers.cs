using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Imports;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Ops;

/// <summary><c>vesper import customers FILE</c>: the same import as on the page, in the name of a member; a map says what the headings mean, where guessing is not enough.</summary>
sealed class ImportCustomers(ImportUpload upload, ImportLook look, ImportRun imports, DbFactory databases, Writer writer, Rights rights, ILookupNormalizer names, IConfiguration settings)
{
    const int Told = 20;

    /// <summary>0: imported. 1: refused, nothing changed.</summary>
    public async Task<int> RunAsync(string file, TextWriter say, CancellationToken stop = default)
    {
        var account = settings["account"] ?? throw new UsageError("In whose name? vesper import customers FILE --account ACCOUNT");
        await using var db = databases.ForReading();
        var normalised = names.NormalizeName(account);
        var id = await db.Accounts.Where(one => one.NormalizedUserName == normalised).Select(one => one.Id).FirstOrDefaultAsync(stop);
        if (await rights.OfAsync(id, stop) is not { } me || !me.Is(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager))
            return await SayAsync(say, $"There is no active member with the account {account} who looks after customers. Nothing was imported.");
        try
        {
            var map = settings["map"] is { } path ? Map(await File.ReadAllLinesAsync(path, stop)) : [];
            var import = await upload.KeepAsync(Guid.CreateVersion7(), me, file, await File.ReadAllBytesAsync(file, stop), stop);
            var columns = new NewColumns([.. import.Headings.Select((heading, i) => map.Count == 0 ? import.Fields[i] : map.GetValueOrDefault(Fold.Of(heading)))], settings["to"] is "pool" ? ImportTo.Pool : ImportTo.Me);
            ImportLook.Take(import, me, columns);
            for (var i = 0; i < columns.Fields.Count; i++) await say.WriteLineAsync($"  {import.Headings[i]} → {columns.Fields[i]}");
            var preview = await look.PreviewAsync(db, import, me, stop);
            await say.WriteLineAsync($"{preview.Good:N0} of {preview.Rows:N0} rows can be imported, {preview.There:N0} are there already, {preview.Bad:N0} have a fault.");
            foreach (var issue in preview.Issues.Take(Told)) await say.WriteLineAsync($"  row {issue.Line}: {issue.Problem} {issue.Column} {issue.Value}");

            await writer.Run(me.OrgId, async lane =>
            {
                var kept = await lane.CustomerImports.Of(me).FirstAsync(one => one.Id == import.Id);
                ImportLook.Take(kept, me, columns);
                await ImportLook.RememberAsync(lane, kept);
                kept.State = ImportState.Running;
            });
            var batches = 0;
            await imports.RunAsync(me.OrgId, import.Id, async batch =>
            {
                if (++batches % 40 == 0) await say.WriteLineAsync($"  {Math.Min(import.Rows, batches * 250):N0} of {import.Rows:N0} rows");
                return await writer.Run(me.OrgId, batch);
            }, stop);
            var made = await db.CustomerImports.Of(me).Where(one => one.Id == import.Id).Select(one => one.Made).FirstAsync(stop);
            await say.WriteLineAsync($"Imported {made:N0} customers. It can be taken back on the import page of {me.Name}.");
            return 0;
        }
        catch (Exception error) when (error is Refusal or IOException or UnauthorizedAccessException)
        {
            return await SayAsync(say, $"{error.Message} Nothing was imported.");
        }
    }

    /// <summary>A line for each heading that counts: <c>甲方 = name</c>. Headings that are not there stay out.</summary>
    static Dictionary<string, ImportField> Map(IEnumerable<string> lines)
    {
        var map = new Dictionary<string, ImportField>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            if (line.Split('=', 2) is not [var heading, var field] || !Enum.TryParse<ImportField>(field.Trim(), ignoreCase: true, out var known) || !Enum.IsDefined(known))
                throw new UsageError($"The map has a line “{line}”; write HEADING = one of {string.Join(", ", Enum.GetNames<ImportField>())}.");
            map[Fold.Of(heading)] = known;
        }
        return map;
    }

    static async Task<int> SayAsync(TextWriter say, string text)
    {
        await say.WriteLineAsync(text);
        return 1;
    }
}
