using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Teams;

/// <summary>The member who is signed in, as her screens need her.</summary>
sealed record MeView(
    Guid Id, string Name, string ShortName, Role Role, bool Admin, Guid OrgId, string OrgName, Guid TeamId, string TeamName,
    Preset Preset, string Zone, bool Demo, bool LocationConsent)
{
    public static Task<MeView> OfAsync(Me me, Db db, CancellationToken stop) => (
        from member in db.Members.Of(me)
        where member.Id == me.Id
        join unit in db.Units.Of(me) on member.UnitId equals unit.Id
        join organisation in db.Organisations on member.OrgId equals organisation.Id
        select new MeView(member.Id, member.Name, member.ShortName, member.Role, member.Admin, organisation.Id, organisation.Name, unit.Id, unit.Name,
            organisation.Preset, organisation.Zone, organisation.Demo,
            db.Set<LocationConsent>().Where(c => c.OrgId == me.OrgId && c.MemberId == me.Id).OrderByDescending(c => c.Version).Select(c => c.Given && c.TextVersion >= LocationText.OldestThatCounts).FirstOrDefault()))
        .FirstAsync(stop);
}

/// <summary>Accounts offered on the sign-in page of a demo.</summary>
sealed record DemoView(IReadOnlyList<DemoAccount> Accounts, string Password)
{
    /// <summary>Known to everybody: it opens invented people only.</summary>
    public const string DemoPassword = "vesper-demo";

    static readonly string[] Offered = ["rep", "rep2", "rep3", "supervisor", "manager", "support", "hr", "admin"];

    public static async Task<DemoView?> OfAsync(Db db, CancellationToken stop)
    {
        var accounts = await (
            from organisation in db.Organisations
            where organisation.Demo
            join account in db.Accounts on organisation.Id equals account.OrgId
            where Offered.Contains(account.UserName)
            join member in db.Members on account.Id equals member.Id
            join unit in db.Units on new { member.OrgId, Id = member.UnitId } equals new { unit.OrgId, unit.Id }
            select new DemoAccount(account.UserName!, member.ShortName, member.Role, unit.Name)).ToListAsync(stop);
        return accounts.Count == 0 ? null : new([.. accounts.OrderBy(account => Array.IndexOf(Offered, account.Account))], DemoPassword);
    }
}

sealed record DemoAccount(string Account, string Name, Role Role, string Team);
