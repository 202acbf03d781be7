using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Writing one's own day.</summary>
static class JournalEndpoints
{
    public static void MapWriting(this IEndpointRouteBuilder room)
    {
        room.MapPut("/journals/{id:guid}", PutJournal).WithName("putJournal").WithSummary("Submits the journal of a day, or amends it until the day's evening begins; sent again, it changes nothing.");
        room.MapPut("/journals/{id:guid}/addendum", PutAddendum).WithName("putAddendum").WithSummary("What came to mind after the evening had begun.");
        room.MapPut("/journals/{id:guid}/sharing", PutSharing).WithName("putSharing").WithSummary("Shows one's own journal to the team, in its feed.");
        room.MapDelete("/journals/{id:guid}/sharing", DeleteSharing).WithName("deleteSharing").WithSummary("Takes it back: the line in the feed stays as a trace, what it said does not.");
    }

    static Task<Results<Ok<JournalView>, Created<JournalView>, NotFound>> PutJournal(Guid id, NewJournal input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<JournalView>, Created<JournalView>, NotFound>>(me.OrgId, async db =>
        {
            // One journal a day: what another phone of hers began under another id is the same one.
            var journal = await db.Journals.Of(me).FindAsync(id);
            if (journal is not null && journal.MemberId != me.Id) return TypedResults.NotFound();
            if (journal is not null && journal.Day != input.Day) throw new Refusal("journal.day", "This journal is of another day.");
            journal ??= await db.Journals.Of(me).FirstOrDefaultAsync(one => one.MemberId == me.Id && one.Day == input.Day);
            if (journal?.Says(input) is true) return TypedResults.Ok(await JournalViews.ReadAsync(db, me, journal));

            var (now, isNew) = (time.GetUtcNow(), journal is null);
            (await JournalDays.OfAsync(db, me, input.Day, me.DayOf(now), await WorkCalendar.OfAsync(db, me.OrgId))).MustTake(!isNew);
            if (journal is not null && journal.Version != input.BasedOn) throw new Refusal("journal.other-device", "This day's journal was written on another device meanwhile.");

            var blockedAt = input.BlockCustomerId is { } customer ? await db.Customers.VisibleTo(me).FindAsync(customer) : null;
            if (input.BlockCustomerId is not null && blockedAt is null) return TypedResults.NotFound();
            var template = input.TemplateId is { } version ? await db.JournalTemplates.Of(me).FindAsync(version) : null;
            if (input.TemplateId is not null && template is null) return TypedResults.NotFound();
            FieldAnswer.Check(FieldAnswer.Given(input.Answers), template?.Fields ?? []);

            if (journal is null) db.Add(journal = Journal.Begin(id, me, input, now));
            journal.Take(input, blockedAt, template, await DayLines.OfAsync(db, me.OrgId, me.Id, input.Day), now);
            await journal.IndexAsync(db);
            await TellAsync(db, journal);
            var view = await JournalViews.ReadAsync(db, me, journal);
            return isNew ? TypedResults.Created($"/api/journals/{journal.Id}", view) : TypedResults.Ok(view);
        });

    /// <summary>To her other phones, and to who answers it: nobody else learns who has written.</summary>
    static async Task TellAsync(Db db, Journal journal)
    {
        foreach (var ear in (await db.AnswerersAsync(journal.OrgId, journal.MemberId, journal.TeamId)).Append(journal.MemberId))
            db.Tell(Topic.Member(ear), new JournalSubmitted(journal.Id, journal.MemberId, journal.Day));
    }

    static Task<Results<Ok<JournalView>, NotFound>> PutAddendum(Guid id, NewAddendum input, Me me, Writer writer, TimeProvider time) =>
        writer.Run<Results<Ok<JournalView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Journals.Of(me).FindAsync(id) is not { } journal || journal.MemberId != me.Id) return TypedResults.NotFound();
            if (journal.Addendum != input.Text.Plain())
            {
                (await JournalDays.OfAsync(db, me, journal.Day, me.DayOf(time.GetUtcNow()), await WorkCalendar.OfAsync(db, me.OrgId))).MustTake(known: false);
                (journal.Addendum, journal.ChangedAt) = (input.Text.Plain(), time.GetUtcNow());
                await journal.IndexAsync(db);
                await TellAsync(db, journal);
            }
            return TypedResults.Ok(await JournalViews.ReadAsync(db, me, journal));
        });

    static Task<Results<Ok<JournalView>, NotFound>> PutSharing(Guid id, Me me, Writer writer, TimeProvider time) => ShareAsync(id, me, writer, time.GetUtcNow());

    static Task<Results<Ok<JournalView>, NotFound>> DeleteSharing(Guid id, Me me, Writer writer) => ShareAsync(id, me, writer, null);

    static Task<Results<Ok<JournalView>, NotFound>> ShareAsync(Guid id, Me me, Writer writer, DateTimeOffset? at) =>
        writer.Run<Results<Ok<JournalView>, NotFound>>(me.OrgId, async db =>
        {
            if (await db.Journals.Of(me).FindAsync(id) is not { } journal || journal.MemberId != me.Id) return TypedResults.NotFound();
            if (journal.SharedAt is null != at is null)
            {
                journal.SharedAt = at;
                db.Tell(Topic.Team(journal.TeamId), at is null ? new JournalUnshared(id, me.Id, journal.TeamId) : new JournalShared(id, me.Id, journal.TeamId));
            }
            return TypedResults.Ok(await JournalViews.ReadAsync(db, me, journal));
        });
}
