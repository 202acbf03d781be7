using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Ops;

/// <summary>The way back in for whoever keeps the server, when no administrator can sign in any more.</summary>
sealed class ResetPassword(DbFactory databases, Writer writer, ILookupNormalizer names, TimeProvider time, TeamOptions options)
{
    /// <summary>0 and a one-time password; 1 when there is no such active member, and nothing is changed.</summary>
    public async Task<int> RunAsync(string name, TextWriter say)
    {
        var normalised = names.NormalizeName(name);
        await using var db = databases.ForReading();
        var account = await db.Accounts.FirstOrDefaultAsync(account => account.NormalizedUserName == normalised);
        if (account is null || !await db.Members.Of(account.OrgId).AnyAsync(member => member.Id == account.Id && member.State == MemberState.Active))
        {
            await say.WriteLineAsync($"There is no active member with the account {name}.");
            return 1;
        }
        var (code, expiresAt) = await writer.Run(account.OrgId, db => Welcome.IssueAsync(db, account.OrgId, account.Id, time.GetUtcNow(), options));
        await say.WriteLineAsync(
            $"""
             One-time password for {account.UserName}: {code}
             Good until {expiresAt:yyyy-MM-dd HH:mm} UTC. Sign in with it, or open /welcome/{code}; Vesper asks for a password of your own.
             Until then the old password stays as it is.
             """);
        return 0;
    }
}
