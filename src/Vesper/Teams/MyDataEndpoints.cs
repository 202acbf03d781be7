using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>谁能看到我的数据: what is kept about me, who can see it, how long; and all of it as a file.</summary>
static class MyDataEndpoints
{
    public static void MapMyData(this IEndpointRouteBuilder api)
    {
        var data = api.MapGroup("/me/data").WithTags("Teams").RequireMember();
        data.MapGet("/", GetMyData).WithName("getMyData").WithSummary("Every kind of data about me: who can see it, how long it is kept, how many rows there are.");
        data.MapGet("/export", ExportMyData).WithName("exportMyData").WithSummary("All of it as a file, in the organisation's time zone; format json, xlsx, or zip with the photos.")
            .Produces<string>(200, "application/json", Workbook.MediaType, "application/zip");
    }

    static async Task<Ok<List<DataKindView>>> GetMyData(Me me, Db db, CancellationToken stop)
    {
        var views = new List<DataKindView>();
        foreach (var kind in DataKinds.All)
        {
            var rows = 0;
            if (kind.Key == "points") rows = await db.Visits.Of(me).CountAsync(visit => visit.MemberId == me.Id && visit.PointKept != null, stop); // most visits outlive their place
            else if (!kind.LeftOut)
                foreach (var table in MyRows.Of(kind, db, me)) rows += await table.CountAsync(stop);
            views.Add(new(kind.Key, kind.Viewers, kind.Days, kind.Source, kind.LeftOut || kind.Columns.Length == 0 ? null : rows, kind.LeftOut));
        }
        return TypedResults.Ok(views);
    }

    static async Task ExportMyData(Me me, Db db, FileStore files, HttpContext http, TimeProvider time, Word<ExportFormat> format, CancellationToken stop)
    {
        var export = new MyExport(me, db, time.GetUtcNow());
        http.Response.ContentType = format.Value switch { ExportFormat.Xlsx => Workbook.MediaType, ExportFormat.Zip => "application/zip", _ => "application/json; charset=utf-8" };
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"vesper-{export.Day:yyyy-MM-dd}.{format.Value.ToString().ToLowerInvariant()}\"";
        http.Response.Headers.CacheControl = "no-store";
        if (format.Value is not ExportFormat.Json && http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true; // a zip writes its headers that way
        await (format.Value switch
        {
            ExportFormat.Xlsx => export.WriteWorkbookAsync(http.Response.Body, stop),
            ExportFormat.Zip => export.WriteZipAsync(http.Response.Body, files, stop),
            _ => export.WriteJsonAsync(http.Response.BodyWriter, stop),
        });
    }
}

/// <summary>Zip: the JSON with the photos themselves.</summary>
enum ExportFormat { Json, Xlsx, Zip }

/// <summary>Rows: how many are about me; null where they are not counted. LeftOut: not in an export.</summary>
sealed record DataKindView(string Key, IReadOnlyList<DataViewer> Viewers, int? Days, Source Source, int? Rows, bool LeftOut);
