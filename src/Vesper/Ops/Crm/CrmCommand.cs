using System.Globalization;
using System.Text;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Ops.Crm;

/// <summary><c>vesper import crm DIR</c>: reads and checks the whole export first, then writes batch by batch, shows how far it is, and leaves a report.</summary>
sealed class CrmCommand(Writer writer, Enrolment enrolment, TeamOptions teams, TimeProvider time, VesperOptions options, IConfiguration settings)
{
    public async Task<int> RunAsync(string folder, TextWriter say, CancellationToken stop = default)
    {
        var organisation = settings["organisation"] is { Length: > 0 and <= 34 } name ? name.Trim() : "CRM";
        var zone = settings["zone"] ?? "Asia/Shanghai";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new UsageError($"--zone {zone}: no such time zone; Asia/Shanghai is one.");

        CrmExport export;
        try
        {
            export = CrmExport.Read(folder);
        }
        catch (Exception error) when (error is ImportRefused or IOException or UnauthorizedAccessException)
        {
            await say.WriteLineAsync($"{error.Message} Nothing was imported.");
            return 1;
        }

        var orgId = new CrmIds(organisation).Organisation;
        var report = new ImportReport(export, organisation);
        var tree = new CrmTree(orgId, organisation, zone, enrolment, teams, time);
        var ways = await tree.GrowAsync(writer, export, report, stop);
        await new CrmImport(orgId, organisation, tree, writer, time).RunAsync(export, report, (what, done, all) => say.WriteLine($"  {done:N0} of {all:N0} {what}"), stop);

        await report.WriteAsync(options.Data);
        await say.WriteLineAsync(report.Changes == 0 ? $"{organisation} has all of it already; nothing was changed." : $"Imported into {organisation}: {string.Join(", ", report.Counts.Select(count => $"{count.Value.New:N0} {count.Key}"))}.");
        var unusable = export.Notes.Count(note => note.Kind is NoteKind.Unusable);
        await say.WriteLineAsync($"{(unusable == 0 ? "Every line was usable" : $"{unusable:N0} lines were not usable")}; what was repaired or kept with a gap stands in {Path.Combine(options.Data, "import-report.md")} and .csv.");
        if (ways.Count > 0) await WaysInAsync(ways, say);
        return 0;
    }

    /// <summary>One-time passwords go to a file only its owner can read, never to a log.</summary>
    async Task WaysInAsync(IReadOnlyList<WayIn> ways, TextWriter say)
    {
        var path = Path.Combine(options.Data, "crm-accounts.csv");
        var access = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(path); // the mode counts at creation only
        await using (var file = new StreamWriter(path, new UTF8Encoding(true), access))
        {
            await file.WriteLineAsync("account,name,role,team,one_time_password");
            foreach (var way in ways) await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{way.Account},{Quoted(way.Name)},{way.Role},{Quoted(way.Team)},{way.OneTimePassword}"));
        }

        var supervisor = ways.FirstOrDefault(way => way.Role is Role.Supervisor);
        await say.WriteLineAsync($"One-time passwords of {ways.Count} new members, good for {teams.WelcomeHours} hours: {path} (only you can read it).");
        if (supervisor is not null)
            await say.WriteLineAsync($"To play an evening: sign in as {supervisor.Account} (supervisor of {supervisor.Team}) in one window and as two of the team in two more.");
    }

    static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
