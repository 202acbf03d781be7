using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Notices;
using Vesper.Relief;
using Vesper.Teams;
using Vesper.Tests.Field;
using Vesper.Tests.Support;

namespace Vesper.Tests.Teams;

/// <summary>What 谁能看到我的数据 promises in days is done: after so many days, with all jobs at work, nothing of it is left; a moment after it came, it is there.</summary>
public sealed class KeptDaysTests(Vesper vesper) : IClassFixture<Vesper>
{
    /// <summary>For each kind with a number of days: how it comes to be, and how much of it there is.</summary>
    static readonly Dictionary<string, (Func<Team, Task> Come, Func<Team, Task<int>> Left)> Promised = new(StringComparer.Ordinal)
    {
        ["sessions"] = (_ => Task.CompletedTask, async team => (await team.Rep("lin").Get("/api/me")).Status == 200 ? 1 : 0),
        ["points"] = (Visit, team => Count(team, db => db.Visits.Of(team.OrgId).Where(visit => visit.PointKept != null))),
        ["notices"] = (
            team => team.Server.Writer.Run(team.OrgId, db => { db.Notify(team.Rep("lin").Id, "comment", "/team"); return Task.CompletedTask; }),
            team => Count(team, db => db.Notices.Of(team.OrgId))),
        ["relief"] = (RaiseHand, team => Count(team, db => db.Set<ReliefTurn>().Of(team.OrgId))),
    };

    [Fact]
    public void Every_promise_of_days_is_tried() => Promised.Keys.ShouldBe(Kinds.Select(kind => kind.Key), ignoreOrder: true);

    [EachEngine]
    public async Task After_its_days_nothing_is_left(Engine engine)
    {
        foreach (var kind in Kinds)
        {
            await using var server = await vesper.AloneOn(engine);
            var team = await Task.FromResult(server).ATeamOf(1);
            var (come, left) = Promised[kind.Key];

            await come(team);
            await RunAllAsync(team);
            (await left(team)).ShouldBe(1, $"{kind.Key} is kept");

            server.Clock.Advance(TimeSpan.FromDays(kind.Days!.Value));
            await RunAllAsync(team);
            (await left(team)).ShouldBe(0, $"{kind.Key} is said to be kept {kind.Days} days");
        }
    }

    static IEnumerable<DataKind> Kinds => DataKinds.All.Where(kind => kind.Days is not null);

    static async Task RunAllAsync(Team team)
    {
        foreach (var job in team.Server.Services.GetRequiredService<JobLoop>().Jobs) (await team.RunNow(job.Name)).Failure.ShouldBeNull();
    }

    static async Task Visit(Team team)
    {
        var (lin, customer) = (team.Rep("lin"), await team.Customer("云顶家居"));
        (await lin.Put("/api/me/location-consent", new { given = true })).ShouldBeOk();
        (await lin.CheckIn(customer, point: new { latitude = 30.27, longitude = 120.15, accuracy = 20 }, at: team.Server.Clock.GetUtcNow(), more: new { outsideHours = true })).ShouldBeCreated();
    }

    static Task RaiseHand(Team team) => team.Server.Writer.Run(team.OrgId, db =>
    {
        db.Add(new ReliefTurn { OrgId = team.OrgId, Id = Guid.CreateVersion7(), EveningId = Guid.CreateVersion7(), MemberId = team.Rep("lin").Id, RaisedAt = team.Server.Clock.GetUtcNow() });
        return Task.CompletedTask;
    });

    static async Task<int> Count<T>(Team team, Func<Db, IQueryable<T>> rows)
    {
        await using var db = team.Server.Db();
        return await rows(db).CountAsync();
    }
}
