using Microsoft.EntityFrameworkCore;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Customers.Archive;

/// <summary>Visits by whoever made them, with the help they asked for, what came, and the pictures that are the reader's to see.</summary>
sealed class VisitsTimeline() : TimelineSource(TimelineKind.Visit)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask)
    {
        var (db, me, stop) = (ask.Db, ask.Me, ask.Stop);
        var rows = await ask.Newest(db.Visits.Of(me).Where(visit => visit.CustomerId == ask.Customer.Id), nameof(Visit.DeviceAt)).Select(visit => new
        {
            Visit = visit,
            Member = db.Set<Member>().Where(member => member.OrgId == visit.OrgId && member.Id == visit.MemberId).Select(member => member.ShortName).FirstOrDefault() ?? "",
            Contact = db.Set<Contact>().Where(contact => contact.OrgId == visit.OrgId && contact.Id == visit.ContactId).Select(contact => contact.Name).FirstOrDefault() ?? "",
        }).ToListAsync(stop);
        if (rows.Count == 0) return [];

        List<Guid?> ids = [.. rows.Select(row => (Guid?)row.Visit.Id)];
        var answers = (await db.Set<Comment>().Of(me).Where(answer => ids.Contains(answer.VisitId) && answer.WithdrawnAt == null).OrderBy(answer => answer.At).ThenBy(answer => answer.Id).ToListAsync(stop))
            .ToLookup(answer => answer.VisitId, answer => new AnswerView(answer.Id, answer.MemberId, answer.MemberName, answer.Text, answer.At));
        var named = rows.SelectMany(row => row.Visit.PhotoIds).Distinct().ToList();
        var hers = named.Count == 0 ? [] : (await db.Photos.Of(me).Where(photo => named.Contains(photo.Id)).ToListAsync(stop)).Where(photo => photo.ReadableBy(me)).Select(photo => photo.Id).ToHashSet();
        return rows.ConvertAll(row => new TimelineLine(TimelineKind.Visit, row.Visit.Id, row.Visit.DeviceAt, row.Visit.Day, row.Member)
        {
            Visit = LineOf(row.Visit, row.Member, row.Contact) with { Answers = [.. answers[row.Visit.Id]] },
            PhotoIds = [.. row.Visit.PhotoIds.Where(hers.Contains)],
        });
    }

    static VisitLine LineOf(Visit visit, string member, string contact) => new(
        visit.Id, member, visit.Day, visit.DeviceAt, visit.Purpose, visit.Outcome, visit.KpMet, visit.KpMinutes, contact, visit.NextStep, visit.Note, visit.HelpText);
}

/// <summary>Phone calls by whoever made them.</summary>
sealed class CallsTimeline() : TimelineSource(TimelineKind.Call)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask)
    {
        var db = ask.Db;
        return (await ask.Newest(db.Calls.Of(ask.Me).Where(call => call.CustomerId == ask.Customer.Id), nameof(Call.DeviceAt)).Select(call => new CallLine(
            call.Id, db.Set<Member>().Where(member => member.OrgId == call.OrgId && member.Id == call.MemberId).Select(member => member.ShortName).FirstOrDefault() ?? "", call.Day, call.DeviceAt, call.Outcome,
            db.Set<Contact>().Where(contact => contact.OrgId == call.OrgId && contact.Id == call.ContactId).Select(contact => contact.Name).FirstOrDefault() ?? "", call.Note, call.NextStep)).ToListAsync(ask.Stop))
            .ConvertAll(call => new TimelineLine(TimelineKind.Call, call.Id, call.At, call.Day, call.MemberName) { Call = call });
    }
}
