using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Journals;

/// <summary>The extra fields of the organisation's journal.</summary>
static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var template = api.MapGroup("/journal-template").WithTags("Journals").ProducesProblem(409);
        template.MapGet("/", GetJournalTemplate).WithName("getJournalTemplate").RequireAdminOr(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager);
        template.MapPut("/", PutJournalTemplate).WithName("putJournalTemplate").RequireAdminOr(Role.Admin).WithSummary("A new version; journals written before keep theirs.");
    }

    static async Task<Ok<TemplateView>> GetJournalTemplate(Me me, Db db, JournalOptions options, CancellationToken stop) =>
        TypedResults.Ok(TemplateView.Of(await db.JournalTemplates.Of(me).OrderByDescending(one => one.Version).FirstOrDefaultAsync(stop), options));

    static Task<Ok<TemplateView>> PutJournalTemplate(NewTemplate input, Me me, Writer writer, JournalOptions options, TimeProvider time) => writer.Run(me.OrgId, async db =>
    {
        var newest = await db.JournalTemplates.Of(me).OrderByDescending(one => one.Version).FirstOrDefaultAsync();
        IReadOnlyList<TemplateField> fields = [.. input.Fields.Select(field => field with { Label = field.Label.Trim(), Help = field.Help.Plain(), Options = field.Kind is FieldKind.Choice ? field.Choices : [] })];
        if (newest is not null && newest.Fields.SequenceEqual(fields)) return TypedResults.Ok(TemplateView.Of(newest, options));
        if (input.Version != (newest?.Version ?? 0)) throw new Refusal("version.changed", "Somebody changed the template meanwhile.");
        MustMakeSense(fields);

        var made = new JournalTemplate { OrgId = me.OrgId, Id = Guid.CreateVersion7(), Version = input.Version + 1, Fields = fields, MemberId = me.Id, At = time.GetUtcNow() };
        db.Add(made);
        db.Tell(Topic.Organisation, new JournalTemplateChanged(made.Version));
        return TypedResults.Ok(TemplateView.Of(made, options));
    });

    /// <exception cref="Refusal"><c>journal-template.twice</c> · <c>journal-template.choices</c></exception>
    static void MustMakeSense(IReadOnlyList<TemplateField> fields)
    {
        if (fields.DistinctBy(field => field.Id).Count() < fields.Count || fields.DistinctBy(field => field.Label).Count() < fields.Count)
            throw new Refusal("journal-template.twice", "Two fields are the same.");
        if (fields.Any(field => field.Kind is FieldKind.Choice && (field.Choices.Count < 2 || field.Choices.Any(choice => choice.Length > 40))))
            throw new Refusal("journal-template.choices", "A choice has two to eight short answers.");
    }
}
