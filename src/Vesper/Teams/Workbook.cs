using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Vesper.Teams;

/// <summary>
/// An .xlsx written straight to a stream: the least of SpreadsheetML that Excel, WPS and LibreOffice open, every text in its own cell. The libraries for it want a file
/// they can seek in, and an export may be long.
/// </summary>
sealed class Workbook : IAsyncDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const int LongestText = 32_767; // Excel's

    readonly ZipArchive _zip;
    readonly List<string> _sheets = [];

    Workbook(ZipArchive zip) => _zip = zip;

    public static async Task<Workbook> CreateAsync(Stream to, CancellationToken stop) => new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop));

    /// <summary>One sheet, row by row. Texts stay texts, numbers numbers.</summary>
    public async Task SheetAsync(string name, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        _sheets.Add(name);
        await using var part = await _zip.CreateEntry($"xl/worksheets/sheet{_sheets.Count}.xml", CompressionLevel.Fastest).OpenAsync();
        await using var xml = XmlWriter.Create(part, new() { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        await foreach (var row in rows)
        {
            await xml.WriteStartElementAsync(null, "row", Main);
            foreach (var cell in row) await CellAsync(xml, cell);
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    static async Task CellAsync(XmlWriter xml, object? value)
    {
        await xml.WriteStartElementAsync(null, "c", Main);
        switch (value)
        {
            case null:
                break;
            case int or long or double:
                await xml.WriteElementStringAsync(null, "v", Main, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case bool yes:
                await xml.WriteAttributeStringAsync(null, "t", null, "b");
                await xml.WriteElementStringAsync(null, "v", Main, yes ? "1" : "0");
                break;
            default:
                await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
                await xml.WriteStartElementAsync(null, "is", Main);
                await xml.WriteStartElementAsync(null, "t", Main);
                await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
                await xml.WriteStringAsync(Safe(Convert.ToString(value, CultureInfo.InvariantCulture)!));
                await xml.WriteEndElementAsync();
                await xml.WriteEndElementAsync();
                break;
        }
        await xml.WriteEndElementAsync();
    }

    /// <summary>A text that begins like a formula would become one as soon as somebody saves the sheet as CSV: an apostrophe keeps it a text. What XML cannot hold is dropped.</summary>
    public static string Safe(string text)
    {
        var kept = new StringBuilder(text.Length + 1);
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') kept.Append('\'');
        for (var i = 0; i < text.Length && kept.Length < LongestText; i++)
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        return kept.ToString();
    }

    /// <summary>The parts that name the others come last.</summary>
    public async ValueTask DisposeAsync()
    {
        await PartAsync("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaType}.main+xml"/>{Each(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}</Types>""");
        await PartAsync("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        await PartAsync("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(i => $"""<sheet name="{_sheets[i - 1]}" sheetId="{i}" r:id="rId{i}"/>""")}</sheets></workbook>""");
        await PartAsync("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{Each(i => $"""<Relationship Id="rId{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}</Relationships>""");
        await _zip.DisposeAsync();
    }

    string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, _sheets.Count).Select(part));

    async Task PartAsync(string name, string xml)
    {
        await using var part = await _zip.CreateEntry(name).OpenAsync();
        await part.WriteAsync(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }
}
