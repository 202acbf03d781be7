using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Field;
using Vesper.Journals;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Evenings;

/// <summary>A team's day, read from the tables for the composer: fourteen queries, each along one index.</summary>
sealed record EveningDay(string Team, IReadOnlyList<TeamMember> Members, AgendaDay Agenda)
{
    /// <summary>Whose duty a case becomes that nobody could answer, and who hosts unless another one does.</summary>
    public TeamMember? Supervisor => Members.FirstOrDefault(member => member.Role is Role.Supervisor);

    public static async Task<EveningDay?> LoadAsync(Db db, Guid orgId, Guid teamId, DateOnly day, EveningOptions options, CancellationToken stop = default)
    {
        if (await TeamMember.OfAsync(db, orgId, teamId, day, stop) is not { } team) return null;

        var visits = await VisitsAsync(db, orgId, visit => visit.TeamId == teamId && visit.Day == day, stop);
        var sessions = await SessionsAsync(db, orgId, teamId, day, stop);
        var lastClosed = sessions.Max(session => session.ClosedAt);
        var late = await LateHelpAsync(db, orgId, teamId, day, lastClosed, stop);
        var rejections = await Rejections.OfAsync(db, orgId, [.. team.Members.Select(member => member.Id)], day, stop);
        var members = team.Members.Where(member => !member.OnLeave).Select(member => new AgendaMember(
            member.Id, member.Name,
            visits.Count(visit => visit.MemberId == member.Id),
            rejections.GetValueOrDefault(member.Id),
            LastHeard(member, sessions))).ToList();

        return new(team.Name, team.Members, new(team.Name, day, options.Minutes, members)
        {
            Won = await WonAsync(db, orgId, teamId, day, stop),
            GradeSteps = await GradeStepsAsync(db, orgId, teamId, day, stop),
            Cases = await CasesAsync(db, orgId, teamId, stop),
            Help = [.. visits.Concat(late).Where(visit => visit.HelpWanted && !visit.Settled).Select(visit => new HelpWanted(
                visit.Id, visit.MemberId, visit.Member, visit.CustomerId, visit.Customer, visit.Stage, visit.KpMet, visit.HelpText.Length > 0 ? visit.HelpText : null, visit.Industry))],
            Blocks = await BlocksAsync(db, orgId, teamId, day, stop),
            KpNotMet = [.. visits.Where(visit => visit.VisitsWithoutKp >= options.VisitsWithoutKp && !visit.KpMet)
                .DistinctBy(visit => (visit.MemberId, visit.CustomerId))
                .Select(visit => new KpNotMet(visit.MemberId, visit.Member, visit.CustomerId, visit.Customer, visit.Stage, visit.VisitsWithoutKp, visit.Industry))],
            Commitments = await CommitmentsAsync(db, orgId, teamId, day, lastClosed, stop),
            Offers = await OffersAsync(db, orgId, teamId, day, options, stop),
            Advisers = await Proven.OfAsync(db, orgId, teamId, members, stop),
        });
    }

    // Supervisors and managers take part; they do not take over: the others' turn always comes before theirs.
    static LastHeard LastHeard(TeamMember member, IReadOnlyList<Session> sessions)
    {
        if (member.Role is not (Role.Rep or Role.Lead)) return new(Nourish: 1);
        var own = sessions.Where(session => session.MemberId == member.Id).OrderByDescending(session => session.Day).ToList();
        return new(Ago(own.FindIndex(session => session.Nourish)), Ago(own.FindIndex(session => session.Lift)));

        static int? Ago(int index) => index < 0 ? null : index + 1;
    }

    /// <summary>Sessions looked back on for whose turn it is.</summary>
    const int Back = 12;

    static Task<List<Session>> SessionsAsync(Db db, Guid orgId, Guid teamId, DateOnly day, CancellationToken stop) => (
        from evening in db.Evenings.Of(orgId).Where(e => e.TeamId == teamId && e.State == EveningState.Closed && e.Day < day).OrderByDescending(e => e.Day).Take(Back)
        join here in db.Set<Attendance>() on new { evening.OrgId, EveningId = evening.Id } equals new { here.OrgId, here.EveningId }
        where here.Present
        select new Session(here.MemberId, evening.Day, evening.ClosedAt,
            db.Set<AgendaSubject>().Any(s => s.OrgId == orgId && s.EveningId == evening.Id && s.MemberId == here.MemberId && s.Heard && s.Act == Act.Nourish),
            db.Set<AgendaSubject>().Any(s => s.OrgId == orgId && s.EveningId == evening.Id && s.MemberId == here.MemberId && s.Heard && s.Act == Act.Lift))).ToListAsync(stop);

