using Vesper.Customers;
using Vesper.Customers.Pool;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Kit.Data;
using Vesper.Kit.Notices;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Ops.Demo;

/// <summary>All rows of a demo, before any is written.</summary>
sealed class DemoRows(Guid orgId)
{
    public Guid OrgId => orgId;

    public List<Organisation> Organisations { get; } = [];
    public List<Unit> Units { get; } = [];
    public List<Member> Members { get; } = [];
    public List<Account> Accounts { get; } = [];
    public List<CalendarDay> CalendarDays { get; } = [];
    public List<LocationConsent> Consents { get; } = [];
    public List<Customer> Customers { get; } = [];
    public List<PoolRules> PoolRules { get; } = [];
    public List<PoolMove> PoolMoves { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<SearchRow> SearchRows { get; } = [];
    public List<Deal> Deals { get; } = [];
    public List<Fact> Facts { get; } = [];
    public List<GradeChange> GradeChanges { get; } = [];
    public List<Visit> Visits { get; } = [];
    public List<PlannedVisit> PlannedVisits { get; } = [];
    public List<Field.Call> Calls { get; } = [];
    public List<Mission> Missions { get; } = [];
    public List<MissionRoute> MissionRoutes { get; } = [];
    public List<MissionStop> MissionStops { get; } = [];
    public List<Review> Reviews { get; } = [];
    public List<FeedItem> FeedItems { get; } = [];
    public List<Reaction> Reactions { get; } = [];
    public List<Comment> Comments { get; } = [];
    public List<FeedRead> FeedReads { get; } = [];
    public List<Notice> Notices { get; } = [];
    public List<Evening> Evenings { get; } = [];
    public List<AgendaItem> AgendaItems { get; } = [];
    public List<AgendaSubject> AgendaSubjects { get; } = [];
    public List<Attendance> Attendances { get; } = [];
    public List<Case> Cases { get; } = [];
    public List<Advice> Advices { get; } = [];
    public List<Story> Stories { get; } = [];
    public List<StoryThanks> StoryThanks { get; } = [];
    public List<Commitment> Commitments { get; } = [];
    public List<Journal> Journals { get; } = [];
    public List<JournalReply> JournalReplies { get; } = [];

    /// <summary>Parents before their children.</summary>
    public async Task<int> WriteAsync(Bulk bulk) =>
        await bulk.InsertAsync(Organisations) + await bulk.InsertAsync(Units) + await bulk.InsertAsync(Members) + await bulk.InsertAsync(Accounts)
        + await bulk.InsertAsync(CalendarDays) + await bulk.InsertAsync(Consents)
        + await bulk.InsertAsync(PoolRules) + await bulk.InsertAsync(Customers) + await bulk.InsertAsync(PoolMoves) + await bulk.InsertAsync(Contacts) + await bulk.InsertAsync(Deals)
        + await bulk.InsertAsync(SearchRows) + await bulk.InsertAsync(Facts) + await bulk.InsertAsync(GradeChanges)
        + await bulk.InsertAsync(Visits) + await bulk.InsertAsync(PlannedVisits) + await bulk.InsertAsync(Calls) + await bulk.InsertAsync(FeedItems) + await bulk.InsertAsync(Reactions)
        + await bulk.InsertAsync(Comments) + await bulk.InsertAsync(FeedReads) + await bulk.InsertAsync(Notices)
        + await bulk.InsertAsync(Missions) + await bulk.InsertAsync(MissionRoutes) + await bulk.InsertAsync(MissionStops) + await bulk.InsertAsync(Reviews)
        + await bulk.InsertAsync(Evenings) + await bulk.InsertAsync(AgendaItems) + await bulk.InsertAsync(AgendaSubjects) + await bulk.InsertAsync(Attendances)
        + await bulk.InsertAsync(Cases) + await bulk.InsertAsync(Advices) + await bulk.InsertAsync(Stories) + await bulk.InsertAsync(StoryThanks) + await bulk.InsertAsync(Commitments)
        + await bulk.InsertAsync(Journals) + await bulk.InsertAsync(JournalReplies);
}
