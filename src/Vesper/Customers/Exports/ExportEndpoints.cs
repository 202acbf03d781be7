using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Imports;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;
using Vesper.Teams;

namespace Vesper.Customers.Exports;

/// <summary>Why customers are to leave the house. The reason is kept for good.</summary>
sealed record NewExport([property: Required, MinLength(4), MaxLength(200)] string Reason, ExportKind Kind = ExportKind.Xlsx);

sealed record ExportDecision([property: Required] bool? Granted);

/// <summary>An export of mine, or one I may decide. Mine: only then it may be fetched.</summary>
sealed record ExportView(Guid Id, string MemberName, bool Mine, string Reason, ExportKind Kind, ExportState State, int Rows, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool MayDecide);

/// <summary>导出: with a reason; in a company a second person agrees to many at once; made by a job, fetched by who asked alone.</summary>
static class ExportEndpoints
{
    const int Latest = 30;

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        exports.MapGet("/", ListExports).WithName("listExports").RequireAdminOr(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).WithSummary("Mine, and those that wait for my word; newest first.");
        exports.MapPut("/{id:guid}", PutExport).WithName("putExport").WithSummary("Asks for all customers I may see in a file.");
        exports.MapPut("/{id:guid}/decision", PutDecision).WithName("putExportDecision").RequireAdminOr(Role.Supervisor, Role.Manager).WithSummary("The second person's word.");
        exports.MapGet("/{id:guid}/file", GetFile).WithName("getExportFile").WithSummary("The file, for who asked, for a day.");
    }

    static async Task<Ok<List<ExportView>>> ListExports(Me me, Db db, ExportOptions options, CancellationToken stop)
    {
        var rows = await Seen(db, me).OrderByDescending(export => export.CreatedAt).Take(Latest)
            .Select(export => new { Export = export, Name = db.Set<Member>().Where(m => m.OrgId == export.OrgId && m.Id == export.MemberId).Select(m => m.ShortName).FirstOrDefault() }).ToListAsync(stop);
        return TypedResults.Ok(rows.ConvertAll(row => new ExportView(
            row.Export.Id, row.Name ?? "", row.Export.MemberId == me.Id, row.Export.Reason, row.Export.Kind, row.Export.State, row.Export.Rows, row.Export.CreatedAt, row.Export.ReadyAt + options.Kept,
            row.Export.State is ExportState.Asked && row.Export.MemberId != me.Id)));
    }

    static async Task<NoContent> PutExport(Guid id, NewExport input, Me me, Writer writer, ExportOptions options, JobBell bell, TimeProvider time)
    {
        await writer.Run(me.OrgId, async db =>
        {
            if (await db.CustomerExports.Of(me).AnyAsync(one => one.Id == id)) return;
            var (now, since) = (time.GetUtcNow(), time.GetUtcNow().AddDays(-1));
            if (await db.CustomerExports.Of(me).CountAsync(one => one.MemberId == me.Id && one.CreatedAt > since) >= options.MostADay) throw new Refusal("export.too-many", "So many exports a day are not made.");
            var rows = await db.Customers.VisibleTo(me).CountAsync();
            if (rows > options.MostRows) throw new Refusal("export.too-large", $"More than {options.MostRows} customers do not leave in one file.");
            var company = await db.Organisations.AnyAsync(one => one.Id == me.OrgId && one.Preset == Preset.Company);
            var export = new CustomerExport
            {
                OrgId = me.OrgId, Id = id, MemberId = me.Id, TeamId = me.TeamId, Reason = input.Reason.Trim(), Kind = input.Kind, Rows = rows, CreatedAt = now,
                State = company && rows > options.Alone ? ExportState.Asked : ExportState.Granted,
            };
            db.Add(export);
            db.Tell(Topic.House, new CustomersExported(id, me.Id, "asked", export.Reason, rows));
            if (export.State is ExportState.Asked)
                foreach (var second in (await db.AdmittersAsync(await db.Units.Of(me).FirstAsync(unit => unit.Id == me.TeamId))).Where(second => second != me.Id))
                    db.Notify(second, "export-asked", "/exports", ("who", me.ShortName));
        });
        bell.Ring(me, ExportJob.Key);
        return TypedResults.NoContent();
    }

    static async Task<Results<NoContent, NotFound>> PutDecision(Guid id, ExportDecision input, Me me, Writer writer, JobBell bell)
    {
        var answer = await writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await Seen(db, me).FirstOrDefaultAsync(one => one.Id == id) is not { } export) return TypedResults.NotFound();
            export.Decide(me.Id, input.Granted!.Value);
            db.Tell(Topic.House, new CustomersExported(id, me.Id, input.Granted.Value ? "granted" : "refused", export.Reason, export.Rows));
            db.Tell(Topic.Member(export.MemberId), new ExportMoved(id));
            return TypedResults.NoContent();
        });
        bell.Ring(me, ExportJob.Key);
        return answer;
    }

    static async Task<Results<FileStreamHttpResult, NotFound>> GetFile(Guid id, Me me, Writer writer, FileStore files, HttpResponse response, TimeProvider time)
    {
        var export = await writer.Run(me.OrgId, async db =>
        {
            if (await db.CustomerExports.Of(me).FirstOrDefaultAsync(one => one.Id == id && one.MemberId == me.Id && one.State == ExportState.Ready) is not { } ready) return null;
            ready.FetchedAt = time.GetUtcNow();
            db.Tell(Topic.House, new CustomersExported(id, me.Id, "fetched", ready.Reason, ready.Rows));
            return ready;
        });
        if (export?.FileId is not { } file || files.Open(me.OrgId, file) is not { } bytes) return TypedResults.NotFound();
        response.Headers.CacheControl = "no-store";
        var xlsx = export.Kind is ExportKind.Xlsx;
        return TypedResults.Stream(bytes, xlsx ? Workbook.MediaType : "text/csv; charset=utf-8", $"vesper-{export.Mark}.{(xlsx ? "xlsx" : "csv")}");
    }

    /// <summary>Her own; and for who leads the asker, or is an administrator, what waits for a second person or was decided by her.</summary>
    static IQueryable<CustomerExport> Seen(Db db, Me me)
    {
        var (sees, id, admin) = (me.Sees, me.Id, me.Admin);
        return db.CustomerExports.Of(me).Where(export => export.MemberId == id || ((admin || sees.Contains(export.TeamId)) && (export.State == ExportState.Asked || export.DecidedBy == id)));
    }
}
