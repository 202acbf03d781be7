using Microsoft.AspNetCore.Http.HttpResults;
using Vesper.Evenings;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Kit.Notices;

namespace Vesper.Journals;

static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder room) =>
        room.MapPut("/journals/{id:guid}/replies/{replyId:guid}", PutReply).WithName("putReply").RequireRole(Role.Supervisor, Role.Manager)
            .WithSummary("Answers a journal with a coaching note; a promise in it becomes a commitment. Sent again, it changes nothing.");

    static Task<Results<Ok<JournalView>, Created<JournalView>, NotFound>> PutReply(Guid id, Guid replyId, NewReply input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<JournalView>, Created<JournalView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Journals.Of(me).FindAsync(id) is not { } journal || !me.Sees.Contains(journal.TeamId)) return TypedResults.NotFound();
            if (journal.MemberId == me.Id) throw new Refusal("journal.own", "A journal is answered by somebody else.");
            if (await db.JournalReplies.Of(me).FindAsync(replyId) is { } earlier)
                return earlier.AuthorId == me.Id && earlier.JournalId == id ? TypedResults.Ok(await JournalViews.ReadAsync(db, me, journal)) : TypedResults.NotFound();

            var (now, today) = (time.GetUtcNow(), me.DayOf(time.GetUtcNow()));
            db.Add(new JournalReply
            {
                OrgId = me.OrgId, Id = replyId, JournalId = id, AuthorId = me.Id, Text = input.Text.Trim(), Day = today, At = now,
                PromisedBy = input.Promise?.By, Promise = input.Promise?.Text.Trim() ?? "",
                PromiseOn = input.Promise is { } promise ? Commitment.Due(promise.DueOn, today) : null,
            });
            journal.AnsweredAt ??= now;
            db.Tell(Topic.Member(journal.MemberId), new JournalAnswered(id, replyId, journal.MemberId));
            db.Tell(Topic.Member(me.Id), new JournalAnswered(id, replyId, journal.MemberId));
            db.Notify(journal.MemberId, "journal-replied", $"/journals/{id}", ("who", me.ShortName));
            await db.SaveChangesAsync();
            return TypedResults.Created($"/api/journals/{id}", await JournalViews.ReadAsync(db, me, journal));
        });
}
