using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;

namespace Vesper.Field;

/// <summary>What is said under a line; an answer to a call for help among it.</summary>
static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder api)
    {
        var comments = api.MapGroup("/feed/{itemId:guid}/comments").RequireMember().WithTags("Field").ProducesProblem(409);
        comments.MapGet("/", ListComments).WithName("listComments").WithSummary("All that was said under a line, the oldest first.");
        comments.MapPut("/{id:guid}", PutComment).WithName("putComment").WithSummary("Says something under a line, or answers its call for help; sent again, it changes nothing.");
        comments.MapDelete("/{id:guid}", DeleteComment).WithName("deleteComment").WithSummary("Takes one's own words back until the day ends; the place stays.");
    }

    static async Task<Results<Ok<Page<CommentView>>, NotFound>> ListComments(Guid itemId, Me me, Db db, CancellationToken stop)
    {
        if (await db.FeedItems.AnswerableBy(me).FindAsync(itemId) is null) return TypedResults.NotFound();
        var comments = await db.Comments.Of(me).Where(comment => comment.ItemId == itemId).OrderBy(comment => comment.At).ThenBy(comment => comment.Id).ToListAsync(stop);
        var names = await FeedViews.NamesAsync(db, me, comments.SelectMany(comment => comment.MentionIds), stop);
        return TypedResults.Ok(new Page<CommentView>([.. comments.Where(comment => comment.IsAnswer || me.Teams.Count > 0).Select(comment => FeedViews.View(comment, me, names))], null));
    }

    static Task<Results<Ok<CommentView>, Created<CommentView>, NotFound>> PutComment(
        Guid itemId, Guid id, NewComment input, Me me, Writer writer, TimeProvider time, FieldOptions options, CancellationToken stop) =>
        writer.Run<Results<Ok<CommentView>, Created<CommentView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.FeedItems.AnswerableBy(me).FindAsync(itemId) is not { } item) return TypedResults.NotFound();
            if (await db.Comments.Of(me).FindAsync(id) is { } earlier)
                return earlier.MemberId == me.Id && earlier.ItemId == itemId ? TypedResults.Ok(await ViewAsync(db, me, earlier, stop)) : TypedResults.NotFound();

            var comment = Talk.Say(id, item, me, input, time.GetUtcNow(), options);
            comment.MentionIds = await Audience.AmongAsync(db, me.OrgId, item.TeamId, input.MentionIds);
            db.Add(comment);
            await CountAsync(db, item, 1);
            db.Tell(Topic.Team(item.TeamId), new FeedCommented(itemId, me.Id));
            if (comment.IsAnswer) await TellAnswerAsync(db, item, me);
            else if (item.MemberId != me.Id && !comment.MentionIds.Contains(item.MemberId)) db.Notify(item.MemberId, "comment", Mentioned.Link(itemId), ("who", me.ShortName));
            Mentioned.Tell(db, me, itemId, comment.MentionIds);
            return TypedResults.Created($"/api/feed/{itemId}", await ViewAsync(db, me, comment, stop));
        });

    static Task<Results<NoContent, NotFound>> DeleteComment(Guid itemId, Guid id, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.FeedItems.AnswerableBy(me).FindAsync(itemId) is not { } item) return TypedResults.NotFound();
            if (await db.Comments.Of(me).FindAsync(id) is not { } comment || comment.ItemId != itemId || comment.MemberId != me.Id) return TypedResults.NotFound();
            if (!Talk.Withdraw(comment, me, time.GetUtcNow())) return TypedResults.NoContent();

            await CountAsync(db, item, -1);
            if (comment.IsAnswer)
                item.AnsweredAt = await db.Comments.Of(me).Where(other => other.ItemId == itemId && other.IsAnswer && other.Id != id && other.WithdrawnAt == null).MinAsync(other => (DateTimeOffset?)other.At);
            db.Tell(Topic.Team(item.TeamId), new FeedCommented(itemId, me.Id));
            return TypedResults.NoContent();
        });

    // Added where it stands: two servers may count at once.
    static Task<int> CountAsync(Db db, FeedItem item, int by) =>
        db.FeedItems.Of(item.OrgId).Where(one => one.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.CommentCount, one => one.CommentCount + by));

    static async Task TellAnswerAsync(Db db, FeedItem item, Me me)
    {
        var answered = new HelpAnswered(item.Id, me.Id, item.VisitOfHelp);
        db.Tell(Topic.Team(item.TeamId), answered);
        db.Tell(Topic.Member(item.MemberId), answered with { By = me.ShortName });
        db.Notify(item.MemberId, "help-answered", Mentioned.Link(item.Id), ("who", me.ShortName), ("customer", item.CustomerName));
        if (item.CalledAt is null) return;
        foreach (var called in await Audience.CalledAsync(db, item.OrgId, item.TeamId, item.MemberId, managers: false)) db.Tell(Topic.Member(called), answered);
    }

    static async Task<CommentView> ViewAsync(Db db, Me me, Comment comment, CancellationToken stop) =>
        FeedViews.View(comment, me, await FeedViews.NamesAsync(db, me, comment.MentionIds, stop));
}
