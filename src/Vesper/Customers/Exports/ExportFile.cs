using System.Globalization;
using System.Text;
using Vesper.Teams;

namespace Vesper.Customers.Exports;

/// <summary>A customer as a line of the file.</summary>
sealed record ExportRow(
    string Name, string ShortName, string City, string Industry, int? Employees, string Address, Grade Grade, Stage Stage, string Owner, string Contact, string Title, string Phone, string NextStep, DateOnly? NextOn);

/// <summary>
/// Writes the file: the mark of who asked, when and why stands on top and beside every row. A text that begins like a formula stays a text, in CSV too: a spreadsheet would run it.
/// </summary>
static class ExportFile
{
    static readonly string[] Headings = ["公司名称", "简称", "城市", "行业", "人数", "地址", "等级", "阶段", "负责人", "联系人", "职务", "电话", "下一步", "下次日期", "编号"];

    public static async Task<byte[]> WriteAsync(ExportKind kind, string about, string mark, IReadOnlyList<ExportRow> rows, CancellationToken stop)
    {
        IEnumerable<IReadOnlyList<object?>> lines = [[about], Headings, .. rows.Select(row => Cells(row, mark))];
        if (kind is ExportKind.Csv) return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => string.Join(',', line.Select(Quoted)) + "\r\n")))];
        var stream = new MemoryStream();
        await using (var book = await Workbook.CreateAsync(stream, stop)) await book.SheetAsync("客户", Each(lines));
        return stream.ToArray();
    }

    static IReadOnlyList<object?> Cells(ExportRow row, string mark) =>
    [
        row.Name, row.ShortName, row.City, row.Industry, row.Employees, row.Address, row.Grade.ToString(), row.Stage switch { Stage.Develop => "开发", Stage.Follow => "跟进", Stage.Close => "促单", _ => "签单" },
        row.Owner, row.Contact, row.Title, row.Phone, row.NextStep, row.NextOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), mark,
    ];

    static string Quoted(object? cell) => cell switch
    {
        null => "",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"\"{Workbook.Safe(Convert.ToString(cell, CultureInfo.InvariantCulture)!).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };

    static async IAsyncEnumerable<IReadOnlyList<object?>> Each(IEnumerable<IReadOnlyList<object?>> lines)
    {
        await Task.CompletedTask;
        foreach (var line in lines) yield return line;
    }
}
