using Microsoft.EntityFrameworkCore;
using Vesper.Journals;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Customers.Archive;

/// <summary>Journals that name the customer: whoever wrote that it blocks her, or used its short name. Only those the asker may read, and of them only what speaks of it.</summary>
sealed class JournalsTimeline() : TimelineSource(TimelineKind.Journal)
{
    /// <summary>Of all that ever named it, the newest; a name that is an everyday word does not drag in a year.</summary>
    const int Looked = 100;

    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask)
    {
        var (db, me, customer) = (ask.Db, ask.Me, ask.Customer);
        var named = await NamedAsync(ask);
        var rows = await ask.Newest(db.Journals.ReadableBy(me).Where(journal => journal.BlockCustomerId == customer.Id || named.Contains(journal.Id)), nameof(Journal.SubmittedAt)).Select(journal => new
        {
            Journal = journal,
            Member = db.Set<Member>().Where(member => member.OrgId == journal.OrgId && member.Id == journal.MemberId).Select(member => member.ShortName).FirstOrDefault() ?? "",
        }).ToListAsync(ask.Stop);
        return rows.ConvertAll(row => new TimelineLine(TimelineKind.Journal, row.Journal.Id, row.Journal.SubmittedAt, row.Journal.Day, row.Member)
        {
            Journal = new([.. (row.Journal.BlockCustomerId == customer.Id ? Said(row.Journal).Prepend(row.Journal.Block) : Said(row.Journal)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)]),
        });

        IEnumerable<string> Said(Journal journal) => Texts(journal).Where(text => Names(text, customer));
    }

    static async Task<List<Guid>> NamedAsync(TimelineAsk ask)
    {
        if (ask.Customer.ShortName.Length < 2) return [];
        IReadOnlyList<string> scopes = [Search.Scope('o', ask.Me.Id), .. ask.Me.Sees.Select(team => Search.Scope('t', team))];
        var ids = (await Search.FindAsync(ask.Db, ask.Me.OrgId, JournalQueries.Kind, scopes, Bigrams.Query(ask.Customer.ShortName), long.MaxValue, Looked, ask.Stop)).ConvertAll(hit => hit.SubjectId);
        var found = ids.Count == 0 ? [] : await ask.Db.Journals.ReadableBy(ask.Me).AsNoTracking().Where(journal => ids.Contains(journal.Id)).ToListAsync(ask.Stop);
        return [.. found.Where(journal => Texts(journal).Any(text => Names(text, ask.Customer))).Select(journal => journal.Id)];
    }

    static IEnumerable<string> Texts(Journal journal) => [journal.Win, journal.Block, journal.Support, journal.Addendum, .. journal.Answers.Select(answer => answer.Value)];

    static bool Names(string text, Customer customer) => text.Contains(customer.ShortName, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reviews of a deal or a visit; one held one-to-one is the two's alone.</summary>
sealed class ReviewsTimeline() : TimelineSource(TimelineKind.Review)
{
    public override async Task<IReadOnlyList<TimelineLine>> ReadAsync(TimelineAsk ask)
    {
        var db = ask.Db;
        var rows = await ask.Newest(db.Reviews.ReadableBy(ask.Me).Where(review => review.CustomerId == ask.Customer.Id), nameof(Review.ClosedAt)).Select(review => new
        {
            review.Id, review.ClosedAt, review.Day, review.With, review.Outcome, review.Stage,
            Host = db.Set<Member>().Where(member => member.OrgId == review.OrgId && member.Id == review.HostId).Select(member => member.ShortName).FirstOrDefault() ?? "",
        }).ToListAsync(ask.Stop);
        return rows.ConvertAll(row => new TimelineLine(TimelineKind.Review, row.Id, row.ClosedAt, row.Day, row.Host) { Review = new(row.With, row.Outcome, row.Stage) });
    }
}
