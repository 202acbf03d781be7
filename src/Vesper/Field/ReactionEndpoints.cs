using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;

namespace Vesper.Field;

/// <summary>贺 · 挺 · 听到了 on a teammate's line.</summary>
static class ReactionEndpoints
{
    public static void MapReactions(this IEndpointRouteBuilder api)
    {
        var reactions = api.MapGroup("/feed/{itemId:guid}/reactions").RequireMember().WithTags("Field").ProducesProblem(409);
        reactions.MapPut("/{kind}", (Guid itemId, Word<ReactionKind> kind, Me me, Writer writer) => Set(itemId, kind.Value, true, me, writer)).WithName("putReaction");
        reactions.MapDelete("/{kind}", (Guid itemId, Word<ReactionKind> kind, Me me, Writer writer) => Set(itemId, kind.Value, false, me, writer)).WithName("deleteReaction");
    }

    static Task<Results<Ok<ReactionsView>, NotFound>> Set(Guid itemId, ReactionKind kind, bool given, Me me, Writer writer) =>
        writer.Run<Results<Ok<ReactionsView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.FeedItems.HeardBy(me).FindAsync(itemId) is not { } item) return TypedResults.NotFound();
            if (given && item.WithdrawnAt is not null) throw FeedItem.Withdrawn();
            if (item.MemberId == me.Id) throw new Refusal("reaction.own", "Reactions come from teammates.");

            var reactions = await db.Reactions.Where(reaction => reaction.OrgId == me.OrgId && reaction.ItemId == itemId).ToListAsync();
            var mine = reactions.Find(reaction => reaction.MemberId == me.Id && reaction.Kind == kind);
            if (given == (mine is not null)) return TypedResults.Ok(ReactionsView.Of(reactions, me.Id));

            if (mine is not null)
            {
                db.Remove(mine);
                reactions.Remove(mine);
            }
            else
            {
                reactions.Add(mine = new() { OrgId = me.OrgId, ItemId = itemId, MemberId = me.Id, Kind = kind });
                db.Add(mine);
            }
            db.Tell(Topic.Team(item.TeamId), new ReactionChanged(itemId));
            return TypedResults.Ok(ReactionsView.Of(reactions, me.Id));
        });
}
