using Microsoft.EntityFrameworkCore;
using Vesper.Customers;
using Vesper.Customers.Pool;
using Vesper.Field;
using Vesper.Kit.Data;

namespace Vesper.Tests.Support;

/// <summary>公海 as a test's sentences speak of it.</summary>
static class Pools
{
    /// <summary>A team whose organisation has had a pool for long.</summary>
    public static async Task<Team> WithAPool(this Task<Server> server, int reps, Action<PoolRules>? set = null)
    {
        var team = await server.ATeamOf(reps);
        var rules = new PoolRules { OrgId = team.OrgId, Id = team.OrgId, EnabledOn = new(2020, 1, 1) };
        set?.Invoke(rules);
        await team.Server.Writer.Run(team.OrgId, db =>
        {
            db.Add(rules);
            return Task.CompletedTask;
        });
        return team;
    }

    public static async Task<Customer> InPool(this Team team, string name)
    {
        var customer = await team.Customer(name);
        await team.Change(customer, one => one.OwnerId = null);
        return customer;
    }

    public static Task Change(this Team team, Customer customer, Action<Customer> change) => team.Server.Writer.Run(team.OrgId, async db =>
    {
        var known = await db.Customers.Of(team.OrgId).SingleAsync(one => one.Id == customer.Id);
        change(known);
        await CustomerSearch.IndexAsync(db, known);
    });

    /// <summary>Hers (lin's) for so many days, and nothing done for it.</summary>
    public static async Task<Customer> Old(this Team team, string name, Grade grade, int days)
    {
        var at = team.Server.Clock.GetUtcNow().AddDays(-days);
        var customer = new Customer
        {
            OrgId = team.OrgId, Id = Guid.CreateVersion7(), OwnerId = team.Rep("lin").Id, TeamId = team.Id, Name = $"杭州{name}有限公司", ShortName = name, Grade = grade, CreatedAt = at, UpdatedAt = at,
        };
        await team.Server.Writer.Run(team.OrgId, async db =>
        {
            db.Add(customer);
            await CustomerSearch.IndexAsync(db, customer);
        });
        return customer;
    }

    public static Visit Effective(this Team team, Customer customer, DateOnly day)
    {
        var at = new DateTimeOffset(day.ToDateTime(new(2, 0)), TimeSpan.Zero);
        return new()
        {
            OrgId = team.OrgId, Id = Guid.CreateVersion7(), MemberId = team.Rep("lin").Id, TeamId = team.Id, CustomerId = customer.Id, Day = day, DeviceAt = at, CheckedInAt = at,
            EndedAt = at.AddMinutes(30), LeftAt = at.AddMinutes(30), Outcome = VisitOutcome.Open, KpMet = true, KpMinutes = 20,
        };
    }

    public static Task Rules(this Team team, Action<PoolRules> set) => team.Server.Writer.Run(team.OrgId, async db => set(await db.PoolRules.Of(team.OrgId).SingleAsync()));

    public static Task Clocks(this Team team, Action<PoolClockRow> set) => team.Server.Writer.Run(team.OrgId, async db => (await db.PoolClocks.Of(team.OrgId).ToListAsync()).ForEach(set));
}
