using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Field;

/// <summary>Brings to the feed what other rooms found worth telling: a deal signed, a grade risen to A, a journal shared.</summary>
sealed class FieldConsumer() : Consumer("field")
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { DealSigned.Name, GradeChanged.Name, JournalShared.Name, JournalUnshared.Name };

    public override Task ActAsync(Db db, EventRow happened) => happened.Type switch
    {
        DealSigned.Name => Win(db, happened, happened.As<DealSigned>()),
        JournalShared.Name => Shared(db, happened, happened.As<JournalShared>()),
        JournalUnshared.Name => Unshared(db, happened, happened.As<JournalUnshared>()),
        _ => Rise(db, happened, happened.As<GradeChanged>()),
    };

    // What she wrote stands in the line; the day and its visits are one tap away.
    static async Task Shared(Db db, EventRow happened, JournalShared shared)
    {
        if (await db.Journals.Of(happened.OrgId).FindAsync(shared.JournalId) is not { } journal || await db.Members.Of(happened.OrgId).FindAsync(shared.MemberId) is not { } member) return;
        // Shared once more after it was taken back, the same line stands again, with the 挺 and words it had.
        var item = await db.FeedItems.Of(happened.OrgId).FindAsync(journal.Id);
        if (item is null)
            db.Add(item = new()
            {
                OrgId = happened.OrgId, Id = journal.Id, TeamId = shared.TeamId, MemberId = shared.MemberId, MemberName = member.ShortName, Kind = FeedKind.Journal, SubjectId = journal.Id, At = happened.At,
            });
        (item.CustomerId, item.CustomerName, item.WithdrawnAt) = (journal.BlockCustomerId, journal.BlockCustomerName, null);
        item.Body = string.Join('\n', new[] { journal.Win, journal.Block }.Where(text => text.Length > 0));
        db.Tell(Topic.Team(shared.TeamId), new FeedChanged(journal.Id));
    }

    static async Task Unshared(Db db, EventRow happened, JournalUnshared taken)
    {
        if (await db.FeedItems.Of(happened.OrgId).FindAsync(taken.JournalId) is not { } item) return;
        (item.Body, item.CustomerId, item.CustomerName, item.WithdrawnAt) = ("", null, "", happened.At);
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }

    static async Task Win(Db db, EventRow happened, DealSigned signed)
    {
        if (await db.Deals.Of(happened.OrgId).FindAsync(signed.DealId) is not { } deal) return;

        // The visit that brought the signature becomes the win, so that one success is one line with all its 贺.
        var visit = await db.Visits.Of(happened.OrgId)
            .Where(visit => visit.MemberId == signed.MemberId && visit.Day == signed.Day && visit.CustomerId == signed.CustomerId)
            .OrderByDescending(visit => visit.DeviceAt).Select(visit => (Guid?)visit.Id).FirstOrDefaultAsync();
        var item = visit is { } id ? await db.FeedItems.Of(happened.OrgId).FindAsync(id) : null;
        item ??= await Add(db, happened, FeedKind.Win, deal.Id, signed.CustomerId, signed.MemberId);
        if (item is null) return;
        (item.Kind, item.Text, item.At) = (FeedKind.Win, deal.Name, happened.At);
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }

    // B→A and C→A are the facts of the day that Lift opens with (S); other steps are between the rep and her customer, and a date that came nearer is nobody's deed.
    static async Task Rise(Db db, EventRow happened, GradeChanged change)
    {
        if (change is not { To: Grade.A, From: Grade.B or Grade.C, MemberId: { } member, ByCalendar: false }) return;
        if (await Add(db, happened, FeedKind.Grade, change.ChangeId, change.CustomerId, member) is not { } item) return;
        item.Text = $"{change.From}→{change.To}";
        db.Tell(Topic.Team(item.TeamId), new FeedChanged(item.Id));
    }

    static async Task<FeedItem?> Add(Db db, EventRow happened, FeedKind kind, Guid id, Guid customerId, Guid memberId)
    {
        if (await db.FeedItems.Of(happened.OrgId).FindAsync(id) is { } told) return told;
        var customer = await db.Customers.Of(happened.OrgId).FindAsync(customerId);
        var member = await db.Members.Of(happened.OrgId).FindAsync(memberId);
        if (customer is null || member is null) return null;
        var item = new FeedItem
        {
            OrgId = happened.OrgId,
            Id = id,
            TeamId = customer.TeamId,
            MemberId = memberId,
            MemberName = member.ShortName,
            Kind = kind,
            CustomerId = customerId,
            CustomerName = customer.ShortName,
            At = happened.At,
        };
        db.Add(item);
        return item;
    }
}
