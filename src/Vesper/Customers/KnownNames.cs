using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>Companies of the whole organisation by their name: looked for among the newest whose words hold the name's core or a part of it, then compared.</summary>
static class KnownNames
{
    const int Looked = 100, LongestName = 120, LongestCity = 40;

    public static async Task<Customer?> SameAsync(Db db, Me me, string name, string city, CancellationToken stop) =>
        (await WithAsync(db, me, name, city, [CompanyName.Core(name, city)], stop)).Find(other => CompanyName.Same(name, city, other.Name, other.City));

    /// <summary>Nearly the same. A character that differs leaves the beginning or the end as it was.</summary>
    public static async Task<List<Customer>> LikeAsync(Db db, Me me, string name, string city, CancellationToken stop)
    {
        var core = CompanyName.Core(name, city);
        return core.Length < 3 ? [] : (await WithAsync(db, me, name, city, [core[..2], core[^2..]], stop))
            .FindAll(other => CompanyName.Similar(name, city, other.Name, other.City) && !CompanyName.Same(name, city, other.Name, other.City));
    }

    static async Task<List<Customer>> WithAsync(Db db, Me me, string name, string city, IEnumerable<string> parts, CancellationToken stop)
    {
        if (name.Length is 0 or > LongestName || city.Length > LongestCity) return [];
        var teams = await db.Units.Of(me).Select(unit => unit.Id).ToListAsync(stop);
        IReadOnlyList<string> scopes = [.. teams.Select(team => Search.Scope('t', team))];
        var ids = new List<Guid>();
        foreach (var part in parts)
            ids.AddRange((await Search.FindAsync(db, me.OrgId, CustomerSearch.Kind, scopes, Bigrams.Query(part), long.MaxValue, Looked, stop)).Select(hit => hit.SubjectId));
        return await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id)).ToListAsync(stop);
    }
}
