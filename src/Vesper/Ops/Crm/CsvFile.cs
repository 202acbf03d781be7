using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vesper.Ops.Crm;

/// <summary>One line of a file by its column names; Line counts from 1 and includes the header.</summary>
sealed record CsvLine(int Line, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string column] => Fields[column];
}

/// <summary>A CSV file from somebody else's system: UTF-8 with a header, else a sentence that says what it is and what to do.</summary>
static class CsvFile
{
    /// <exception cref="ImportRefused">Not there, not text, not UTF-8, or without a column.</exception>
    public static IReadOnlyList<CsvLine> Read(string folder, string name, params IReadOnlyList<string> columns)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new ImportRefused($"{name} is not in {folder}. A CRM export holds {string.Join(", ", CrmExport.Files)}.");
        return Parse(name, Decode(name, File.ReadAllBytes(path)), columns);
    }

    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8)) throw new ImportRefused($"{name} is an Excel workbook, not CSV. Save it as “CSV UTF-8”.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) throw new ImportRefused($"{name} is UTF-16. Save it as “CSV UTF-8”.");
        if (bytes.Contains((byte)0)) throw new ImportRefused($"{name} is not a text file.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ImportRefused($"{name} is not UTF-8{(IsGb18030(bytes) ? " but looks like GB18030 (a Chinese Excel writes it)" : "")}. Save it as “CSV UTF-8”.");
        }
    }

    public static IReadOnlyList<CsvLine> Parse(string name, string text, IReadOnlyList<string> columns)
    {
        var lines = new List<CsvLine>();
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, TrimOptions = TrimOptions.Trim, IgnoreBlankLines = true });
        var header = csv.Read() ? csv.Record! : throw new ImportRefused($"{name} is empty.");
        if (columns.Except(header).ToList() is { Count: > 0 } missing)
            throw new ImportRefused($"{name} lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}. Found: {Shown(header)}. Is it the right file?");

        while (csv.Read())
        {
            var fields = new Dictionary<string, string>();
            for (var i = 0; i < header.Length; i++) fields[header[i]] = i < csv.Record!.Length ? csv.Record[i] : "";
            lines.Add(new(csv.RawRow, fields));
        }
        return lines;
    }

    static string Shown(string[] header)
    {
        var all = string.Join(", ", header);
        return all.Length <= 200 ? all : all[..200] + "…";
    }

    // Every lead byte above 0x80 has a proper second one, and what comes out is Chinese.
    static bool IsGb18030(ReadOnlySpan<byte> bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var text = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            return text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

/// <summary>Nothing was imported and nothing changed; the message says why and what to do.</summary>
sealed class ImportRefused(string message) : Exception(message);
