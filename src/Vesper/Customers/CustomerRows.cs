using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>The two pages of customers that everybody opens all day, newest and found, by statements of our own: EF took several times as long (docs/benchmarks.md).</summary>
static class CustomerRows
{
    const string Columns = "c.id, c.name, c.short_name, c.city, c.industry, c.grade, c.stage, c.visits_without_kp, c.last_visit_at, c.next_step, c.next_on, c.owner_id, c.updated_at";

    /// <summary>
    /// Her own and those of each unit she leads, one more than a page. Each view gives its own newest, so that every part is a range of an index; "mine or my
    /// team's" in one condition would read them all. Her own in a team she leads come with the team.
    /// </summary>
    public static async Task<List<CustomerRow>> NewestAsync(PreparedLine line, Me me, PageCursor? after, int most, GradeOptions grades, CancellationToken stop)
    {
        var values = new List<object> { me.OrgId, me.Id };
        var before = "";
        if (after is { } place)
        {
            before = "and (c.updated_at < @p2 or (c.updated_at = @p2 and c.id < @p3))";
            values.AddRange([place.At, place.Id]);
        }
        var teams = Teams(me, values);
        var parts = teams.Select(team => $"c.team_id = {team}").Prepend(teams.Count == 0 ? "c.owner_id = @p1" : $"c.owner_id = @p1 and c.team_id not in ({string.Join(", ", teams)})")
            .Select(whose => $"select * from (select {Columns} from customers c where c.org_id = @p0 and {whose} {before} order by c.updated_at desc, c.id desc limit {most}) part");
        var rows = await line.ListAsync($"{string.Join(" union all ", parts)} order by updated_at desc, id desc limit {most}", row => (Owner: row.MaybeId(11), Row: Row(row, grades)), stop, [.. values]);
        var names = await NamesAsync(line, me, rows.Select(row => row.Owner), stop);
        return rows.ConvertAll(row => row.Row with { OwnerName = NameOf(names, row.Owner) });
    }

    /// <summary>What has these words, what was written last first; a hit whose customer is no longer hers has no row.</summary>
    public static async Task<List<(long Seq, CustomerRow? Row)>> FoundAsync(
        PreparedLine line, DbEngine engine, Me me, IReadOnlyList<SearchTerm> terms, long before, int most, GradeOptions grades, CancellationToken stop)
    {
        if (terms.Count == 0) return [];
        var values = new List<object> { me.OrgId, CustomerSearch.Kind, engine.SearchFor(CustomerSearch.Scopes(me), terms), before, most, me.Id };
        var hits = string.Format(System.Globalization.CultureInfo.InvariantCulture, engine.Search, "@p0", "@p1", "@p2", "@p3", "@p4");
        var teams = Teams(me, values) is { Count: > 0 } some ? $" or c.team_id in ({string.Join(", ", some)})" : "";
        var rows = await line.ListAsync(
            $"select {Columns}, h.\"Seq\" from ({hits}) h left join customers c on c.org_id = @p0 and c.id = h.\"SubjectId\" and (c.owner_id = @p5 or c.former_owner_id = @p5{teams}) order by h.\"Seq\" desc",
            row => (Seq: row.Long(13), Owner: row.MaybeId(11), Row: row.MaybeId(0) is null ? null : Row(row, grades)), stop, [.. values]);
        var names = await NamesAsync(line, me, rows.Select(row => row.Owner), stop);
        return rows.ConvertAll(row => (row.Seq, row.Row is null ? null : row.Row with { OwnerName = NameOf(names, row.Owner) }));
    }

    /// <summary>Adds her units to the values and answers their places: @p4, @p5.</summary>
    static List<string> Teams(Me me, List<object> values)
    {
        var places = me.Sees.Select((_, i) => $"@p{values.Count + i}").ToList();
        values.AddRange(me.Sees.Select(team => (object)team));
        return places;
    }

    // A page has few owners: asked for once each, not joined row by row.
    static async Task<Dictionary<Guid, string>> NamesAsync(PreparedLine line, Me me, IEnumerable<Guid?> owners, CancellationToken stop)
    {
        var ids = owners.OfType<Guid>().Where(id => id != me.Id).Distinct().ToList();
        var names = new Dictionary<Guid, string> { [me.Id] = me.ShortName };
        if (ids.Count == 0) return names;
        var places = string.Join(", ", ids.Select((_, i) => $"@p{i + 1}"));
        foreach (var (id, name) in await line.ListAsync($"select id, short_name from members where org_id = @p0 and id in ({places})", row => (row.Id(0), row.Text(1)), stop, [me.OrgId, .. ids.Select(id => (object)id)]))
            names[id] = name;
        return names;
    }

    static string NameOf(Dictionary<Guid, string> names, Guid? owner) => owner is { } id && names.TryGetValue(id, out var name) ? name : "";

    static CustomerRow Row(DbRow row, GradeOptions grades) => new(
        row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Word<Grade>(5), row.Word<Stage>(6), row.Number(7), row.Number(7) >= grades.KpUnseenVisits,
        row.MaybeInstant(8), row.Text(9), row.MaybeDay(10), "", null, row.Instant(12));
}