    // A phone that was offline tells its help after the evening has closed: the next evening hears of it. Older than a week it has found its own way.
    static async Task<IReadOnlyList<VisitOfDay>> LateHelpAsync(Db db, Guid orgId, Guid teamId, DateOnly day, DateTimeOffset? lastClosed, CancellationToken stop)
    {
        if (lastClosed is not { } closed) return [];
        var oldest = day.AddDays(-7);
        return await VisitsAsync(db, orgId, visit => visit.TeamId == teamId && visit.Day < day && visit.Day >= oldest && visit.HelpWanted && visit.EndedAt > closed, stop);
    }

    static Task<List<VisitOfDay>> VisitsAsync(Db db, Guid orgId, Expression<Func<Visit, bool>> which, CancellationToken stop) => (
        from visit in db.Visits.Of(orgId).Where(which)
        join customer in db.Set<Customer>() on new { visit.OrgId, Id = visit.CustomerId } equals new { customer.OrgId, customer.Id }
        join member in db.Set<Member>() on new { visit.OrgId, Id = visit.MemberId } equals new { member.OrgId, member.Id }
        select new VisitOfDay(visit.Id, visit.MemberId, member.ShortName, visit.CustomerId, customer.ShortName, customer.Industry, customer.Stage, visit.Outcome,
            visit.KpMet ?? false, customer.VisitsWithoutKp, visit.HelpWanted, visit.HelpText,
            db.Set<Case>().Any(c => c.OrgId == orgId && c.MemberId == visit.MemberId && c.VisitId == visit.Id && (c.State != CaseState.Open || c.CustomerId != visit.CustomerId)))).ToListAsync(stop);

    // The case that a journal's block became keeps its place by its id; told or withdrawn, it does not come back.
    static async Task<IReadOnlyList<JournalBlock>> BlocksAsync(Db db, Guid orgId, Guid teamId, DateOnly day, CancellationToken stop)
    {
        var blocks = await (
            from journal in db.Journals.Of(orgId)
            where journal.TeamId == teamId && journal.Day == day && journal.Block != ""
                && !db.Set<Case>().Any(c => c.OrgId == orgId && c.MemberId == journal.MemberId && c.CustomerId != null && c.CustomerId == journal.BlockCustomerId && c.Day == day && c.State != CaseState.Open)
            join member in db.Set<Member>() on new { journal.OrgId, Id = journal.MemberId } equals new { member.OrgId, member.Id }
            from customer in db.Set<Customer>().Where(c => c.OrgId == journal.OrgId && c.Id == journal.BlockCustomerId).DefaultIfEmpty()
            select new JournalBlock(journal.Id, journal.MemberId, member.ShortName, journal.BlockCustomerId, journal.BlockCustomerName,
                customer == null ? Stage.Develop : customer.Stage,
                db.Set<Fact>().Any(f => f.OrgId == orgId && f.CustomerId == journal.BlockCustomerId && f.Kind == FactKind.KpMet), journal.Block,
                customer == null ? null : customer.Industry)).ToListAsync(stop);
        var ids = blocks.ConvertAll(block => NamedId.Of("case", block.JournalId));
        var known = await db.Cases.Of(orgId).Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(stop);
        return [.. blocks.Where(block => !known.Contains(NamedId.Of("case", block.JournalId)))];
    }

    static async Task<IReadOnlyList<DealWon>> WonAsync(Db db, Guid orgId, Guid teamId, DateOnly day, CancellationToken stop) => await (
        from deal in db.Deals.Of(orgId)
        where deal.TeamId == teamId && deal.ClosedOn == day && deal.State == DealState.Won
        join customer in db.Set<Customer>() on new { deal.OrgId, Id = deal.CustomerId } equals new { customer.OrgId, customer.Id }
        join member in db.Set<Member>() on new { deal.OrgId, Id = deal.OwnerId } equals new { member.OrgId, member.Id }
        select new DealWon(deal.Id, deal.OwnerId, member.ShortName, customer.Id, customer.ShortName, deal.AmountFen)).ToListAsync(stop);

