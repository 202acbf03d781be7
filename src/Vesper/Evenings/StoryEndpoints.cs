using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>How it was done, told by who did it.</summary>
static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder room)
    {
        var stories = room.MapGroup("/stories").ProducesProblem(409);
        stories.MapGet("/{id:guid}", GetStory).WithName("getStory");
        stories.MapPut("/{id:guid}", PutStory).WithName("putStory").WithSummary("Writes one's own story; a new id is 我想分享.");
        stories.MapPut("/{id:guid}/thanks", PutThanks).WithName("putThanks").WithSummary("Thanks the teller, once a listener.");
    }

    static async Task<Results<Ok<StoryView>, NotFound>> GetStory(Guid id, Me me, Db db, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop)
    {
        if (await ViewAsync(id, me, db, stop) is { } view) return TypedResults.Ok(view);
        if (await Drafts.StoryAsync(db, me, id, screen.Today(me), options, time.GetUtcNow()) is not { } draft) return TypedResults.NotFound();

        var member = await db.Members.Of(me).Where(one => one.Id == draft.MemberId).Select(one => one.ShortName).FirstAsync(stop);
        var amount = await db.Deals.Of(me).Where(deal => deal.Id == draft.DealId).Select(deal => (long?)deal.AmountFen).FirstOrDefaultAsync(stop);
        return TypedResults.Ok(StoryViews.Of(draft, member, amount, me, [], []));
    }

    static async Task<Results<Ok<StoryView>, Created<StoryView>, NotFound>> PutStory(
        Guid id, StoryText input, Me me, Db reading, Writer writer, EveningScreen screen, EveningOptions options, TimeProvider time, CancellationToken stop)
    {
        var isNew = await writer.Run(me.OrgId, async db =>
        {
            var story = await db.Stories.Of(me).FindAsync(id);
            var isNew = story is null;
            story ??= await Drafts.StoryAsync(db, me, id, screen.Today(me), options, time.GetUtcNow())
                ?? new Story { OrgId = me.OrgId, Id = id, TeamId = me.TeamId, MemberId = me.Id, Trigger = StoryTrigger.Own, Day = screen.Today(me) };
            if (!me.Hears(story.TeamId)) throw NotFound("story");
            if (story.MemberId != me.Id) throw new Refusal("story.not-yours", "This story is somebody else's.");

            // A story of a fact stays with its customer.
            if (story.Trigger is StoryTrigger.Own) await AboutAsync(db, me, story, input.CustomerId);
            story.Write(input);
            if (isNew) db.Add(story);
            if (isNew && await db.RunningAsync(me.OrgId, story.TeamId) is { } evening) await OfferAsync(db, evening, story);
            db.Tell(Topic.Team(story.TeamId), new StoryChanged(id));
            return isNew;
        });
        var view = (await ViewAsync(id, me, reading, stop))!;
        return isNew ? TypedResults.Created($"/api/stories/{id}", view) : TypedResults.Ok(view);
    }

    static async Task AboutAsync(Db db, Me me, Story story, Guid? customerId)
    {
        var customer = customerId is { } id ? await db.Customers.VisibleTo(me).FindAsync(id) ?? throw NotFound("customer") : null;
        (story.CustomerId, story.CustomerName) = (customer?.Id, customer?.ShortName ?? "");
    }

    static async Task OfferAsync(Db db, Evening evening, Story story)
    {
        var name = await db.Members.Of(story.OrgId).Where(member => member.Id == story.MemberId).Select(member => member.ShortName).FirstAsync();
        var row = AgendaWishes.Row(evening, story, name, ("刚报名的，主持人可以加进来", "Just offered; the host may bring it in"));
        if (await db.AgendaItems.Of(story.OrgId).FindAsync(row.Id) is null) db.Add(row);
        db.TellChanged(evening);
    }

    static async Task<Results<Ok<StoryView>, NotFound>> PutThanks(Guid id, Me me, Db reading, Writer writer, TimeProvider time, CancellationToken stop)
    {
        await writer.Run(me.OrgId, async db =>
        {
            var story = await db.Stories.HeardBy(me).FindAsync(id) ?? throw NotFound("story");
            story.MustBeHeardBy(me);
            var thanks = NamedId.Of("thanks", id, me.Id);
            if (await db.StoryThanks.Of(me).FindAsync(thanks) is not null) return;
            db.Add(new StoryThanks { OrgId = me.OrgId, Id = thanks, StoryId = id, MemberId = me.Id, At = time.GetUtcNow() });
            db.Tell(Topic.Team(story.TeamId), new StoryChanged(id));
        });
        return await ViewAsync(id, me, reading, stop) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    static async Task<StoryView?> ViewAsync(Guid id, Me me, Db db, CancellationToken stop) =>
        await StoryViews.ReadAsync(db, me, db.Stories.HeardBy(me).Where(story => story.Id == id), stop) is [var view] ? view : null;

    static Refusal NotFound(string what) => new("not-found", $"There is no such {what}.", StatusCodes.Status404NotFound);
}
