using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Customers.Pool;

/// <summary>The numbers of the pool: everybody may know them, an administrator sets them.</summary>
static class PoolRulesEndpoints
{
    public static void MapPoolRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/pool-rules").WithTags("Customers");
        rules.MapGet("/", GetPoolRules).WithName("getPoolRules").RequireMember();
        rules.MapPut("/", PutPoolRules).WithName("putPoolRules").RequireAdminOr(Role.Admin).WithSummary("Switched on, every clock starts today; so it does when a number is made smaller.");
    }

    static async Task<Ok<PoolRulesView>> GetPoolRules(Me me, Db db, CancellationToken stop) => TypedResults.Ok(PoolRulesView.Of((await PoolTerms.OfAsync(db, me.OrgId, stop)).Rules));

    static Task<Ok<PoolRulesView>> PutPoolRules(NewPoolRules input, Me me, Writer writer, TimeProvider time) => writer.Run(me.OrgId, async db =>
    {
        var (known, before) = (await db.PoolRules.Of(me).FindAsync(me.OrgId), (await PoolTerms.OfAsync(db, me.OrgId)).Rules);
        var rules = known ?? new PoolRules { OrgId = me.OrgId, Id = me.OrgId, EnabledOn = before.EnabledOn };
        if (known is null) db.Add(rules);

        // Shorter days would release at once what was safe yesterday: nobody loses a customer by a setting.
        var shorter = input.DaysA < before.DaysA || input.DaysB < before.DaysB || input.DaysC < before.DaysC || input.DaysD < before.DaysD || input.DaysNoDeal < before.DaysNoDeal;
        rules.EnabledOn = !input.On!.Value ? null : rules.EnabledOn is null || shorter ? me.DayOf(time.GetUtcNow()) : rules.EnabledOn;
        (rules.DaysA, rules.DaysB, rules.DaysC, rules.DaysD, rules.DaysNoDeal) = (input.DaysA, input.DaysB, input.DaysC, input.DaysD, input.DaysNoDeal);
        (rules.ClaimsPerDay, rules.MostHeld, rules.BarredDays) = (input.ClaimsPerDay, input.MostHeld, input.BarredDays);
        db.Tell(Topic.Organisation, new PoolChanged());
        return TypedResults.Ok(PoolRulesView.Of(rules));
    });
}
