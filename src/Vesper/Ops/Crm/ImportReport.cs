using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vesper.Ops.Crm;

/// <summary>What an import did, for people (md) and for a spreadsheet (csv): every line that was not simply taken, with its reason.</summary>
sealed class ImportReport(CrmExport export, string organisation)
{
    /// <summary>By kind of thing: new, changed, as before.</summary>
    public Dictionary<string, (int New, int Changed, int Same)> Counts { get; } = [];

    public int Changes => Counts.Values.Sum(count => count.New + count.Changed);

    public void Count(string what, int added, int changed, int same)
    {
        var before = Counts.GetValueOrDefault(what);
        Counts[what] = (before.New + added, before.Changed + changed, before.Same + same);
    }

    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "import-report.md"), Markdown());
        await using var file = new StreamWriter(Path.Combine(folder, "import-report.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(file, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        await csv.WriteRecordsAsync(export.Notes.OrderBy(note => note.File).ThenBy(note => note.Line));
    }

    public string Markdown()
    {
        var text = new StringBuilder($"# CRM import into {organisation}\n\n| | new | changed | as before |\n|---|---|---|---|\n");
        foreach (var (what, count) in Counts) text.Append(CultureInfo.InvariantCulture, $"| {what} | {count.New} | {count.Changed} | {count.Same} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{export.Lines} opportunities in the file, {export.Opportunities.Count} usable.\n");
        foreach (var (kind, title) in new[] { (NoteKind.Repaired, "Repaired"), (NoteKind.Kept, "Kept with a gap"), (NoteKind.Unusable, "Not imported") })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
            var groups = export.Notes.Where(note => note.Kind == kind).GroupBy(note => (note.File, note.Reason)).OrderByDescending(group => group.Count()).ToList();
            if (groups.Count == 0) text.Append("Nothing.\n");
            foreach (var group in groups)
                text.Append(CultureInfo.InvariantCulture, $"- {group.Count()} × {group.Key.File}: {group.Key.Reason} (line {string.Join(", ", group.Take(8).Select(note => note.Line))}{(group.Count() > 8 ? ", …" : "")})\n");
        }
        text.Append("\nEvery line stands in import-report.csv.\n");
        return text.ToString();
    }
}
