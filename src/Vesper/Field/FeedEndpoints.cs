using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Field;

static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder api)
    {
        var feed = api.MapGroup("/feed").RequireMember().WithTags("Field").ProducesProblem(409);
        feed.MapGet("/", GetFeed).WithName("getFeed").WithSummary("The team's feed, newest first, 30 lines a page.");
        feed.MapGet("/found", FindInFeed).WithName("findInFeed").WithSummary("Lines of the teams I hear that hold all these words, of one person, of one kind: the last that was said first, 30 a page.");
        feed.MapGet("/{itemId:guid}", GetFeedItem).WithName("getFeedItem").WithSummary("One line, as it is now.");
        feed.MapGet("/audience", GetAudience).WithName("getAudience").WithSummary("The teams I hear and who may be named in them with @.");
        feed.MapPut("/{itemId:guid}/read", PutRead).WithName("putRead").WithSummary("I have seen this announcement; its writer learns how many have.");
    }

    static async Task<Ok<Page<FeedItemView>>> GetFeed(Me me, FeedLines lines, CancellationToken stop, string? after = null) =>
        TypedResults.Ok(await lines.PageAsync(me, PageCursor.Of(after), stop));

    static async Task<Ok<Page<FeedItemView>>> FindInFeed(
        Me me, FeedLines lines, CancellationToken stop, [MaxLength(80)] string? q = null, Guid? memberId = null, Word<FeedKind>? kind = null, string? after = null) =>
        TypedResults.Ok(await lines.FoundAsync(me, FeedSearch.Terms(q, memberId, kind?.Value), after, stop));

    static async Task<Results<Ok<FeedItemView>, NotFound>> GetFeedItem(Guid itemId, Me me, Db db, FeedLines lines, CancellationToken stop) =>
        await db.FeedItems.HeardBy(me).AnyAsync(item => item.Id == itemId, stop) ? TypedResults.Ok(await lines.OneAsync(me, itemId, stop)) : TypedResults.NotFound();

    static async Task<Ok<AudienceView>> GetAudience(Me me, Db db, CancellationToken stop)
    {
        var teams = await db.Units.Of(me).Where(unit => me.Teams.Contains(unit.Id)).OrderBy(unit => unit.Position).ThenBy(unit => unit.Id).Select(unit => new MentionView(unit.Id, unit.Name)).ToListAsync(stop);
        return TypedResults.Ok(new AudienceView(teams, await Audience.OfAsync(db, me.OrgId, me.Teams, stop)));
    }

    static Task<Results<NoContent, NotFound>> PutRead(Guid itemId, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<NoContent, NotFound>>(me.OrgId, async db =>
        {
            if (await db.FeedItems.HeardBy(me).FindAsync(itemId) is not { Kind: FeedKind.Announcement } item) return TypedResults.NotFound();
            if (item.MemberId != me.Id && !await db.FeedReads.AnyAsync(read => read.OrgId == me.OrgId && read.ItemId == itemId && read.MemberId == me.Id))
                db.Add(new FeedRead { OrgId = me.OrgId, ItemId = itemId, MemberId = me.Id, At = time.GetUtcNow() });
            return TypedResults.NoContent();
        });
}
