using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Journals;

static class JournalViews
{
    public static async Task<JournalView> ReadAsync(Db db, Me me, Journal journal, CancellationToken stop = default)
    {
        var (own, leads) = (journal.MemberId == me.Id, me.Sees.Contains(journal.TeamId));
        var name = await db.Members.Of(me).Where(member => member.Id == journal.MemberId).Select(member => member.ShortName).FirstAsync(stop);
        var next = (await WorkCalendar.OfAsync(db, me.OrgId)).Next(journal.Day);
        return new(
            journal.Id, journal.MemberId, name, own, journal.Day, journal.Win, journal.Block, own || leads ? journal.BlockCustomerId : null, journal.BlockCustomerName, journal.Support,
            await ExtraAsync(db, journal, stop),
            // As in the feed: a teammate reads names and results, and opens no customer through them.
            own || leads ? journal.Lines : [.. journal.Lines.Select(line => line with { CustomerId = null, AmountFen = null })],
            next, await TomorrowAsync(db, journal, next, stop), journal.Addendum, journal.SubmittedAt, journal.ChangedAt, journal.Version, journal.SharedAt is not null,
            leads && !own, own || leads ? await RepliesAsync(db, journal, stop) : []);
    }

    static async Task<IReadOnlyList<AnsweredField>> ExtraAsync(Db db, Journal journal, CancellationToken stop)
    {
        if (journal.TemplateId is not { } id || await db.JournalTemplates.Of(journal.OrgId).FirstOrDefaultAsync(template => template.Id == id, stop) is not { } template) return [];
        return [.. template.Fields.Join(journal.Answers, field => field.Id, answer => answer.FieldId, (field, answer) => new AnsweredField(field.Id, field.Label, field.Kind, answer.Value))];
    }

    static async Task<IReadOnlyList<TomorrowVisit>> TomorrowAsync(Db db, Journal journal, DateOnly next, CancellationToken stop) => await (
        from planned in db.PlannedVisits.Of(journal.OrgId)
        where planned.MemberId == journal.MemberId && planned.Day == next
        join customer in db.Set<Customer>() on new { planned.OrgId, Id = planned.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby planned.Position, planned.Id
        select new TomorrowVisit(planned.Id, customer.ShortName, planned.Purpose)).ToListAsync(stop);

    static async Task<IReadOnlyList<ReplyView>> RepliesAsync(Db db, Journal journal, CancellationToken stop) => await (
        from reply in db.JournalReplies.Of(journal.OrgId)
        where reply.JournalId == journal.Id
        join author in db.Set<Member>() on new { reply.OrgId, Id = reply.AuthorId } equals new { author.OrgId, author.Id }
        orderby reply.At, reply.Id
        select new ReplyView(reply.Id, reply.AuthorId, author.ShortName, reply.Text, reply.At,
            reply.PromisedBy == null ? null : new AgreedView(reply.PromisedBy.Value, reply.Promise, reply.PromiseOn!.Value))).ToListAsync(stop);
}
