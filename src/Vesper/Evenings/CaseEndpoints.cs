using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>Problems people bring, and the short cards their team gives them.</summary>
static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder room)
    {
        var cases = room.MapGroup("/cases").ProducesProblem(409);
        cases.MapGet("/", ListCases).WithName("listCases").WithSummary("Open cases of a team, the longest waiting first.");
        cases.MapGet("/{id:guid}", GetCase).WithName("getCase");
        cases.MapPut("/{id:guid}", PutCase).WithName("putCase").WithSummary("Brings a case, or says one's own anew while it is open.");
        cases.MapDelete("/{id:guid}", DeleteCase).WithName("deleteCase").WithSummary("Withdraws one's own case.");
        cases.MapPut("/{id:guid}/advices/{adviceId:guid}", PutAdvice).WithName("putAdvice").WithSummary("A short card for a case; sent again, it changes nothing.");
    }

    static async Task<Results<Ok<Page<CaseView>>, NotFound>> ListCases(Me me, Db db, CancellationToken stop, Guid? teamId = null)
    {
        var team = teamId ?? me.TeamId;
        if (!me.Hears(team)) return TypedResults.NotFound();
        var cases = await CaseViews.ReadAsync(db, me, db.Cases.Of(me).Where(one => one.TeamId == team && one.State == CaseState.Open), stop);
        return TypedResults.Ok(new Page<CaseView>([.. cases.OrderByDescending(one => one.TimesCarried).ThenBy(one => one.Day).ThenBy(one => one.Id)], null));
    }

    static async Task<Results<Ok<CaseView>, NotFound>> GetCase(Guid id, Me me, Db db, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop) =>
        await ViewAsync(id, me, db, stop) is { } view ? TypedResults.Ok(view)
        : await Drafts.CaseAsync(db, me, id, screen.Today(me), options, time.GetUtcNow()) is { } draft ? TypedResults.Ok(await ViewAsync(draft, me, db, stop))
        : TypedResults.NotFound();

    static async Task<Results<Ok<CaseView>, Created<CaseView>, NotFound>> PutCase(
        Guid id, CaseText input, Me me, Db reading, Writer writer, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop)
    {
        var isNew = await writer.Run(me.OrgId, async db =>
        {
            var customer = input.CustomerId is { } wanted
                ? await db.Customers.VisibleTo(me).FindAsync(wanted) ?? throw NotFound("customer")
                : null;
            var one = await db.Cases.Of(me).FindAsync(id);
            var isNew = one is null;
            one ??= await Drafts.CaseAsync(db, me, id, screen.Today(me), options, time.GetUtcNow())
                ?? new Case { OrgId = me.OrgId, Id = id, TeamId = me.TeamId, MemberId = me.Id, Day = screen.Today(me), CreatedAt = time.GetUtcNow() };
            if (!me.Hears(one.TeamId)) throw NotFound("case");
            if (one.MemberId != me.Id) throw NotYours();

            one.Tell(input, customer);
            if (isNew) db.Add(one);
            var evening = await db.RunningAsync(me.OrgId, one.TeamId);
            if (isNew && evening is not null) await OfferAsync(db, evening, one);
            db.Tell(Topic.Team(one.TeamId), new CaseChanged(one.Id, evening?.Id));
            return isNew;
        });
        var view = (await ViewAsync(id, me, reading, stop))!;
        return isNew ? TypedResults.Created($"/api/cases/{id}", view) : TypedResults.Ok(view);
    }

    // Raised while the evening runs: the host sees it beside the list and may bring it in.
    static async Task OfferAsync(Db db, Evening evening, Case one)
    {
        var name = await db.Members.Of(one.OrgId).Where(member => member.Id == one.MemberId).Select(member => member.ShortName).FirstAsync();
        db.Add(AgendaWishes.Row(evening, one, name, ("刚提的，主持人可以加进来", "Just raised; the host may bring it in")));
        db.TellChanged(evening);
    }

    static async Task<Results<NoContent, NotFound>> DeleteCase(Guid id, Me me, Writer writer) =>
        await writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Cases.HeardBy(me).FindAsync(id) is not { } one) return TypedResults.NotFound();
            if (one.MemberId != me.Id) throw NotYours();
            one.Withdraw();
            await TakeOffAsync(db, one);
            db.Tell(Topic.Team(one.TeamId), new CaseChanged(one.Id, null));
            return TypedResults.NoContent();
        });

    // Nothing is left to talk about: it leaves the list it waits on, unless others share its place.
    static async Task TakeOffAsync(Db db, Case one)
    {
        foreach (var item in await db.AgendaItems.Of(one.OrgId).Where(item => item.CaseId == one.Id && item.State == ItemState.Waiting && item.Subjects.Count == 1).ToListAsync())
        {
            item.TakeOff(ItemState.Dropped);
            if (await db.Evenings.Of(one.OrgId).FindAsync(item.EveningId) is { } evening) db.TellChanged(evening);
        }
    }

    static async Task<Results<Ok<AdviceView>, Created<AdviceView>, NotFound>> PutAdvice(
        Guid id, Guid adviceId, NewAdvice input, Me me, Db reading, Writer writer, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop)
    {
        var isNew = await writer.Run(me.OrgId, async db =>
        {
            var one = await db.Cases.HeardBy(me).FindAsync(id);
            if (one is null && await Drafts.CaseAsync(db, me, id, screen.Today(me), options, time.GetUtcNow()) is { } draft) db.Add(one = draft);
            if (one is null) throw NotFound("case");
            if (await db.Advices.Of(me).FindAsync(adviceId) is { } earlier)
                return earlier.AuthorId == me.Id && earlier.CaseId == id ? false : throw new Refusal("advice.not-yours", "This advice is somebody else's.");
            if (one.MemberId == me.Id) throw new Refusal("advice.own-case", "Advice comes from the others.");
            if (one.State is CaseState.Closed) throw new Refusal("case.settled", "This case was withdrawn.");

            var evening = await db.RunningAsync(me.OrgId, one.TeamId);
            db.Add(new Advice { OrgId = me.OrgId, Id = adviceId, CaseId = id, EveningId = evening?.Id, AuthorId = me.Id, Text = input.Text.Trim(), At = time.GetUtcNow() });
            db.Tell(Topic.Team(one.TeamId), new CaseChanged(id, evening?.Id));
            return true;
        });
        var view = (await ViewAsync(id, me, reading, stop))!.Advices.First(advice => advice.Id == adviceId);
        return isNew ? TypedResults.Created($"/api/cases/{id}", view) : TypedResults.Ok(view);
    }

    static async Task<CaseView?> ViewAsync(Guid id, Me me, Db db, CancellationToken stop) =>
        await CaseViews.ReadAsync(db, me, db.Cases.HeardBy(me).Where(one => one.Id == id), stop) is [var view] ? view : null;

    static async Task<CaseView> ViewAsync(Case draft, Me me, Db db, CancellationToken stop)
    {
        var member = await db.Members.Of(me).Where(one => one.Id == draft.MemberId).Select(one => one.ShortName).FirstAsync(stop);
        var customer = await db.Customers.Of(me).FirstOrDefaultAsync(one => one.Id == draft.CustomerId, stop);
        var answers = await FeedAnswers.OfAsync(db, [draft], Array.Empty<AdviceView>().ToLookup(_ => Guid.Empty), stop);
        return CaseViews.Of(draft, member, customer, me, [.. answers[draft.Id]], []);
    }

    static Refusal NotFound(string what) => new("not-found", $"There is no such {what}.", StatusCodes.Status404NotFound);

    static Refusal NotYours() => new("case.not-yours", "This case is somebody else's.");
}
