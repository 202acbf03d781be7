using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>All that is kept about a member, written as it is read. Instants are said in the organisation's zone, as every screen says them.</summary>
sealed class MyExport(Me me, Db db, DateTimeOffset now)
{
    public DateOnly Day => me.DayOf(now);

    static IEnumerable<DataKind> Kinds => DataKinds.All.Where(kind => !kind.LeftOut && kind.Key != "points"); // a point stands in its visit

    static string LeftOut => string.Join(", ", DataKinds.All.Where(kind => kind.LeftOut).Select(kind => kind.Key));

    public async Task WriteJsonAsync(PipeWriter to, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(to, new() { Indented = true, Encoder = EventJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("exportedAt", Local(now));
        json.WriteString("zone", me.Zone.Id);
        json.WriteString("leftOut", LeftOut);
        foreach (var kind in Kinds)
        {
            json.WriteStartObject(kind.Key);
            foreach (var table in MyRows.Of(kind, db, me)) await WriteTableAsync(json, table, to, stop);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        await json.FlushAsync(stop);
        await to.FlushAsync(stop);
    }

    async Task WriteTableAsync(Utf8JsonWriter json, MyRows table, PipeWriter to, CancellationToken stop)
    {
        var names = table.Columns.Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        json.WriteStartArray(table.Table);
        await foreach (var row in table.ReadAsync(stop))
        {
            json.WriteStartObject();
            for (var i = 0; i < names.Count; i++)
            {
                json.WritePropertyName(names[i]);
                JsonSerializer.Serialize(json, row[i] is DateTimeOffset instant ? Local(instant) : row[i], EventJson.Options);
            }
            json.WriteEndObject();
            if (to.UnflushedBytes > 16_000) await to.FlushAsync(stop);
        }
        json.WriteEndArray();
    }

    /// <summary>The JSON, and beside it the photos themselves, by their ids.</summary>
    public async Task WriteZipAsync(Stream to, FileStore files, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        await using (var json = await zip.CreateEntry("vesper.json", CompressionLevel.Fastest).OpenAsync(stop))
        {
            var pipe = PipeWriter.Create(json, new StreamPipeWriterOptions(leaveOpen: true));
            await WriteJsonAsync(pipe, stop);
            await pipe.CompleteAsync();
        }
        await foreach (var photo in db.Photos.Of(me).Where(photo => photo.MemberId == me.Id).OrderBy(photo => photo.CreatedAt).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (files.Open(me.OrgId, photo.FileId) is not { } bytes) continue;
            await using (bytes)
            await using (var entry = await zip.CreateEntry($"photos/{photo.Id}.{photo.Type.Split('/')[^1]}", CompressionLevel.NoCompression).OpenAsync(stop)) await bytes.CopyToAsync(entry, stop);
        }
    }

    public async Task WriteWorkbookAsync(Stream to, CancellationToken stop)
    {
        await using var book = await Workbook.CreateAsync(to, stop);
        await book.SheetAsync("vesper", About());
        foreach (var table in Kinds.SelectMany(kind => MyRows.Of(kind, db, me)).DistinctBy(table => table.Table)) await book.SheetAsync(table.Table, Rows(table, stop));
    }

    async IAsyncEnumerable<IReadOnlyList<object?>> About()
    {
        yield return ["exportedAt", Cell(now)];
        yield return ["zone", me.Zone.Id];
        yield return ["leftOut", LeftOut];
        await Task.CompletedTask;
    }

    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(MyRows table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        yield return [.. table.Columns.Select(JsonNamingPolicy.CamelCase.ConvertName)];
        await foreach (var row in table.ReadAsync(stop)) yield return [.. row.Select(Cell)];
    }

    object? Cell(object? value) => value switch
    {
        null or string or int or long or double or bool => value,
        DateTimeOffset instant => TimeZoneInfo.ConvertTime(instant, me.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly or TimeOnly => string.Format(CultureInfo.InvariantCulture, "{0:o}", value),
        Guid => value.ToString(),
        Enum choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()),
        _ => JsonSerializer.Serialize(value, value.GetType(), EventJson.Options),
    };

    string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, me.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
