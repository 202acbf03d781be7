using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;

namespace Vesper.Kit.Data;

/// <summary>A row that belongs to an organisation; its key is (org_id, id), which is also the sharding key.</summary>
interface IOwned
{
    Guid OrgId { get; }
    Guid Id { get; }
}

static class OwnedQueries
{
    /// <summary>The first lock: only rows of the member's own organisation.</summary>
    public static IQueryable<T> Of<T>(this IQueryable<T> rows, Me me) where T : class, IOwned => rows.Of(me.OrgId);

    public static IQueryable<T> Of<T>(this IQueryable<T> rows, Guid orgId) where T : class, IOwned => rows.Where(row => row.OrgId == orgId);

    public static Task<T?> FindAsync<T>(this IQueryable<T> rows, Guid id) where T : class, IOwned => rows.FirstOrDefaultAsync(row => row.Id == id);
}
