using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Vesper.Kit.Http;

namespace Vesper.Customers.Imports;

/// <summary>An .xlsx from outside: a zip, so it is asked how much it holds before anything of it is read.</summary>
static class Xlsx
{
    /// <summary>100,000 rows of twelve columns unpack to about 60 MB.</summary>
    public const long MostUnpacked = 200L * 1024 * 1024;
    const int MostParts = 1000;

    /// <exception cref="Refusal"><c>import.unpacks</c>: too much in it, by its own word or in truth. <c>import.broken</c> · <c>import.not-a-table</c></exception>
    public static void Check(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(part => part.Length) > MostUnpacked) throw TooMuch();
            if (zip.GetEntry("xl/workbook.xml") is null) throw new Refusal("import.not-a-table", "A zip, but no Excel workbook.");
            Measure(zip);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw Broken();
        }
    }

    /// <summary>A directory may lie, so each part is unpacked into nothing and counted.</summary>
    static void Measure(ZipArchive zip)
    {
        var (chunk, total) = (new byte[64 * 1024], 0L);
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            while (content.Read(chunk) is > 0 and var read)
                if ((total += read) > MostUnpacked) throw TooMuch();
        }
    }

    /// <summary>The first sheet that has a row.</summary>
    public static IEnumerable<TableRow> Rows(Stream file)
    {
        using var reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(file, new() { LeaveOpen = true }));
        do
        {
            var (line, any) = (0, false);
            while (Guarded(reader.Read))
            {
                line++;
                var cells = Guarded(() => Enumerable.Range(0, Math.Min(reader.FieldCount, 1000)).Select(i => Text(reader.GetValue(i))).ToArray());
                any |= cells.Any(cell => cell.Length > 0);
                yield return new(line, cells);
            }
            if (any) yield break;
        }
        while (Guarded(reader.NextResult));
    }

    static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        // A phone number that Excel took for a number is written out.
        double number => Math.Abs(number) < 1e15 ? number.ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // What a reader of somebody else's XML may throw is not ours to list; whatever it is, the file is broken.
    static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ExcelReaderException or XmlException or InvalidDataException or IOException or FormatException or OverflowException
            or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or InvalidCastException)
        {
            throw Broken();
        }
    }

    static Refusal TooMuch() => new("import.unpacks", "It unpacks to more than 200 MB.");

    static Refusal Broken() => new("import.broken", "This workbook is broken.");
}
