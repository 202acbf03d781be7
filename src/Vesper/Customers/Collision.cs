using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>What a new customer runs into: nobody's, somebody's, or signed already.</summary>
enum CollisionState { Pool, Protected, Signed }

/// <summary>
/// The answer at the door. No State: free. OwnerName: only when the owner is of her own team, else empty. CustomerId: only when the customer is hers to see, so that she
/// can go on with it; nothing else is told. Similar: hers to see and so alike that she should look.
/// </summary>
sealed record CollisionView(CollisionState? State, string OwnerName, Guid? CustomerId, IReadOnlyList<SimilarView> Similar);

/// <summary>A customer she may see whose name is nearly the asked one.</summary>
sealed record SimilarView(Guid Id, string Name, string City);

/// <summary>撞单: the same company in the organisation already, by name and city, else by phone.</summary>
static class Collision
{
    const int MostSimilar = 3;

    public static void MapCollisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/customer-collisions", GetCollision).WithName("getCollision").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("Whether a company of this name and city, or of this phone, is in the archive: in the pool, protected, or signed.");

    static async Task<Ok<CollisionView>> GetCollision(string name, Me me, Db db, CancellationToken stop, string? city = null, string? phone = null)
    {
        var alike = await KnownNames.LikeAsync(db, me, name, city ?? "", stop);
        var similar = alike.Where(customer => IsHers(me, customer)).Take(MostSimilar).Select(customer => new SimilarView(customer.Id, customer.Name, customer.City)).ToList();
        if (await FindAsync(db, me, name, city ?? "", phone ?? "", stop) is not { } known) return TypedResults.Ok(new CollisionView(null, "", null, similar));

        var owner = known.TeamId == me.TeamId || me.Sees.Contains(known.TeamId)
            ? await db.Members.Of(me).Where(member => member.Id == known.OwnerId).Select(member => member.ShortName).FirstOrDefaultAsync(stop) : null;
        return TypedResults.Ok(new CollisionView(StateOf(known), owner ?? "", IsHers(me, known) ? known.Id : null, []));
    }

    /// <exception cref="Refusal"><c>customer.in-pool</c>, <c>customer.protected</c>, <c>customer.signed</c>: it is there already.</exception>
    public static async Task RefuseAsync(Db db, Me me, string name, string city, string phone)
    {
        if (await FindAsync(db, me, name, city, phone, default) is not { } known) return;
        throw StateOf(known) switch
        {
            CollisionState.Pool => new Refusal("customer.in-pool", "This company lies in the pool."),
            CollisionState.Signed => new Refusal("customer.signed", "This company has signed already."),
            _ => new Refusal("customer.protected", "Somebody looks after this company."),
        };
    }

    /// <summary>The customer of the organisation that this company is, by name and city, else by phone; whoever looks after it.</summary>
    public static async Task<Customer?> FindAsync(Db db, Me me, string name, string city, string phone, CancellationToken stop) =>
        await KnownNames.SameAsync(db, me, name, city, stop) ?? await PhoneKey.CustomerAsync(db, me, phone, stop);

    static CollisionState StateOf(Customer known) => known.Stage is Stage.Sign ? CollisionState.Signed : known.OwnerId is null ? CollisionState.Pool : CollisionState.Protected;

    /// <summary>As <see cref="CustomerQueries.VisibleTo"/>, of one that is loaded.</summary>
    static bool IsHers(Me me, Customer customer) => customer.OwnerId == me.Id || me.Sees.Contains(customer.TeamId);
}
