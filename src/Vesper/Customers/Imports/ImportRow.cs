using System.Globalization;
using System.Text.RegularExpressions;

namespace Vesper.Customers.Imports;

/// <summary>
/// Why a row stays out. The first ones are its own fault, the next tell of the archive (and no more than the door tells anybody), Touched belongs to the undoing: somebody has worked
/// with it since.
/// </summary>
enum ImportProblem { NameMissing, TooLong, NotANumber, NotADate, NotAPhone, OwnerUnknown, Twice, InPool, Protected, Signed, NoContact, Full, Touched }

/// <summary>Line and column as the file counts and calls them. Value: what stands there, cut short.</summary>
sealed record ImportIssue(int Line, ImportProblem Problem, string Column, string Value);

/// <summary>A row as it was understood.</summary>
sealed record ReadRow(
    int Line, string Name, string ShortName, string City, string Industry, int? Employees, string Address, string Contact, string Title, string Phone, string Owner, string NextStep, DateOnly? NextOn);

/// <summary>Reads one row by the fields of its columns, and names everything that is wrong with it.</summary>
static partial class ImportRow
{
    const int LongestValue = 40;
    static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:m", "yyyy/M/d H:m", "yyyy-M-d H:m:s", "yyyy/M/d H:m:s"];

    public static ReadRow? Read(TableRow row, IReadOnlyList<ImportField> fields, IReadOnlyList<string> headings, List<ImportIssue> issues)
    {
        var before = issues.Count;
        var cells = new Dictionary<ImportField, string>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] is ImportField.Ignore) continue;
            var cell = i < row.Cells.Count ? row.Cells[i] : "";
            cells[fields[i]] = cell;
            if (cell.Length > fields[i].Longest()) Wrong(ImportProblem.TooLong, fields[i]);
        }

        if (Of(ImportField.Name).Length == 0) Wrong(ImportProblem.NameMissing, ImportField.Name);
        if (Of(ImportField.Phone) is { Length: > 0 } phone && !Phones().IsMatch(phone)) Wrong(ImportProblem.NotAPhone, ImportField.Phone);
        int? employees = Of(ImportField.Employees) switch
        {
            "" => null,
            var text when int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && count >= 0 => count,
            _ => Wrong(ImportProblem.NotANumber, ImportField.Employees),
        };
        DateOnly? next = null;
        if (Of(ImportField.NextOn) is { Length: > 0 } on)
        {
            if (DateTime.TryParseExact(on, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) next = DateOnly.FromDateTime(day);
            else Wrong(ImportProblem.NotADate, ImportField.NextOn);
        }
        // A number without a name would be nobody's.
        if (Of(ImportField.Contact).Length == 0 && Of(ImportField.Title).Length + Of(ImportField.Phone).Length > 0) cells[ImportField.Contact] = Of(ImportField.Title) is { Length: > 0 } title ? title : "联系人";

        return issues.Count > before ? null : new(
            row.Line, Of(ImportField.Name), Of(ImportField.ShortName), Of(ImportField.City), Of(ImportField.Industry), employees, Of(ImportField.Address),
            Of(ImportField.Contact), Of(ImportField.Title), Of(ImportField.Phone), Of(ImportField.Owner), Of(ImportField.NextStep), next);

        string Of(ImportField field) => cells.GetValueOrDefault(field, "");

        int? Wrong(ImportProblem problem, ImportField field)
        {
            issues.Add(Issue(row.Line, problem, headings[IndexOf(fields, field)], Of(field)));
            return null;
        }
    }

    public static ImportIssue Issue(int line, ImportProblem problem, string column, string value) => new(line, problem, column, Cut(value, LongestValue));

    /// <summary>No letter is cut in two.</summary>
    public static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    static int IndexOf(IReadOnlyList<ImportField> fields, ImportField field)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i] == field) return i;
        return 0;
    }

    [GeneratedRegex(@"^[0-9+\-() ]*$")]
    private static partial Regex Phones();
}
