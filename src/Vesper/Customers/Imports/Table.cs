using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Vesper.Kit.Http;

namespace Vesper.Customers.Imports;

enum TableKind { Csv, Xlsx }

/// <summary>How a file is to be read; found once, when it comes.</summary>
sealed record TableShape(TableKind Kind, string Charset, char Separator);

/// <summary>A row with something in it. Line: as the file's own program counts.</summary>
sealed record TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A list somebody dropped, CSV or XLSX, read row by row. What is wrong with it is said by a refusal, whatever the bytes are.</summary>
static class Table
{
    const int MostColumns = 200, LongestField = 10_000, Beginning = 64 * 1024;

    /// <exception cref="Refusal"><c>import.encoding</c> · <c>import.not-a-table</c> · <c>import.unpacks</c> · <c>import.broken</c></exception>
    public static TableShape Look(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            Xlsx.Check(bytes);
            return new(TableKind.Xlsx, "", ',');
        }
        // The old .xls, a PDF, a picture: their first bytes say so before their letters puzzle anybody.
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.AsSpan().StartsWith("%PDF"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
            throw new Refusal("import.not-a-table", "Neither CSV nor XLSX.");
        var charset = TextGuess.Charset(bytes);
        using var reader = new StreamReader(new MemoryStream(bytes), TextGuess.Of(charset));
        var beginning = new char[Beginning];
        return new(TableKind.Csv, charset, TextGuess.Separator(new(beginning, 0, reader.ReadBlock(beginning))));
    }

    /// <exception cref="Refusal"><c>import.broken</c> · <c>import.quotes</c> · <c>import.too-wide</c></exception>
    public static IEnumerable<TableRow> Rows(Stream file, TableShape shape)
    {
        foreach (var row in shape.Kind is TableKind.Xlsx ? Xlsx.Rows(file) : Lines(file, shape))
        {
            if (row.Cells.Count > MostColumns) throw new Refusal("import.too-wide", $"More than {MostColumns} columns.");
            var cells = row.Cells.Select(Clean).ToArray();
            if (cells.Any(cell => cell.Length > 0)) yield return new(row.Line, cells);
        }
    }

    static IEnumerable<TableRow> Lines(Stream file, TableShape shape)
    {
        using var reader = new StreamReader(file, TextGuess.Of(shape.Charset), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = shape.Separator.ToString(), BadDataFound = null, IgnoreBlankLines = true, MaxFieldSize = LongestField,
        });
        while (Read(csv)) yield return new(csv.RawRow, csv.Record!);
    }

    // A quote that is never closed swallows the rest of the file: the row where it opened is named, and nothing is imported.
    static bool Read(CsvParser csv)
    {
        var line = csv.RawRow + 1;
        try
        {
            return csv.Read();
        }
        catch (Exception error) when (error is CsvHelperException or DecoderFallbackException)
        {
            throw new Refusal("import.quotes", $"From row {line} on it cannot be read: a quotation mark is open.");
        }
    }

    /// <summary>One line without what no keyboard writes: control characters, halves of letters, blanks around and in rows.</summary>
    static string Clean(string cell)
    {
        if (!cell.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || char.IsWhiteSpace(letter) || letter is '\uFEFF' or '\uFFFE' or '\uFFFF')) return cell;
        var kept = new StringBuilder(cell.Length);
        foreach (var rune in cell.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && rune.Value is not (0xFEFF or 0xFFFE or 0xFFFF))
            {
                kept.Append(rune);
            }
        return kept.ToString().TrimEnd(' ');
    }
}
