using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>Signing in and out. Five failures lock an account for 15 minutes (D).</summary>
static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Teams");
        session.MapPost("/", SignIn).WithName("signIn").AllowAnyone().ProducesProblem(401).ProducesProblem(423);
        session.MapDelete("/", SignOut).WithName("signOut").RequireMember().WithSummary("Signs out here, or with everywhere=true on every device.");

        api.MapGet("/me", GetMe).WithName("getMe").WithTags("Teams").RequireMember();
        api.MapPut("/me/password", ChangePassword).WithName("changePassword").WithTags("Teams").RequireMember().ProducesProblem(409).ProducesProblem(423)
            .WithSummary("Every other device has to sign in again.");
        api.MapGet("/demo", GetDemo).WithName("getDemo").WithTags("Teams").AllowAnyone();
    }

    static async Task<Ok<MeView>> SignIn(NewSession input, SignInManager<Account> door, UserManager<Account> accounts, Rights rights, Db db, TimeProvider time, CancellationToken stop)
    {
        var account = await accounts.FindByNameAsync(input.Account.Trim());
        var result = account is null ? SignInResult.Failed : await door.CheckPasswordSignInAsync(account, input.Password, lockoutOnFailure: true);
        if (result.IsLockedOut) throw Locked();
        // One answer for an unknown account, a wrong password and a member who left: none of them is told apart.
        if (!result.Succeeded || await rights.OfAsync(account!.Id, stop) is not { } me) throw await WhyNotAsync(db, account, input.Password, result.Succeeded, time, stop);

        await door.SignInAsync(account, isPersistent: true);
        return TypedResults.Ok(await MeView.OfAsync(me, db, stop));
    }

    static Refusal Locked() => new("session.locked", "Too many attempts; try again in 15 minutes.", StatusCodes.Status423Locked);

    static async Task<Refusal> WhyNotAsync(Db db, Account? account, string password, bool passwordRight, TimeProvider time, CancellationToken stop)
    {
        if (passwordRight && await db.Members.Of(account!.OrgId).AnyAsync(member => member.Id == account.Id && member.State == MemberState.Waiting, stop))
            return new("session.waiting", "Your supervisor has not admitted you yet.", StatusCodes.Status403Forbidden);
        // A one-time password was typed where a password goes: it opens the page that asks for a new one.
        if (account is not null && OneTimeCode.Read(password) is { } code && await Welcome.IsForAsync(db, account, code, time.GetUtcNow(), stop))
            return new("session.one-time", "This is a one-time password: choose your own.", StatusCodes.Status403Forbidden);
        return new("session.wrong", "Account or password is not right.", StatusCodes.Status401Unauthorized);
    }

    static async Task<NoContent> SignOut(Me me, SignInManager<Account> door, UserManager<Account> accounts, bool everywhere = false)
    {
        if (everywhere && await accounts.FindByIdAsync(me.Id.ToString()) is { } account) await accounts.UpdateSecurityStampAsync(account);
        await door.SignOutAsync();
        return TypedResults.NoContent();
    }

    static async Task<NoContent> ChangePassword(NewPassword input, Me me, SignInManager<Account> door, UserManager<Account> accounts)
    {
        var account = await accounts.FindByIdAsync(me.Id.ToString()) ?? throw new InvalidOperationException("A member without an account.");
        await MustBeHersAsync(door, account, input.Current);

        // Takes a new stamp, so every other device has to sign in again; this one does here.
        var changed = await accounts.ChangePasswordAsync(account, input.Current, input.Next);
        if (!changed.Succeeded) throw new Refusal("password.wrong", changed.Errors.First().Description);
        await door.SignInAsync(account, isPersistent: true);
        return TypedResults.NoContent();
    }

    /// <exception cref="Refusal"><c>password.wrong</c> · <c>session.locked</c></exception>
    internal static async Task MustBeHersAsync(SignInManager<Account> door, Account account, string password)
    {
        var known = await door.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (known.IsLockedOut) throw Locked();
        if (!known.Succeeded) throw new Refusal("password.wrong", "This is not your present password.");
    }

    static async Task<Ok<MeView>> GetMe(Me me, Db db, CancellationToken stop) => TypedResults.Ok(await MeView.OfAsync(me, db, stop));

    static async Task<Results<Ok<DemoView>, NotFound>> GetDemo(Db db, CancellationToken stop) =>
        await DemoView.OfAsync(db, stop) is { } demo ? TypedResults.Ok(demo) : TypedResults.NotFound();
}

sealed record NewSession([property: Required, MaxLength(40)] string Account, [property: Required, MaxLength(128)] string Password);

sealed record NewPassword([property: Required, MaxLength(128)] string Current, [property: Required, MinLength(8), MaxLength(128)] string Next);
