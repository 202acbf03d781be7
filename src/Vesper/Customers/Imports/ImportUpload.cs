using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;
using Vesper.Kit.Text;

namespace Vesper.Customers.Imports;

/// <summary>Takes a file in: all of it is read once, so that what is wrong with it is said before anybody maps its columns.</summary>
sealed class ImportUpload(Writer writer, DbFactory databases, FileStore files, ImportOptions options, TimeProvider time)
{
    const int Shown = 3;

    /// <exception cref="Refusal">413 <c>import.too-large</c></exception>
    public async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > options.MostBytes) throw TooLarge();
        using var read = new MemoryStream((int)(request.ContentLength ?? 64 * 1024));
        var chunk = new byte[64 * 1024];
        while (await request.Body.ReadAsync(chunk, stop) is > 0 and var count)
        {
            read.Write(chunk, 0, count);
            if (read.Length > options.MostBytes) throw TooLarge();
        }
        return read.ToArray();
    }

    /// <exception cref="Refusal"><c>import.empty</c> · <c>import.too-many-rows</c> · and what <see cref="Table"/> says</exception>
    public async Task<CustomerImport> KeepAsync(Guid id, Me me, string name, byte[] bytes, CancellationToken stop)
    {
        if (bytes.Length == 0) throw Empty();
        var shape = Table.Look(bytes);
        var (first, last, rows) = (new List<TableRow>(), 0, 0);
        foreach (var row in Table.Rows(new MemoryStream(bytes), shape))
        {
            if (first.Count < Headings.Above + Shown) first.Add(row);
            last = row.Line;
            if (++rows > options.MostRows + Headings.Above) throw new Refusal("import.too-many-rows", $"More than {options.MostRows} rows; make several files of it.");
        }
        var at = Headings.Find(first);
        if (first.Count <= at || last <= first[at].Line) throw Empty();
        if (rows - at - 1 > options.MostRows) throw new Refusal("import.too-many-rows", $"More than {options.MostRows} rows; make several files of it.");

        var headings = first[at].Cells.Select(heading => ImportRow.Cut(heading, 80)).ToList();
        await using var db = databases.ForReading();
        var remembered = await db.ImportHeadings.Of(me).ToDictionaryAsync(one => one.Heading, one => one.Field, StringComparer.Ordinal, stop);
        var import = new CustomerImport
        {
            OrgId = me.OrgId, Id = id, MemberId = me.Id, FileName = ImportRow.Cut(Path.GetFileName(name.Trim()) is { Length: > 0 } file ? file : "list", 120), FileId = Guid.CreateVersion7(),
            Kind = shape.Kind, Charset = shape.Charset, Separator = shape.Separator.ToString(), HeadingLine = first[at].Line, Headings = headings, Fields = Headings.Guess(headings, remembered),
            Samples = [.. headings.Select((_, i) => string.Join(" · ", first.Skip(at + 1).Take(Shown).Select(row => i < row.Cells.Count ? ImportRow.Cut(row.Cells[i], 30) : "").Where(cell => cell.Length > 0)))],
            Rows = rows - at - 1, CreatedAt = time.GetUtcNow(),
        };
        await files.WriteAsync(me.OrgId, import.FileId.Value, bytes, stop);
        return await writer.Run(me.OrgId, async lane =>
        {
            // Another attempt was quicker; its file is as good.
            if (await lane.CustomerImports.Of(me).FindAsync(id) is { } kept) return kept;
            lane.Add(import);
            return import;
        });
    }

    static Refusal TooLarge() => new("import.too-large", "A list has 30 MB at most.", StatusCodes.Status413PayloadTooLarge);

    static Refusal Empty() => new("import.empty", "There is no row below the headings.");
}
