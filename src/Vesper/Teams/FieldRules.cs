using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;

namespace Vesper.Teams;

/// <summary>What an organisation sets for its people on the road: working hours, and whether a direct supervisor may see the evidence level of a visit.</summary>
static class FieldRules
{
    public static void MapFieldRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/field-rules").WithTags("Teams");
        rules.MapGet("/", GetFieldRules).WithName("getFieldRules").RequireMember();
        rules.MapPut("/", PutFieldRules).WithName("putFieldRules").RequireAdminOr(Role.Admin)
            .WithSummary("Opening and closing at the same time: no hours are kept. Sharing the evidence level is announced first and begins a week later.");
    }

    static async Task<Ok<FieldRulesView>> GetFieldRules(Me me, Db db, TeamOptions options) =>
        TypedResults.Ok(FieldRulesView.Of(await db.Organisations.FirstAsync(o => o.Id == me.OrgId), me, options));

    static Task<Ok<FieldRulesView>> PutFieldRules(NewFieldRules input, Me me, Writer writer, TimeProvider time, TeamOptions options) => writer.Run(me.OrgId, async db =>
    {
        var organisation = await db.Organisations.FirstAsync(o => o.Id == me.OrgId);
        if ((organisation.Opens, organisation.Closes) != (input.Opens!.Value, input.Closes!.Value))
        {
            (organisation.Opens, organisation.Closes) = (input.Opens.Value, input.Closes.Value);
            db.Tell(Topic.House, new RightsChanged(null));
            db.Tell(Topic.Organisation, new CalendarChanged(null));
        }
        if (input.EvidenceShared!.Value && organisation.EvidenceSharedAt is null)
        {
            // The reps hear of it before anybody sees anything.
            organisation.EvidenceSharedAt = time.GetUtcNow();
            foreach (var member in await db.Members.Of(me).Where(member => member.State == MemberState.Active && (member.Role == Role.Rep || member.Role == Role.Lead)).Select(member => member.Id).ToListAsync())
                db.Notify(member, "evidence-shared", "/check-in");
        }
        else if (!input.EvidenceShared.Value) organisation.EvidenceSharedAt = null;
        return TypedResults.Ok(FieldRulesView.Of(organisation, me, options));
    });
}

sealed record NewFieldRules([property: Required] TimeOnly? Opens, [property: Required] TimeOnly? Closes, [property: Required] bool? EvidenceShared);

/// <summary>EvidenceSharedFrom: the first day whose visits show their evidence level to the direct supervisor; null: never, as it is by default.</summary>
sealed record FieldRulesView(TimeOnly Opens, TimeOnly Closes, DateOnly? EvidenceSharedFrom)
{
    public static FieldRulesView Of(Organisation organisation, Me me, TeamOptions options) => new(organisation.Opens, organisation.Closes, SharedFrom(organisation.EvidenceSharedAt, me, options));

    public static DateOnly? SharedFrom(DateTimeOffset? announcedAt, Me me, TeamOptions options) => announcedAt is { } at ? me.DayOf(at).AddDays(options.AnnounceDays) : null;
}
