using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Teams;

/// <summary>The page behind an invitation or a one-time password: choose a password and be in.</summary>
static class WelcomeEndpoints
{
    public static void MapWelcome(this IEndpointRouteBuilder api)
    {
        var welcome = api.MapGroup("/welcome/{code}").WithTags("Teams").AllowAnyone().ProducesProblem(404).ProducesProblem(429);
        welcome.MapGet("/", GetWelcome).WithName("getWelcome");
        welcome.MapPost("/", AcceptWelcome).WithName("acceptWelcome").WithSummary("Chooses the password, ends older sessions and signs in; the code is used up.");
    }

    static async Task<Results<Ok<WelcomeView>, NotFound>> GetWelcome(string code, Db db, TimeProvider time, WrongCodes wrong, HttpContext http, CancellationToken stop)
    {
        if (await GuestAsync(code, db, time, wrong, http, stop) is not { } guest) return TypedResults.NotFound();
        var organisation = await db.Organisations.FirstAsync(o => o.Id == guest.OrgId, stop);
        return TypedResults.Ok(new WelcomeView(organisation.Name, guest.Name, guest.Account));
    }

    static async Task<Results<Ok<MeView>, NotFound>> AcceptWelcome(
        string code, ChosenPassword input, Db reading, Writer writer, SignInManager<Account> door, IPasswordHasher<Account> hasher, Rights rights, TimeProvider time, WrongCodes wrong,
        HttpContext http, CancellationToken stop)
    {
        if (await GuestAsync(code, reading, time, wrong, http, stop) is not { } guest) return TypedResults.NotFound();
        var hash = hasher.HashPassword(new(), input.Password);
        var account = await writer.Run(guest.OrgId, async db =>
        {
            // Whoever was faster has used it up.
            if (await db.Welcomes.Of(guest.OrgId).Where(w => w.Id == guest.Id && w.CodeHash == guest.CodeHash).ExecuteDeleteAsync() == 0) return null;
            var account = await db.Accounts.FirstAsync(a => a.Id == guest.Id);
            (account.PasswordHash, account.LockoutEnd, account.AccessFailedCount) = (hash, null, 0);
            account.SecurityStamp = Guid.CreateVersion7().ToString("N");
            db.Tell(Topic.House, new RightsChanged(guest.Id));
            db.Tell(Topic.Organisation, new MemberChanged(guest.Id));
            return account;
        });
        if (account is null || await rights.OfAsync(guest.Id, stop) is not { } me) return TypedResults.NotFound();
        await door.SignInAsync(account, isPersistent: true);
        return TypedResults.Ok(await MeView.OfAsync(me, reading, stop));
    }

    static async Task<Guest?> GuestAsync(string typed, Db db, TimeProvider time, WrongCodes wrong, HttpContext http, CancellationToken stop)
    {
        wrong.Check(http);
        var (hash, now) = (OneTimeCode.Read(typed) is { } code ? OneTimeCode.Hash(code) : null, time.GetUtcNow());
        var guest = hash is null ? null : await (
            from welcome in db.Welcomes
            where welcome.CodeHash == hash && welcome.ExpiresAt > now
            join member in db.Members on new { welcome.OrgId, welcome.Id } equals new { member.OrgId, member.Id }
            where member.State == MemberState.Active
            join account in db.Accounts on member.Id equals account.Id
            select new Guest(member.OrgId, member.Id, member.Name, account.UserName!, hash)).FirstOrDefaultAsync(stop);
        if (guest is null) wrong.Count(http);
        return guest;
    }

    sealed record Guest(Guid OrgId, Guid Id, string Name, string Account, string CodeHash);
}