    /// <summary>A grade that rose because the customer's date came near in the night is no deed of the day: somebody must have seen something.</summary>
    static async Task<IReadOnlyList<GradeStep>> GradeStepsAsync(Db db, Guid orgId, Guid teamId, DateOnly day, CancellationToken stop) => await (
        from change in db.GradeChanges.Of(orgId)
        where change.TeamId == teamId && change.Day == day && change.To == Grade.A
        where db.Set<Fact>().Any(fact => fact.OrgId == change.OrgId && fact.CustomerId == change.CustomerId && fact.SeenOn == day)
        join customer in db.Set<Customer>() on new { change.OrgId, Id = change.CustomerId } equals new { customer.OrgId, customer.Id }
        join member in db.Set<Member>() on new { change.OrgId, Id = change.MemberId } equals new { member.OrgId, Id = (Guid?)member.Id }
        select new GradeStep(member.Id, member.ShortName, customer.Id, customer.ShortName, change.From, change.To)).ToListAsync(stop);

    static async Task<IReadOnlyList<OpenCase>> CasesAsync(Db db, Guid orgId, Guid teamId, CancellationToken stop) => await (
        from one in db.Cases.Of(orgId)
        where one.TeamId == teamId && one.State == CaseState.Open
        join member in db.Set<Member>() on new { one.OrgId, Id = one.MemberId } equals new { member.OrgId, member.Id }
        where member.State == MemberState.Active
        from customer in db.Set<Customer>().Where(c => c.OrgId == one.OrgId && c.Id == one.CustomerId).DefaultIfEmpty()
        select new OpenCase(one.Id, one.MemberId, member.ShortName, one.CustomerId, one.CustomerName, one.Stage, one.KpMet, one.BlockedBy, one.Wanted, one.Day, one.TimesCarried,
            customer == null ? null : customer.Industry)).ToListAsync(stop);

    // Asked from the next day on; answers given since the last evening stand in the next agenda.
    static async Task<IReadOnlyList<CommitmentDue>> CommitmentsAsync(Db db, Guid orgId, Guid teamId, DateOnly day, DateTimeOffset? lastClosed, CancellationToken stop)
    {
        var since = lastClosed ?? new DateTimeOffset(day.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);
        var rows = await (
            from one in db.Commitments.Of(orgId)
            where one.TeamId == teamId && one.Day < day
                && (one.State == CommitmentState.Open || (one.State == CommitmentState.NotYet && one.DueOn <= day) || one.AnsweredAt > since)
            join member in db.Set<Member>() on new { one.OrgId, Id = one.MemberId } equals new { member.OrgId, member.Id }
            where member.State == MemberState.Active
            select new { one.Id, one.MemberId, member.ShortName, one.Text, one.DueOn, one.State, one.Result, one.AnsweredAt }).ToListAsync(stop);

        return [.. rows.Select(row => new CommitmentDue(row.Id, row.MemberId, row.ShortName, row.Text, row.DueOn,
            row.AnsweredAt > since ? row.State : CommitmentState.Open, row.AnsweredAt > since && row.Result.Length > 0 ? row.Result : null))];
    }

    // Her own wish; and a fact of an earlier day that its evening did not reach.
    static async Task<IReadOnlyList<StoryOffer>> OffersAsync(Db db, Guid orgId, Guid teamId, DateOnly day, EveningOptions options, CancellationToken stop)
    {
        var oldest = day.AddDays(-options.OldestOffer);
        return await (
            from story in db.Stories.Of(orgId)
            where story.TeamId == teamId && story.ToldAt == null && story.Day >= oldest && (story.Trigger == StoryTrigger.Own || story.Day < day)
            join member in db.Set<Member>() on new { story.OrgId, Id = story.MemberId } equals new { member.OrgId, member.Id }
            where member.State == MemberState.Active
            select new StoryOffer(story.Id, story.MemberId, member.ShortName, story.CustomerName, story.Day, story.TimesCarried, story.CustomerId, story.CustomerName)).ToListAsync(stop);
    }

    sealed record Session(Guid MemberId, DateOnly Day, DateTimeOffset? ClosedAt, bool Nourish, bool Lift);

    sealed record VisitOfDay(
        Guid Id, Guid MemberId, string Member, Guid CustomerId, string Customer, string Industry, Stage Stage, VisitOutcome? Outcome,
        bool KpMet, int VisitsWithoutKp, bool HelpWanted, string HelpText, bool Settled);
}
