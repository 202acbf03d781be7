using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Geo;
using Vesper.Kit.Http;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>The three ways to ask for customers: newest, by words, near here. Always the member's own view.</summary>
sealed class CustomerList(Db db, Prepared prepared, Me me, DateOnly today, GradeOptions grades, CustomerFilter? filter)
{
    const int PageSize = 50;

    /// <summary>Metres around; the first circle with enough in it answers.</summary>
    static readonly double[] Around = [3_000, 15_000, 60_000];
    const int Enough = 10;

    public async Task<Page<CustomerRow>> NewestAsync(PageCursor? after, CancellationToken stop)
    {
        if (filter is null && me.Sees.Count <= Prepared.MostParts)
            return (await prepared.ReadAsync(line => CustomerRows.NewestAsync(line, me, after, PageSize + 1, grades, stop), stop)).ToPage(PageSize, row => new PageCursor(row.UpdatedAt, row.Id));

        // Each of her views gives its own newest, so that every part is a range of an index; "mine or my team's" in one would read them all.
        var parts = me.Sees.Select(team => Wanted.Where(c => c.TeamId == team)).Prepend(Wanted.Where(c => c.OwnerId == me.Id)).Select(part => Newest(part, after));
        var rows = await Rows(Newest(parts.Aggregate((some, more) => some.Union(more)), null)).ToListAsync(stop);
        return rows.ToPage(PageSize, row => new PageCursor(row.UpdatedAt, row.Id));
    }

    static IQueryable<Customer> Newest(IQueryable<Customer> customers, PageCursor? after)
    {
        if (after is { } place) customers = customers.Where(c => c.UpdatedAt < place.At || (c.UpdatedAt == place.At && c.Id.CompareTo(place.Id) < 0));
        return customers.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id).Take(PageSize + 1);
    }

    /// <summary>What was written last is found first. With a filter the page is cut from a wider search.</summary>
    public async Task<Page<CustomerRow>> FoundAsync(string words, string? after, CancellationToken stop)
    {
        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(after) && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            throw new Refusal("page.cursor", "This place in the list is not readable.", StatusCodes.Status400BadRequest);

        var terms = CustomerSearch.Terms(words);
        if (filter is null && me.Sees.Count <= Prepared.MostParts)
        {
            var rows = await prepared.ReadAsync(line => CustomerRows.FoundAsync(line, db.Engine, me, terms, before, PageSize + 1, grades, stop), stop);
            return new([.. rows.Take(PageSize).Select(hit => hit.Row).OfType<CustomerRow>()], rows.Count > PageSize ? rows[PageSize - 1].Seq.ToString(CultureInfo.InvariantCulture) : null);
        }

        var most = filter is null ? PageSize : 10 * PageSize;
        var hits = await Search.FindAsync(db, me.OrgId, CustomerSearch.Kind, CustomerSearch.Scopes(me), terms, before, most + 1, stop);
        var ids = hits.Take(most).Select(hit => hit.SubjectId).ToList();
        var found = await Rows(Wanted.Where(c => ids.Contains(c.Id))).ToDictionaryAsync(row => row.Id, stop);

        var page = hits.Take(most).Where(hit => found.ContainsKey(hit.SubjectId)).Take(PageSize).ToList();
        var last = page.Count == PageSize ? page[^1] : hits.Count > most ? hits[most - 1] : null;
        return new([.. page.Select(hit => found[hit.SubjectId])], last is null || last == hits[^1] ? null : last.Seq.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<Page<CustomerRow>> NearAsync(Point here, CancellationToken stop)
    {
        var near = new List<(Guid Id, double Metres)>();
        foreach (var metres in Around)
        {
            near = await InCircleAsync(here, metres, stop);
            if (near.Count >= Enough) break;
        }
        var nearest = near.OrderBy(place => place.Metres).Take(PageSize).ToList();
        var ids = nearest.ConvertAll(place => place.Id);
        var rows = await Rows(Wanted.Where(c => ids.Contains(c.Id))).ToDictionaryAsync(row => row.Id, stop);
        return new([.. nearest.Where(place => rows.ContainsKey(place.Id)).Select(place => rows[place.Id] with { DistanceMetres = Math.Round(place.Metres) })], null);
    }

    /// <summary>A box by the columns first, then the circle by the sphere.</summary>
    async Task<List<(Guid Id, double Metres)>> InCircleAsync(Point here, double metres, CancellationToken stop)
    {
        var north = metres / 111_000;
        var east = north / Math.Max(0.01, Math.Cos(double.DegreesToRadians(here.Latitude)));
        var box = await Wanted
            .Where(c => c.Latitude >= here.Latitude - north && c.Latitude <= here.Latitude + north && c.Longitude >= here.Longitude - east && c.Longitude <= here.Longitude + east)
            .Select(c => new { c.Id, c.Latitude, c.Longitude }).ToListAsync(stop);
        return [.. box.Select(c => (c.Id, Metres: here.MetresTo(new(c.Latitude!.Value, c.Longitude!.Value)))).Where(place => place.Metres <= metres)];
    }

    IQueryable<Customer> Wanted => filter switch
    {
        null => db.Customers.VisibleTo(me),
        CustomerFilter.KpUnseen => db.Customers.VisibleTo(me).Where(c => c.VisitsWithoutKp >= grades.KpUnseenVisits),
        CustomerFilter.Due => db.Customers.VisibleTo(me).Where(c => c.NextOn <= today),
        { } letter => OfGrade(Enum.Parse<Grade>(letter.ToString())),
    };

    IQueryable<Customer> OfGrade(Grade grade) => db.Customers.VisibleTo(me).Where(c => c.Grade == grade);

    IQueryable<CustomerRow> Rows(IQueryable<Customer> customers) => customers.Select(c => new CustomerRow(
        c.Id, c.Name, c.ShortName, c.City, c.Industry, c.Grade, c.Stage, c.VisitsWithoutKp, c.VisitsWithoutKp >= grades.KpUnseenVisits,
        c.LastVisitAt, c.NextStep, c.NextOn,
        db.Set<Member>().Where(m => m.OrgId == c.OrgId && m.Id == c.OwnerId).Select(m => m.ShortName).FirstOrDefault() ?? "", null, c.UpdatedAt));
}
