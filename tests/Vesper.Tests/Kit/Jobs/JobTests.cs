using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Jobs;
using Vesper.Kit.Live;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Jobs;

public sealed class JobTests(Vesper vesper) : IClassFixture<Vesper>
{
    [EachEngine]
    public async Task A_night_is_done_once_and_leaves_a_report(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var job = new Naming("一");
        var loop = Loop(team, job);

        await loop.RunDueAsync(job, default);
        job.Runs.ShouldBe(0); // nothing was there last night
        var clock = Tomorrow(team);
        loop = Loop(team, job, clock);
        await loop.RunDueAsync(job, default);
        await loop.RunDueAsync(job, default);

        job.Runs.ShouldBe(1);
        var report = (await Reports(team, job)).ShouldHaveSingleItem();
        (report.Counts, report.Failure).ShouldBe(("{\"named\":1}", null));
        report.DueAt.ShouldBeLessThanOrEqualTo(report.StartedAt);
    }

    [EachEngine]
    public async Task Of_several_servers_one_does_it(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var job = new Naming("二");
        var clock = Tomorrow(team);
        var servers = Enumerable.Range(0, 4).Select(_ => Loop(team, job, clock)).ToList();

        // Two that add the first row at once: one of them stumbles over its key and looks again later.
        await Task.WhenAll(servers.Select(loop => loop.RunDueAsync(job, default).ContinueWith(done => done.Exception, TaskScheduler.Default)));

        job.Runs.ShouldBe(1);
        (await Reports(team, job)).Count.ShouldBe(1);
    }

    [EachEngine]
    public async Task A_server_that_was_silent_too_long_is_followed_and_can_write_no_more(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var clock = Tomorrow(team);
        var (slow, quick) = (new Naming("慢") { Waits = new() }, new Naming("快"));
        var first = Loop(team, slow, clock).RunDueAsync(slow, default);
        await slow.Entered.Task;

        await Loop(team, quick, clock).RunDueAsync(quick, default);
        quick.Runs.ShouldBe(0); // the lease holds
        clock.Advance(Lease.Length + TimeSpan.FromSeconds(1));
        await Loop(team, quick, clock).RunDueAsync(quick, default);
        slow.Waits.SetResult();
        await first;

        (quick.Runs, await TeamName(team)).ShouldBe((1, "快"));
        (await Reports(team, quick)).ShouldHaveSingleItem().Failure.ShouldBeNull();
    }

    [EachEngine]
    public async Task A_failure_is_reported_keeps_what_was_done_and_is_tried_again_after_a_pause(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var (job, clock) = (new Naming("三") { Fails = true }, Tomorrow(team));
        var loop = Loop(team, job, clock);

        await loop.RunDueAsync(job, default);
        await loop.RunDueAsync(job, default);
        (job.Runs, await TeamName(team)).ShouldBe((1, "三"));
        (await Reports(team, job)).ShouldHaveSingleItem().Failure.ShouldBe("InvalidOperationException: The roof fell in.");

        job.Fails = false;
        clock.Advance(TimeSpan.FromSeconds(61));
        await loop.RunDueAsync(job, default);
        job.Runs.ShouldBe(2);
        (await Reports(team, job)).Count.ShouldBe(2);
        await loop.RunDueAsync(job, default);
        job.Runs.ShouldBe(2);
    }

    [Fact]
    public void The_pause_grows_to_an_hour() =>
        new[] { 1, 2, 3, 7, 50 }.Select(failures => Lease.Pause(failures).TotalMinutes).ShouldBe([1, 2, 4, 60, 60]);

    [EachEngine]
    public async Task The_administrator_sees_every_job_and_what_it_did(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        var loop = team.Server.Services.GetRequiredService<JobLoop>();
        var tenant = await Tenant(team);
        var job = loop.Jobs.First(job => job.When is AtNight);
        (await loop.RunNowAsync(job, tenant, default)).ShouldNotBeNull();

        var jobs = (await admin.Get("/api/jobs")).ShouldBeOk().Body.EnumerateArray().ToList();
        jobs.Count.ShouldBe(loop.Jobs.Count);
        jobs.Single(view => view.GetProperty("name").GetString() == job.Name).GetProperty("reports").GetArrayLength().ShouldBe(1);
        (await team.Rep("lin").Get("/api/jobs")).ShouldBeProblem(403, "access.denied");
    }

    [EachEngine]
    public async Task The_administrator_sees_what_was_set_aside_and_not_what_people_wrote(Engine engine)
    {
        var team = await vesper.On(engine).ATeamOf(1);
        var admin = await team.JoinAsync("admin", "管理员", Role.Admin, admin: true);
        (await admin.Get("/api/set-aside")).ShouldBeOk().Body.GetArrayLength().ShouldBe(0);
        var row = new SetAside { OrgId = team.OrgId, Id = Guid.CreateVersion7(), Consumer = "nobody", Type = "visit.ended", Payload = "{\"note\":\"他怕外贸亏钱\"}", Failure = "DbUpdateException" };
        await team.Server.Writer.Run(team.OrgId, db => Task.FromResult(db.Add(row)));

        var seen = (await admin.Get("/api/set-aside")).ShouldBeOk();
        seen.Body.EnumerateArray().ShouldHaveSingleItem().GetProperty("consumer").GetString().ShouldBe("nobody");
        seen.Text.ShouldNotContain("外贸");
    }

    static JobLoop Loop(Team team, Job job, TimeProvider? clock = null) => new(
        [job], async _ => [await Tenant(team)], team.Server.Writer, team.Server.Services.GetRequiredService<DbFactory>(), clock ?? team.Server.Clock, NullLogger<JobLoop>.Instance);

    /// <summary>A clock of this test's own: the server is shared.</summary>
    static SetClock Tomorrow(Team team)
    {
        var clock = new SetClock();
        clock.Set(team.Server.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        return clock;
    }

    static async Task<Tenant> Tenant(Team team) => (await team.Server.Services.GetRequiredService<LoadTenants>()(default)).Single(tenant => tenant.OrgId == team.OrgId);

    static async Task<List<JobReport>> Reports(Team team, Job job)
    {
        await using var db = team.Server.Db();
        return await db.Set<JobReport>().Of(team.OrgId).Where(report => report.Name == job.Name).ToListAsync();
    }

    static async Task<string> TeamName(Team team)
    {
        await using var db = team.Server.Db();
        return await db.Units.Of(team.OrgId).Where(unit => unit.Id == team.Id).Select(unit => unit.Name).SingleAsync();
    }

    /// <summary>Gives every team a name at night.</summary>
    sealed class Naming(string word) : Job("naming", Schedule.Nightly(new(3, 0)))
    {
        public int Runs;

        public TaskCompletionSource Entered { get; } = new();
        public TaskCompletionSource? Waits { get; init; }
        public bool Fails { get; set; }

        public override async Task RunAsync(JobRun run, CancellationToken stop)
        {
            Interlocked.Increment(ref Runs);
            Entered.TrySetResult();
            if (Waits is not null) await Waits.Task;
            run.Count("named", await run.Write(db => db.Units.Of(run.OrgId).Where(unit => unit.Kind == UnitKind.Team).ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, word), stop)));
            if (Fails) throw new InvalidOperationException("The roof fell in.");
        }
    }
}
