using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Files;
using Vesper.Kit.Http;

namespace Vesper.Customers.Imports;

/// <summary>导入: a list is dropped, looked at, brought in and, if need be, taken back. It is its bringer's alone.</summary>
static class ImportEndpoints
{
    const int Latest = 20;

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        imports.MapGet("/", ListImports).WithName("listImports").WithSummary("My last ones, newest first.");
        imports.MapGet("/{id:guid}", GetImport).WithName("getImport");
        imports.MapPut("/{id:guid}", PutImport).WithName("putImport").ProducesProblem(413)
            .WithSummary("A list of customers, the raw bytes of a CSV or XLSX as the body; name: the file's. Nothing is imported yet. Sending it again changes nothing.");
        imports.MapPut("/{id:guid}/columns", PutColumns).WithName("putColumns").WithSummary("What each column holds. Answers what would come of it: bad rows named, collisions listed.");
        imports.MapPut("/{id:guid}/run", PutRun).WithName("putRun").WithSummary("Imports what can be; goes on by itself, also when the page is left.");
        imports.MapPut("/{id:guid}/undo", PutUndo).WithName("putUndo").WithSummary("Takes back what it made, but for what somebody has worked with since; also stops it.");
    }

    static async Task<Ok<IReadOnlyList<ImportView>>> ListImports(Me me, Db db, CancellationToken stop)
    {
        var rows = await Mine(db, me).OrderByDescending(import => import.CreatedAt).Take(Latest).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<ImportView>>(rows.ConvertAll(import => ImportView.Of(import) with { Issues = [], Samples = [] }));
    }

    static async Task<Results<Ok<ImportView>, NotFound>> GetImport(Guid id, Me me, Db db, CancellationToken stop) =>
        await Mine(db, me).FirstOrDefaultAsync(import => import.Id == id, stop) is { } import ? TypedResults.Ok(ImportView.Of(import)) : TypedResults.NotFound();

    static async Task<Results<Ok<ImportView>, Created<ImportView>, NotFound>> PutImport(
        Guid id, HttpRequest request, Me me, Db db, ImportUpload upload, CancellationToken stop, string name = "")
    {
        if (await db.CustomerImports.Of(me).FindAsync(id) is { } earlier) return earlier.MemberId == me.Id ? TypedResults.Ok(ImportView.Of(earlier)) : TypedResults.NotFound();
        var bytes = await upload.ReadAsync(request, stop);
        var import = await upload.KeepAsync(id, me, name, bytes, stop);
        return TypedResults.Created($"/api/imports/{id}", ImportView.Of(import));
    }

    static async Task<Results<Ok<ImportPreview>, NotFound>> PutColumns(Guid id, NewColumns input, Me me, Db db, Writer writer, ImportLook look, CancellationToken stop)
    {
        if (await Mine(db, me).FirstOrDefaultAsync(import => import.Id == id, stop) is not { } import) return TypedResults.NotFound();
        ImportLook.Take(import, me, input);
        var preview = await look.PreviewAsync(db, import, me, stop);
        await writer.Run(me.OrgId, async lane =>
        {
            var kept = await Mine(lane, me).FirstAsync(one => one.Id == id);
            ImportLook.Take(kept, me, input);
            await ImportLook.RememberAsync(lane, kept);
        });
        return TypedResults.Ok(preview);
    }

    static async Task<Results<Ok<ImportView>, NotFound>> PutRun(Guid id, Me me, Writer writer, JobBell bell)
    {
        var answer = await writer.Run<Results<Ok<ImportView>, NotFound>>(me.OrgId, async db =>
        {
            if (await Mine(db, me).FirstOrDefaultAsync(import => import.Id == id) is not { } import) return TypedResults.NotFound();
            if (import.State is ImportState.Read)
            {
                if (import.FileId is null) throw new Refusal("import.gone", "The file was cleared away; send it again.");
                if (!import.Fields.Contains(ImportField.Name)) throw new Refusal("import.name-column", "Say which column holds the company's name.");
                import.State = ImportState.Running;
            }
            return TypedResults.Ok(ImportView.Of(import));
        });
        bell.Ring(me, ImportJob.Key);
        return answer;
    }

    static async Task<Results<Ok<ImportView>, NotFound>> PutUndo(Guid id, Me me, Writer writer, JobBell bell)
    {
        var answer = await writer.Run<Results<Ok<ImportView>, NotFound>>(me.OrgId, async db =>
        {
            if (await Mine(db, me).FirstOrDefaultAsync(import => import.Id == id) is not { } import) return TypedResults.NotFound();
            if (import.State is ImportState.Running or ImportState.Done) (import.State, import.Done) = (ImportState.Undoing, 0);
            return TypedResults.Ok(ImportView.Of(import));
        });
        bell.Ring(me, ImportJob.Key);
        return answer;
    }

    static IQueryable<CustomerImport> Mine(Db db, Me me) => db.CustomerImports.Of(me).Where(import => import.MemberId == me.Id);
}
