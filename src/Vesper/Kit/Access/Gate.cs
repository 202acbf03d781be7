using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Vesper.Kit.Http;

namespace Vesper.Kit.Access;

/// <summary>Marks an endpoint for members; with roles, for these only. Every endpoint of /api carries either this or <see cref="Open"/>.</summary>
sealed record MembersOnly(IReadOnlyList<Role> Roles, bool OrAdmin)
{
    public bool Admits(Me me) => (Roles.Count == 0 && !OrAdmin) || Roles.Contains(me.Role) || (OrAdmin && me.Admin);
}

/// <summary>Marks an endpoint that anybody may call.</summary>
sealed record Open;

static class GateMarks
{
    public static T RequireMember<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new MembersOnly([], false));

    /// <summary>The last mark wins, so an endpoint may be narrower or wider than its group.</summary>
    public static T RequireRole<T>(this T endpoints, params Role[] roles) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new MembersOnly(roles, false));

    /// <summary>These roles (none: nobody else), and whoever is an administrator besides her role.</summary>
    public static T RequireAdminOr<T>(this T endpoints, params Role[] roles) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new MembersOnly(roles, true));

    public static T AllowAnyone<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new Open());
}

/// <summary>Knows the member behind a request and turns away who may not enter. An endpoint without a mark is closed.</summary>
sealed class Gate(RequestDelegate next, Rights rights)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<Open>() is not null)
        {
            await next(http);
            return;
        }

        if (await KnowAsync(http) is not { } me) throw new Refusal("session.required", "Please sign in.", StatusCodes.Status401Unauthorized);
        if (endpoint.Metadata.GetMetadata<MembersOnly>() is not { } members || !members.Admits(me))
            throw new Refusal("access.denied", "This is not for your role.", StatusCodes.Status403Forbidden);
        await next(http);
    }

    /// <summary>The member of the cookie, unless she was deactivated or her sessions were ended.</summary>
    async Task<Me?> KnowAsync(HttpContext http)
    {
        if (!Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        if (await rights.OfAsync(id, http.RequestAborted) is not { } me || me.Stamp != http.User.FindFirstValue(StampClaim)) return null;
        http.Features.Set(me);
        return me;
    }

    static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;
}
