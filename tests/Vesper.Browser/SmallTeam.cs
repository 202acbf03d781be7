using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Teams;

namespace Vesper.Browser;

/// <summary>An organisation of one rep, 小林, for tests that need no more.</summary>
static class SmallTeam
{
    public const string Account = "lin", Password = "a-long-password";

    public static async Task InAsync(string data)
    {
        var engine = DbEngine.For(null, data);
        await new SchemaUpgrader(engine, TimeProvider.System, NullLogger<SchemaUpgrader>.Instance).UpgradeAsync();

        var (org, unit, lin) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var account = new Account { Id = lin, OrgId = org, UserName = Account, NormalizedUserName = Account.ToUpperInvariant(), SecurityStamp = "stamp", LockoutEnabled = true };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);

        await using var writer = new Writer(new DbFactory(engine), engine, new Committed(new LiveBell()), TimeProvider.System, NullLogger<Writer>.Instance);
        await writer.Run(org, db =>
        {
            db.Add(new Organisation { Id = org, Name = "杭州演示", Opens = default, Closes = default, CreatedAt = TimeProvider.System.GetUtcNow() });
            db.Add(new Unit { OrgId = org, Id = unit, Kind = UnitKind.Team, Name = "杭州东区战队" });
            db.Add(new Member { OrgId = org, Id = lin, UnitId = unit, Name = "林小满", ShortName = "小林", Role = Role.Rep, State = MemberState.Active, JoinedOn = new(2026, 1, 5) });
            db.Add(account);
            return Task.CompletedTask;
        });
    }
}
