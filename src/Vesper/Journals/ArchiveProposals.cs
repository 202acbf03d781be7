using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Journals.Mentions;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Journals;

/// <summary>Something for a customer's archive that a member's own words name, with the visit that shows it. Quote: those words.</summary>
sealed record ArchiveProposalView(
    Guid Id, ProposalKind Kind, Guid CustomerId, string CustomerName, Guid VisitId, DateOnly Day, string Text, string Title, string Phone, long? AmountFen, DateOnly? Date, string Quote);

/// <summary>Finds what could be kept of a member's day: in the notes of her visits, and in her journal as far as it speaks of a customer she visited on that day.</summary>
static class ArchiveProposals
{
    public static async Task<IReadOnlyList<ArchiveProposalView>> OfDayAsync(Db db, Me me, DateOnly day, CancellationToken stop = default)
    {
        var visits = await VisitsAsync(db, me, visit => visit.Day == day, stop);
        var journal = await db.Journals.Of(me).FirstOrDefaultAsync(one => one.MemberId == me.Id && one.Day == day, stop);
        return await NewAsync(db, me, [.. visits.SelectMany(OfVisit), .. journal is null ? [] : OfJournal(journal, visits)], stop);
    }

    public static async Task<IReadOnlyList<ArchiveProposalView>> OfVisitAsync(Db db, Me me, Guid visitId, CancellationToken stop = default) =>
        await NewAsync(db, me, [.. (await VisitsAsync(db, me, visit => visit.Id == visitId, stop)).SelectMany(OfVisit)], stop);

    static Task<List<Visited>> VisitsAsync(Db db, Me me, System.Linq.Expressions.Expression<Func<Visit, bool>> which, CancellationToken stop) => (
        from visit in db.Visits.Of(me).Where(visit => visit.MemberId == me.Id).Where(which)
        join customer in db.Set<Customer>() on new { visit.OrgId, Id = visit.CustomerId } equals new { customer.OrgId, customer.Id }
        orderby visit.DeviceAt, visit.Id
        select new Visited(visit.Id, visit.Day, customer.Id, customer.ShortName, visit.Note, visit.HelpText)).ToListAsync(stop);

    static IEnumerable<Said> OfVisit(Visited visit) => [new(visit, visit.Note, true), new(visit, visit.HelpText, false)];

    static IEnumerable<Said> OfJournal(Journal journal, IReadOnlyList<Visited> visits)
    {
        if (visits.LastOrDefault(visit => visit.CustomerId == journal.BlockCustomerId) is { } there) yield return new(there, journal.Block, false);
        foreach (var text in new[] { journal.Win, journal.BlockCustomerId is null ? journal.Block : "", journal.Addendum })
            // A text that names two of them could mean either.
            if (visits.Where(visit => text.Contains(visit.CustomerName, StringComparison.Ordinal)).DistinctBy(visit => visit.CustomerId).ToList() is [var named]) yield return new(named, text, false);
    }

    static async Task<IReadOnlyList<ArchiveProposalView>> NewAsync(Db db, Me me, IReadOnlyList<Said> said, CancellationToken stop)
    {
        if (said.All(one => one.Text.Length == 0)) return [];
        var ours = (await db.Members.Of(me).Select(member => new { member.Name, member.ShortName }).ToListAsync(stop)).SelectMany(member => new[] { member.Name, member.ShortName }).ToHashSet();
        var found = said.SelectMany(one => Spoken.In(one.Text, one.Visit.Day, ours, one.OfCustomer).Select(mention => View(one.Visit, mention))).DistinctBy(view => view.Id).ToList();
        if (found.Count == 0) return [];

        var (ids, customers) = (found.ConvertAll(view => view.Id), found.Select(view => view.CustomerId).Distinct().ToList());
        var answered = await db.ProposalAnswers.Of(me).Where(answer => ids.Contains(answer.Id)).Select(answer => answer.Id).ToListAsync(stop);
        var people = await db.Contacts.Of(me).Where(contact => customers.Contains(contact.CustomerId)).Select(contact => new { contact.CustomerId, contact.Name, contact.Phone }).ToListAsync(stop);
        var facts = await db.Facts.Of(me).Where(fact => customers.Contains(fact.CustomerId)).ToListAsync(stop);
        return [.. found.Where(view => !answered.Contains(view.Id) && !Known(view))];

        // A person of that surname is probably the one in the archive; a fact tapped at the door needs no second proof.
        // A number that is in the archive needs no second owner.
        bool Known(ArchiveProposalView view) => view.Kind is ProposalKind.Contact
            ? people.Exists(person => person.CustomerId == view.CustomerId && (view.Text.Contains('…') ? Digits(person.Phone) == view.Phone : person.Name.Length > 0 && person.Name[0] == view.Text[0]))
            : facts.Exists(fact => fact.CustomerId == view.CustomerId && fact.Kind == FactOf(view.Kind) && (fact.VisitId == view.VisitId || (fact.AmountFen, fact.Date, fact.Text) == (view.AmountFen, view.Date, view.Text)));
    }

    static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    static FactKind? FactOf(ProposalKind kind) => new ProposalAnswer { Kind = kind }.Fact;

    static ArchiveProposalView View(Visited visit, Mention mention)
    {
        var (text, quote) = (mention.Text.To(300), mention.Quote.To(120));
        var id = mention.Kind switch
        {
            ProposalKind.Budget => NamedId.Of("proposal", visit.CustomerId, mention.Kind, mention.AmountFen),
            ProposalKind.Time => NamedId.Of("proposal", visit.CustomerId, mention.Kind, mention.Date),
            _ => NamedId.Of("proposal", visit.CustomerId, mention.Kind, text),
        };
        return new(id, mention.Kind, visit.CustomerId, visit.CustomerName, visit.Id, visit.Day, text, mention.Title, mention.Phone, mention.AmountFen, mention.Date, quote);
    }

    sealed record Visited(Guid Id, DateOnly Day, Guid CustomerId, string CustomerName, string Note, string HelpText);

    sealed record Said(Visited Visit, string Text, bool OfCustomer);
}
