using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vesper.Customers.Collisions;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers;

/// <summary>What a new customer runs into: nobody's, somebody's, or signed already.</summary>
enum CollisionState { Pool, Protected, Signed }

/// <summary>
/// The answer at the door. No State: free. ProtectedUntil: by the clock of the pool, where there is one. OwnerName: only when the owner is of her own team, else empty. CustomerId: only when
/// the customer is hers to see, so that she can go on with it; nothing else is told. Similar: hers to see and so alike that she should look. SimilarElsewhere: others that are so alike are
/// there and not hers to see; not even how many is told.
/// </summary>
sealed record CollisionView(CollisionState? State, DateOnly? ProtectedUntil, string OwnerName, Guid? CustomerId, IReadOnlyList<SimilarView> Similar, bool SimilarElsewhere);

/// <summary>A customer she may see whose name is nearly the asked one.</summary>
sealed record SimilarView(Guid Id, string Name, string City);

/// <summary>What is asked about a company, as somebody typed it.</summary>
sealed record AskedCompany(string Name, string City = "", string Phone = "", string CreditCode = "");

/// <summary>撞单: the same company in the organisation already, by its credit code, else by name and city, else by phone.</summary>
static class Collision
{
    const int MostSimilar = 3;

    public static void MapCollisions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/customer-collisions", GetCollision).WithName("getCollision").WithTags("Customers").RequireRole(Role.Rep, Role.Lead, Role.Supervisor, Role.Manager)
            .WithSummary("Whether a company of this credit code, name and city, or phone is in the archive: in the pool, protected, or signed.");
        api.MapCreditCodes();
        api.MapDisputes();
    }

    static async Task<Ok<CollisionView>> GetCollision(
        string name, Me me, Db db, TimeProvider time, FieldOptions field, CancellationToken stop, string? city = null, string? phone = null, string? creditCode = null)
    {
        var asked = new AskedCompany(name.Trim(), city?.Trim() ?? "", phone ?? "", CreditCode.Of(creditCode));
        if (await FindAsync(db, me, asked, stop) is not { } known)
        {
            var alike = await KnownNames.LikeAsync(db, me, asked.Name, asked.City, stop);
            var hers = alike.FindAll(customer => IsHers(me, customer));
            return TypedResults.Ok(new CollisionView(
                null, null, "", null, [.. hers.Take(MostSimilar).Select(customer => new SimilarView(customer.Id, customer.Name, customer.City))], alike.Count > hers.Count));
        }
        var owner = known.TeamId == me.TeamId || me.Sees.Contains(known.TeamId)
            ? await db.Members.Of(me).Where(member => member.Id == known.OwnerId).Select(member => member.ShortName).FirstOrDefaultAsync(stop) : null;
        var until = await ProtectedUntilAsync(db, known, me.DayOf(time.GetUtcNow()), field, stop);
        return TypedResults.Ok(new CollisionView(StateOf(known), until, owner ?? "", IsHers(me, known) ? known.Id : null, [], false));
    }

    /// <exception cref="Refusal"><c>customer.in-pool</c>, <c>customer.protected</c>, <c>customer.signed</c>: it is there already.</exception>
    public static async Task RefuseAsync(Db db, Me me, AskedCompany asked)
    {
        if (await FindAsync(db, me, asked, default) is { } known) throw Refused(known);
    }

    public static Refusal Refused(Customer known) => StateOf(known) switch
    {
        CollisionState.Pool => new("customer.in-pool", "This company lies in the pool."),
        CollisionState.Signed => new("customer.signed", "This company has signed already."),
        _ => new("customer.protected", "Somebody looks after this company."),
    };

    /// <summary>The customer of the organisation that this company is, whoever looks after it. Two different codes are two companies, whatever they are called.</summary>
    public static async Task<Customer?> FindAsync(Db db, Me me, AskedCompany asked, CancellationToken stop)
    {
        if (await CreditCode.CustomerAsync(db, me, asked.CreditCode, stop) is { } coded) return coded;
        var named = await KnownNames.SameAsync(db, me, asked.Name, asked.City, stop) ?? await PhoneKey.CustomerAsync(db, me, asked.Phone, stop);
        return named is { CreditCode.Length: > 0 } && asked.CreditCode.Length > 0 ? null : named;
    }

    public static CollisionState StateOf(Customer known) => known.Stage is Stage.Sign ? CollisionState.Signed : known.OwnerId is null ? CollisionState.Pool : CollisionState.Protected;

    /// <summary>As long as its clock says; no day where no clock runs.</summary>
    public static async Task<DateOnly?> ProtectedUntilAsync(Db db, Customer known, DateOnly today, FieldOptions field, CancellationToken stop)
    {
        if (StateOf(known) is not CollisionState.Protected) return null;
        var terms = await PoolTerms.OfAsync(db, known.OrgId, stop);
        return terms.Off ? null : (await new PoolClock(db, known.OrgId, today, terms, field).OfAsync([known.Id], stop)).SingleOrDefault()?.Now?.Until;
    }

    /// <summary>As <see cref="CustomerQueries.VisibleTo"/>, of one that is loaded.</summary>
    static bool IsHers(Me me, Customer customer) => customer.OwnerId == me.Id || me.Sees.Contains(customer.TeamId);
}
