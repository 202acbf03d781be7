using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;

namespace Vesper.Customers;

/// <summary>Companies of the whole organisation by their name, out of the search index: the same name and city has the same mark, and one that is nearly the same shares one of a few.</summary>
static class KnownNames
{
    const int Looked = 100, LooksLonger = 300, LongestName = 120, LongestCity = 40;

    public static async Task<Customer?> SameAsync(Db db, Me me, string name, string city, CancellationToken stop)
    {
        var asked = CompanyName.Of(name, city);
        return (await WithAsync(db, me, name, city, NameMarks.OfSame(asked), Looked, stop)).Find(other => asked.Same(CompanyName.Of(other.Name, other.City)));
    }

    public static async Task<List<Customer>> LikeAsync(Db db, Me me, string name, string city, CancellationToken stop)
    {
        var asked = CompanyName.Of(name, city);
        return (await WithAsync(db, me, name, city, NameMarks.OfLike(asked), LooksLonger, stop)).FindAll(other => asked.Similar(CompanyName.Of(other.Name, other.City)));
    }

    static async Task<List<Customer>> WithAsync(Db db, Me me, string name, string city, IReadOnlyList<string> marks, int most, CancellationToken stop)
    {
        if (name.Length is 0 or > LongestName || city.Length > LongestCity || marks.Count == 0) return [];
        var ids = (await Search.WithAsync(db, me.OrgId, CustomerSearch.Kind, marks, most, stop)).ConvertAll(hit => hit.SubjectId);
        return ids.Count == 0 ? [] : await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id)).OrderByDescending(customer => customer.UpdatedAt).ToListAsync(stop);
    }
}
