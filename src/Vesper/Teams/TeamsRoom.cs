using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;
using Vesper.Teams.Settings;

namespace Vesper.Teams;

/// <summary>团队: organisation, tree, members, roles, calendar, consent, sign-in.</summary>
static class TeamsRoom
{
    public static void AddTeams(this IServiceCollection services)
    {
        services.AddSingleton<LoadMe>(services => (memberId, stop) => MemberRights.LoadAsync(services.GetRequiredService<DbFactory>(), memberId, stop));
        services.AddSingleton<WorkingAt>(services => (orgId, memberId, at, stop) => WorkCalendar.MomentAsync(services.GetRequiredService<DbFactory>(), orgId, memberId, at, stop));
        services.AddSingleton<LoadTenants>(services => stop => TenantsOf(services.GetRequiredService<DbFactory>(), stop));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.AllowedUserNameCharacters = ""; // Chinese names are names
            identity.Password = new() { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
        }).AddUserStore<AccountStore>().AddSignInManager();
        services.AddSingleton(new TeamOptions()).AddSingleton<WrongCodes>().AddSingleton<SetupDoor>().AddScoped<Enrolment>();
        services.AddHostedService<SetupGreeting>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "vesper";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            // The gate compares the stamp at every request from memory, so Identity's own look-up is not needed.
            cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
            cookie.Events.OnRedirectToLogin = _ => Task.CompletedTask;
            cookie.Events.OnRedirectToAccessDenied = _ => Task.CompletedTask;
        });
    }

    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        api.MapSetup();
        api.MapSession();
        api.MapJoin();
        api.MapMembers();
        api.MapInvitations();
        api.MapWelcome();
        api.MapUnits();
        api.MapCalendar();
        api.MapFieldRules();
        api.MapSettings();
        api.MapLocationConsent();
        api.MapMyData();
        api.MapDeletion();
    }

    static async Task<IReadOnlyList<Tenant>> TenantsOf(DbFactory databases, CancellationToken stop)
    {
        await using var db = databases.ForReading();
        var rows = await db.Organisations.Select(o => new { o.Id, o.Zone, o.CreatedAt }).ToListAsync(stop);
        return [.. rows.Select(o => new Tenant(o.Id, TimeZoneInfo.FindSystemTimeZoneById(o.Zone), o.CreatedAt))];
    }
}
