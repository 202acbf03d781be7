using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Text;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>What a new customer runs into: nobody's, somebody's, or signed already.</summary>
enum CollisionState { Pool, Protected, Signed }

/// <summary>The answer at the door. No State: free. OwnerName: only when the owner is of her own team, else empty; nothing else is told.</summary>
sealed record CollisionView(CollisionState? State, string OwnerName);

/// <summary>撞单: the same company in the organisation already.</summary>
static class Collision
{
    const int Looked = 100;

    public static void MapCollisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/customer-collisions", GetCollision).WithName("getCollision").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("Whether a company of this name and city is in the archive: in the pool, protected, or signed.");

    static async Task<Ok<CollisionView>> GetCollision(string name, Me me, Db db, CancellationToken stop, string? city = null)
    {
        if (await FindAsync(db, me, name, city ?? "", stop) is not { } known) return TypedResults.Ok(new CollisionView(null, ""));
        var owner = known.TeamId == me.TeamId || me.Sees.Contains(known.TeamId)
            ? await db.Members.Of(me).Where(member => member.Id == known.OwnerId).Select(member => member.ShortName).FirstOrDefaultAsync(stop) : null;
        return TypedResults.Ok(new CollisionView(StateOf(known), owner ?? ""));
    }

    /// <exception cref="Refusal"><c>customer.in-pool</c>, <c>customer.protected</c>, <c>customer.signed</c>: it is there already.</exception>
    public static async Task RefuseAsync(Db db, Me me, string name, string city)
    {
        if (await FindAsync(db, me, name, city, default) is not { } known) return;
        throw StateOf(known) switch
        {
            CollisionState.Pool => new Refusal("customer.in-pool", "This company lies in the pool."),
            CollisionState.Signed => new Refusal("customer.signed", "This company has signed already."),
            _ => new Refusal("customer.protected", "Somebody looks after this company."),
        };
    }

    static CollisionState StateOf(Customer known) => known.Stage is Stage.Sign ? CollisionState.Signed : known.OwnerId is null ? CollisionState.Pool : CollisionState.Protected;

    /// <summary>Looked for among the newest of the whole organisation whose words hold the name's core; then compared exactly.</summary>
    static async Task<Customer?> FindAsync(Db db, Me me, string name, string city, CancellationToken stop)
    {
        if (name.Length is 0 or > 120 || city.Length > 40) return null;
        var teams = await db.Units.Of(me).Select(unit => unit.Id).ToListAsync(stop);
        var hits = await Search.FindAsync(db, me.OrgId, CustomerSearch.Kind, [.. teams.Select(team => Search.Scope('t', team))], Bigrams.Query(CompanyName.Core(name, city)), long.MaxValue, Looked, stop);
        var ids = hits.ConvertAll(hit => hit.SubjectId);
        var candidates = await db.Customers.Of(me).Where(customer => ids.Contains(customer.Id)).ToListAsync(stop);
        return candidates.Find(other => CompanyName.Same(name, city, other.Name, other.City));
    }
}
