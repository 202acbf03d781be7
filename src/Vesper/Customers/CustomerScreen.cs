using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers;

/// <summary>Reads one customer's screen, by statements of our own: the page people open most. Who may see the customer sees all that hangs on it.</summary>
static class CustomerScreen
{
    const int LastVisits = 20, LastSteps = 20;

    /// <summary>Null: not there, or not hers (as <see cref="CustomerQueries.VisibleTo"/>).</summary>
    public static async Task<CustomerView?> ReadAsync(PreparedLine line, Me me, Guid id, DateOnly today, GradeOptions grades, CancellationToken stop)
    {
        var teams = me.Sees.Count == 0 ? "" : $" or c.team_id in ({string.Join(", ", me.Sees.Select((_, i) => $"@p{3 + i}"))})";
        var customer = await line.FirstAsync(
            $"""
            select c.id, c.name, c.short_name, c.industry, c.employees, c.city, c.address, c.latitude is not null, c.stage, c.grade, c.grade_since, c.visits_without_kp,
            c.owner_id, m.short_name, c.last_visit_at, c.next_step, c.next_on
            from customers c left join members m on m.org_id = c.org_id and m.id = c.owner_id where c.org_id = @p0 and c.id = @p1 and (c.owner_id = @p2 or c.former_owner_id = @p2{teams})
            """,
            row => new CustomerView(
                row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.MaybeNumber(4), row.Text(5), row.Text(6), row.Flag(7), row.Word<Stage>(8), row.Word<Grade>(9), row.Day(10),
                row.Number(11), row.Number(11) >= grades.KpUnseenVisits, row.MaybeId(12), row.TextOr(13), row.MaybeInstant(14), row.Text(15), row.MaybeDay(16),
                [], [], [], [], [], [], null!),
            stop, [me.OrgId, id, me.Id, .. me.Sees.Select(team => (object)team)]);
        return customer is null ? null : await FillAsync(line, customer, me.OrgId, today, grades, stop);
    }

    static async Task<CustomerView> FillAsync(PreparedLine line, CustomerView customer, Guid org, DateOnly today, GradeOptions grades, CancellationToken stop)
    {
        var contacts = await line.ListAsync(
            "select id, name, title, role, decides, met_on, phone, source, position, relation, no_contact_on, no_contact_reason from contacts where org_id = @p0 and customer_id = @p1",
            row => new ContactView(row.Id(0), row.Text(1), row.Text(2), row.Word<ContactRole>(3), row.Flag(4), row.MaybeDay(5), ContactView.Mask(row.Text(6)), row.Text(7), row.Number(8), row.Text(9), row.MaybeDay(10), row.Text(11)),
            stop, org, customer.Id);
        var facts = await line.ListAsync(
            "select id, kind, text, date, amount_fen, visit_id, seen_on from facts where org_id = @p0 and customer_id = @p1 order by seen_on desc, id desc",
            row => new Fact { Id = row.Id(0), Kind = row.Word<FactKind>(1), Text = row.Text(2), Date = row.MaybeDay(3), AmountFen = row.MaybeLong(4), VisitId = row.MaybeId(5), SeenOn = row.Day(6) },
            stop, org, customer.Id);
        var deals = await line.ListAsync(
            "select id, customer_id, name, stage, state, amount_fen, opened_on, closed_on from deals where org_id = @p0 and customer_id = @p1 order by opened_on desc, id desc",
            row => new DealView(row.Id(0), row.Id(1), row.Text(2), row.Word<Stage>(3), row.Word<DealState>(4), row.Long(5), row.Day(6), row.MaybeDay(7)),
            stop, org, customer.Id);
        var steps = await line.ListAsync(
            $"select \"from\", \"to\", day, reason from grade_changes where org_id = @p0 and customer_id = @p1 order by day desc, id desc limit {LastSteps}",
            row => new GradeStepView(row.Word<Grade>(0), row.Word<Grade>(1), row.Day(2), row.Text(3)),
            stop, org, customer.Id);
        return customer with
        {
            Contacts = [.. contacts.OrderBy(c => c.Role).ThenBy(c => c.Position).ThenBy(c => c.Id)],
            Facts = [.. facts.Select(FactView.Of)],
            Deals = deals,
            Visits = await VisitsAsync(line, org, customer.Id, stop),
            Calls = await CallsAsync(line, org, customer.Id, stop),
            GradeHistory = steps,
            Why = WhyView.Of(facts, today, grades),
        };
    }

    static async Task<IReadOnlyList<VisitLine>> VisitsAsync(PreparedLine line, Guid org, Guid id, CancellationToken stop)
    {
        var visits = await LinesAsync(line, org, id, stop);
        if (visits.Count == 0) return visits;
        var answers = (await line.ListAsync(
            $"""
            select visit_id, id, member_id, member_name, text, at from feed_comments
            where org_id = @p0 and visit_id in (select id from visits where org_id = @p0 and customer_id = @p1 order by id desc limit {LastVisits}) and visit_id is not null and withdrawn_at is null
            order by at, id
            """,
            row => (Visit: row.Id(0), Answer: new AnswerView(row.Id(1), row.Id(2), row.Text(3), row.Text(4), row.Instant(5))),
            stop, org, id)).ToLookup(row => row.Visit, row => row.Answer);
        return answers.Count == 0 ? visits : [.. visits.Select(visit => answers.Contains(visit.Id) ? visit with { Answers = [.. answers[visit.Id]] } : visit)];
    }

    static Task<List<VisitLine>> LinesAsync(PreparedLine line, Guid org, Guid id, CancellationToken stop) => line.ListAsync(
        $"""
        select v.id, m.short_name, v.day, v.device_at, v.purpose, v.outcome, v.kp_met, v.kp_minutes, c.name, v.next_step, v.note, v.help_text
        from (select * from visits where org_id = @p0 and customer_id = @p1 order by id desc limit {LastVisits}) v
        join members m on m.org_id = v.org_id and m.id = v.member_id left join contacts c on c.org_id = v.org_id and c.id = v.contact_id
        order by v.device_at desc, v.id desc
        """,
        row => new VisitLine(row.Id(0), row.Text(1), row.Day(2), row.Instant(3), row.Text(4), row.MaybeWord<VisitOutcome>(5), row.MaybeFlag(6), row.MaybeNumber(7), row.TextOr(8), row.Text(9), row.Text(10), row.Text(11)),
        stop, org, id);

    static Task<List<CallLine>> CallsAsync(PreparedLine line, Guid org, Guid id, CancellationToken stop) => line.ListAsync(
        $"""
        select v.id, m.short_name, v.day, v.device_at, v.outcome, c.name, v.note, v.next_step
        from (select * from calls where org_id = @p0 and customer_id = @p1 order by id desc limit {LastVisits}) v
        join members m on m.org_id = v.org_id and m.id = v.member_id left join contacts c on c.org_id = v.org_id and c.id = v.contact_id
        order by v.device_at desc, v.id desc
        """,
        row => new CallLine(row.Id(0), row.Text(1), row.Day(2), row.Instant(3), row.Word<CallOutcome>(4), row.TextOr(5), row.Text(6), row.Text(7)),
        stop, org, id);
}
