using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.GradeWords;

/// <summary>A word on the grade against the rule, with a reason and an end; the rule's own grade stands beside it all the time.</summary>
static class GradeWordEndpoints
{
    const int Last = 20;

    public static void MapGradeWords(this IEndpointRouteBuilder api)
    {
        var words = api.MapGroup("/customers/{id:guid}/grade-words").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager).ProducesProblem(409);
        words.MapGet("/", GetGradeWords).WithName("getGradeWords");
        words.MapPut("/{wordId:guid}", PutGradeWord).WithName("putGradeWord").WithSummary("Says a grade for a while; of two at once the second is asked to look again.");
        words.MapDelete("/{wordId:guid}", DeleteGradeWord).WithName("deleteGradeWord").WithSummary("Takes the word back: the rule decides again.");
    }

    static async Task<Results<Ok<GradeWordsView>, NotFound>> GetGradeWords(Guid id, Me me, Db db, GradeOptions options, TimeProvider time) =>
        await db.Customers.AsNoTracking().VisibleTo(me).FindAsync(id) is { } customer ? TypedResults.Ok(await ViewAsync(db, me, customer, options, me.DayOf(time.GetUtcNow()))) : TypedResults.NotFound();

    static Task<Results<Ok<GradeWordsView>, NotFound>> PutGradeWord(Guid id, Guid wordId, NewGradeWord input, Me me, Writer writer, GradeOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<GradeWordsView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
            var (now, today) = (time.GetUtcNow(), me.DayOf(time.GetUtcNow()));
            var words = await db.GradeWords.Of(me).Where(word => word.CustomerId == id && word.EndedAt == null).ToListAsync();
            if (words.Exists(word => word.Id == wordId)) return TypedResults.Ok(await ViewAsync(db, me, customer, options, today));

            var preset = await PresetAsync(db, me);
            if (!GradeHold.May(me, customer, preset)) throw new Refusal("grade.by-rule", "Here the facts decide; a supervisor may say otherwise.");
            if (input.Grade is Grade.E || customer.Grade is Grade.E) throw new Refusal("grade.disqualified", "Whether a customer is out of the question is no matter of grades.");
            if (words.Find(word => word.Stands(today))?.Id != input.Over) throw new Refusal("grade.meanwhile", "Somebody said another grade meanwhile.");

            words.ForEach(word => word.EndedAt = now);
            var until = GradeHold.Until(preset, today, options);
            db.Add(new GradeWord
            {
                OrgId = me.OrgId, Id = wordId, CustomerId = id, Grade = input.Grade!.Value, ByRule = await ByRuleAsync(db, customer, options, today),
                Reason = input.Reason.Trim(), SaidBy = me.Id, Since = today, Until = until,
            });
            customer.GradeHeldUntil = null;
            Regrade.Take(db, customer, input.Grade.Value, $"{me.ShortName}：{input.Reason.Trim()}", today);
            GradeHold.Hold(customer, until);
            customer.UpdatedAt = now;
            await db.SaveChangesAsync();
            return TypedResults.Ok(await ViewAsync(db, me, customer, options, today));
        });

    static Task<Results<Ok<GradeWordsView>, NotFound>> DeleteGradeWord(Guid id, Guid wordId, Me me, Writer writer, GradeOptions options, TimeProvider time) =>
        writer.Run<Results<Ok<GradeWordsView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Customers.VisibleTo(me).FindAsync(id) is not { } customer) return TypedResults.NotFound();
            if (await db.GradeWords.Of(me).FindAsync(wordId) is not { } word || word.CustomerId != id) return TypedResults.NotFound();
            var (now, today) = (time.GetUtcNow(), me.DayOf(time.GetUtcNow()));
            if (word.EndedAt is null)
            {
                if (!GradeHold.May(me, customer, await PresetAsync(db, me))) throw new Refusal("grade.by-rule", "Here the facts decide; a supervisor may say otherwise.");
                (word.EndedAt, customer.GradeHeldUntil, customer.UpdatedAt) = (now, null, now);
                Regrade.Take(db, customer, await ByRuleAsync(db, customer, options, today), "回到规则", today);
                await db.SaveChangesAsync();
            }
            return TypedResults.Ok(await ViewAsync(db, me, customer, options, today));
        });

    static Task<Preset> PresetAsync(Db db, Me me) => db.Organisations.Where(organisation => organisation.Id == me.OrgId).Select(organisation => organisation.Preset).FirstAsync();

    static async Task<Grade> ByRuleAsync(Db db, Customer customer, GradeOptions options, DateOnly today) =>
        Grading.Of((await db.Facts.AsNoTracking().Of(customer.OrgId).Where(fact => fact.CustomerId == customer.Id).ToListAsync()).AsSeen(), today, options);

    static async Task<GradeWordsView> ViewAsync(Db db, Me me, Customer customer, GradeOptions options, DateOnly today)
    {
        var words = await (
            from word in db.GradeWords.AsNoTracking().Of(me)
            where word.CustomerId == customer.Id
            orderby word.Id descending
            select new { word, By = db.Set<Member>().Where(member => member.OrgId == word.OrgId && member.Id == word.SaidBy).Select(member => member.ShortName).FirstOrDefault() }).Take(Last).ToListAsync();
        var preset = await PresetAsync(db, me);
        return new(
            customer.Grade, await ByRuleAsync(db, customer, options, today), customer.Grade is not Grade.E && GradeHold.May(me, customer, preset), preset is Preset.Squad ? null : options.Override,
            [.. words.Select(one => new GradeWordView(one.word.Id, one.word.Grade, one.word.ByRule, one.word.Reason, one.By ?? "", one.word.Since, one.word.Until, one.word.Stands(today)))]);
    }
}
