using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>What people write for their team, and take back within the day.</summary>
static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        var posts = api.MapGroup("/posts").RequireMember().WithTags("Field").ProducesProblem(409);
        posts.MapPut("/{id:guid}", PutPost).WithName("putPost").WithSummary("Posts to the team; sent again, it changes nothing.");
        posts.MapPut("/{id:guid}/text", PutPostText).WithName("putPostText").WithSummary("Says one's own post anew until its day ends; the line shows that it was changed.");
        posts.MapDelete("/{id:guid}", DeletePost).WithName("deletePost").WithSummary("Takes one's own post back until its day ends; the place stays, the words go.");
    }

    static async Task<Results<Ok<FeedItemView>, Created<FeedItemView>, NotFound>> PutPost(
        Guid id, NewPost input, Me me, FeedLines lines, Writer writer, TimeProvider time, CancellationToken stop)
    {
        var isNew = await writer.Run<bool?>(me.OrgId, async db =>
        {
            if (await db.FeedItems.Of(me).FindAsync(id) is { } earlier) return earlier.MemberId == me.Id ? false : null;
            var team = input.TeamId ?? me.TeamId;
            if (!me.Hears(team)) return null;

            var post = Post.Write(id, me, team, input, await TeamPhotosAsync(db, me, team, input), time.GetUtcNow());
            post.MentionIds = await Audience.AmongAsync(db, me.OrgId, team, input.MentionIds);
            db.Add(post);
            db.Tell(Topic.Team(team), new FeedPosted(id, post.Kind, me.Id));
            Mentioned.Tell(db, me, post.Id, post.MentionIds);
            return true;
        });
        if (isNew is null) return TypedResults.NotFound();
        var view = await lines.OneAsync(me, id, stop);
        return isNew.Value ? TypedResults.Created($"/api/feed/{id}", view) : TypedResults.Ok(view);
    }

    static Task<Results<Ok<FeedItemView>, NotFound>> PutPostText(
        Guid id, PostText input, Me me, FeedLines lines, Writer writer, TimeProvider time, CancellationToken stop) =>
        ChangeAsync(id, me, lines, writer, async (db, post) =>
        {
            var mentioned = await Audience.AmongAsync(db, me.OrgId, post.TeamId, input.MentionIds);
            if (!Post.Edit(post, me, input, time.GetUtcNow())) return;
            Mentioned.Tell(db, me, id, [.. mentioned.Except(post.MentionIds)]);
            post.MentionIds = mentioned;
        }, stop);

    static Task<Results<Ok<FeedItemView>, NotFound>> DeletePost(Guid id, Me me, FeedLines lines, Writer writer, TimeProvider time, CancellationToken stop) =>
        ChangeAsync(id, me, lines, writer, async (db, post) =>
        {
            await Photos.ForgetAsync(db, me, post.PhotoIds);
            Post.Withdraw(post, me, time.GetUtcNow());
        }, stop);

    static async Task<Results<Ok<FeedItemView>, NotFound>> ChangeAsync(
        Guid id, Me me, FeedLines lines, Writer writer, Func<Db, FeedItem, Task> change, CancellationToken stop)
    {
        var found = await writer.Run(me.OrgId, async db =>
        {
            if (await db.FeedItems.Of(me).FindAsync(id) is not { } post || post.MemberId != me.Id || !Post.IsWritten(post.Kind)) return false;
            await change(db, post);
            db.Tell(Topic.Team(post.TeamId), new FeedChanged(id));
            return true;
        });
        return found ? TypedResults.Ok(await lines.OneAsync(me, id, stop)) : TypedResults.NotFound();
    }

    // What proves a visit is for her supervisor alone and never becomes a post.
    static async Task<IReadOnlyList<Guid>> TeamPhotosAsync(Db db, Me me, Guid team, NewPost said)
    {
        var photos = await Photos.MineAsync(db, me, said.PhotoIds);
        if (photos.Any(photo => photo.Use is not PhotoUse.Team)) throw new Refusal("photo.unknown", "A photo named here is not for the team.");
        foreach (var photo in photos) photo.TeamId = team;
        return [.. photos.Select(photo => photo.Id)];
    }
}
