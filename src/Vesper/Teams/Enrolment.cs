using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Teams;

/// <summary>Makes a member and the account she signs in with. Hashing takes its time, so make the account before entering a write.</summary>
sealed class Enrolment(IPasswordHasher<Account> hasher, ILookupNormalizer names, Db db)
{
    /// <param name="id">The member's id too.</param>
    /// <param name="name">What she types to sign in.</param>
    /// <param name="password">None while she has not chosen one: nobody can sign in then.</param>
    public Account Account(Guid id, Guid orgId, string name, string? password)
    {
        var account = new Account { Id = id, OrgId = orgId, UserName = name.Trim(), NormalizedUserName = names.NormalizeName(name.Trim()), LockoutEnabled = true };
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString("N");
        if (password is not null) account.PasswordHash = hasher.HashPassword(account, password);
        return account;
    }

    public async Task<Account?> FindAsync(string name, CancellationToken stop)
    {
        var normalised = names.NormalizeName(name.Trim());
        return await db.Accounts.FirstOrDefaultAsync(account => account.NormalizedUserName == normalised, stop);
    }

    public bool Opens(Account account, string password) =>
        account.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Runs a write that adds an account. Account names are one for the whole server, and organisations write side by side: the index has the last word.</summary>
    /// <exception cref="Refusal"><c>account.taken</c></exception>
    public async Task<T> RunAsync<T>(Writer writer, Account account, Func<Db, Task<T>> work)
    {
        try
        {
            return await writer.Run(account.OrgId, work);
        }
        catch (DbUpdateException) when (db.Accounts.Any(other => other.NormalizedUserName == account.NormalizedUserName || other.Id == account.Id))
        {
            throw Taken();
        }
    }

    public static Refusal Taken() => new("account.taken", "This account name is taken; choose another.");
}
