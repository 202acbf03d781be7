using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Ops.Demo;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

public sealed class DemoTests
{
    static readonly DateTimeOffset Afternoon = At("2026-07-01 17:40"), Night = At("2026-07-02 01:00"), Sunday = At("2026-07-05 21:00"), Holiday = At("2026-10-03 12:00");

    static readonly string[] Companies = ["云顶家居", "青禾包装", "恒泰五金", "中泰纸业", "远航照明"];

    [Fact]
    public void The_same_seed_makes_the_same_rows() => Hash(World.Make(new(), Afternoon, "hash")).ShouldBe(Hash(World.Make(new(), Afternoon, "hash")));

    [Fact]
    public void Another_seed_makes_other_people_and_the_same_scenes()
    {
        var (one, other) = (World.Make(new(), Afternoon, "hash"), World.Make(new() { Seed = 7 }, Afternoon, "hash"));

        Hash(one).ShouldNotBe(Hash(other));
        foreach (var rows in (DemoRows[])[one, other])
            rows.Customers.Select(customer => customer.ShortName).Intersect(Companies).Count().ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Today_is_complete_whenever_the_demo_is_made(DateTimeOffset now) => Today_is_complete(World.Make(new(), now, "hash"), now);

    static void Today_is_complete(DemoRows rows, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, DemoDays.Zone).Date);
        var east = rows.Units.Single(unit => unit.Name == "杭州东区战队");
        var visits = rows.Visits.Where(visit => visit.Day == today).ToList();

        visits.ShouldAllBe(visit => visit.CheckedInAt <= now && visit.EndedAt <= now && TimeZoneInfo.ConvertTime(visit.CheckedInAt, DemoDays.Zone).Date == today.ToDateTime(default));
        visits.Where(visit => visit.TeamId == east.Id).GroupBy(visit => visit.MemberId).Count().ShouldBe(7);
        visits.Where(visit => visit.TeamId == east.Id).GroupBy(visit => visit.MemberId).Count(own => own.Count(visit => visit.Outcome is VisitOutcome.Rejected) >= 3).ShouldBe(2, "佳佳 and 大伟");
        visits.Count(visit => visit.TeamId == east.Id && visit.HelpWanted).ShouldBe(3);
        rows.Deals.Where(deal => deal.TeamId == east.Id && deal.State is DealState.Won && deal.ClosedOn == today).ShouldHaveSingleItem();
        rows.GradeChanges.Count(change => change.TeamId == east.Id && change.Day == today && change is { From: Grade.C, To: Grade.A }).ShouldBe(1);
        (rows.CalendarDays.FirstOrDefault(day => day.Day == today)?.Works ?? today.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ShouldBeTrue("today is worked");
        rows.FeedItems.ShouldAllBe(item => item.At <= now);
    }

    public static TheoryData<DateTimeOffset> Moments => [Afternoon, Night, Sunday, Holiday, At("2026-07-03 00:01"), At("2027-01-01 10:00")];

    [Fact]
    public void Chance_leaves_the_scenes_alone_on_any_day()
    {
        for (var (now, seed) = (Afternoon, 1); seed <= 12; seed++, now = now.AddDays(5)) Today_is_complete(World.Make(new() { Seed = seed }, now, "hash"), now);
    }

    [Fact]
    public void A_large_load_holds_the_scenes_too()
    {
        var rows = World.Make(new() { Customers = 2000, Members = 60, Visits = 30_000 }, Afternoon, "hash");

        Today_is_complete(rows, Afternoon);
        (rows.Customers.Count, rows.Members.Count).ShouldBe((2000, 60));
        rows.Visits.Count.ShouldBeInRange(29_900, 30_100);
        rows.Visits.Min(visit => visit.Day).ShouldBeLessThan(new DateOnly(2025, 8, 1), "a year");
    }

    [EachEngine]
    public async Task Made_anew_its_last_day_is_today(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();
        var clock = new SetClock();
        await Run(database, new(), clock: clock);
        clock.Advance(TimeSpan.FromDays(3));

        (await Run(database, new(), anew: true, clock)).ShouldBe((0, true));

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), DemoDays.Zone).Date);
        (await database.Db().Visits.MaxAsync(visit => visit.Day)).ShouldBe(today);
        (await database.Db().Organisations.CountAsync()).ShouldBe(1);
        (await Run(database, new() { Seed = 8 }, anew: true)).ShouldBe((1, false), "another demo is not this one");
    }

    [Fact]
    public void The_scenes_are_in_it()
    {
        var rows = World.Make(new(), Afternoon, "hash");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Afternoon, DemoDays.Zone).Date);
        var lin = rows.Members.Single(member => member.ShortName == "小林");
        Customer Named(string name) => rows.Customers.Single(customer => customer.ShortName == name);

        (today.DayNumber - lin.JoinedOn.DayNumber).ShouldBe(70);
        rows.Deals.ShouldNotContain(deal => deal.OwnerId == lin.Id && deal.State == DealState.Won);
        rows.Visits.Where(visit => visit.MemberId == lin.Id).Select(visit => visit.TeamId).Distinct().Count().ShouldBe(2, "first elsewhere, then in Hangzhou");

        Named("云顶家居").VisitsWithoutKp.ShouldBe(2);
        rows.Contacts.Single(contact => contact.CustomerId == Named("云顶家居").Id && contact.Role == ContactRole.Kp1).Title.ShouldBe("董事长儿子");
        Named("恒泰五金").Grade.ShouldBe(Grade.B);
        rows.FeedItems.Single(item => item.CustomerName == "远航照明" && item.Kind == FeedKind.Win).Text.ShouldBe("C → A 用了 19 天");
        rows.Visits.Single(visit => visit.CustomerId == Named("中泰纸业").Id && visit.Day == today).Note.ShouldBe("“去年买过别家的，不想再谈”");
    }

    [Fact]
    public void Nothing_in_it_is_a_number_instead_of_a_name()
    {
        var rows = World.Make(new(), Afternoon, "hash");

        rows.Customers.Count.ShouldBe(360);
        rows.Members.Count.ShouldBe(26);
        rows.Customers.Select(customer => customer.ShortName).Distinct().Count().ShouldBe(360);
        rows.Customers.ShouldAllBe(customer => !customer.Name.Any(char.IsDigit) && customer.Address.StartsWith(customer.City));
        rows.Visits.Count.ShouldBeInRange(4200, 4400);
    }

    [EachEngine]
    public async Task It_goes_into_an_empty_database_once(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();

        (await Run(database, new())).ShouldBe((0, true));
        var visits = await Count(database);
        (await Run(database, new())).ShouldBe((0, false));
        (await Count(database)).ShouldBe(visits);
        visits.ShouldBeGreaterThan(4000);
        (await Run(database, new() { Seed = 8 })).ShouldBe((1, false));
    }

    [Fact]
    public void Every_team_has_held_its_evenings()
    {
        var rows = World.Make(new(), Afternoon, "hash");

        foreach (var team in rows.Units.Where(unit => unit.Kind == UnitKind.Team))
            rows.Evenings.Count(evening => evening.TeamId == team.Id && evening.State == EveningState.Closed).ShouldBeGreaterThanOrEqualTo(20);
        rows.Advices.ShouldContain(advice => advice.AcceptedAt != null);
        rows.Commitments.Select(commitment => commitment.Origin).Distinct().Order().ShouldBe([CommitmentOrigin.Advice, CommitmentOrigin.Story, CommitmentOrigin.Duty, CommitmentOrigin.Review]);
        rows.Commitments.Count(commitment => commitment.State == CommitmentState.Done).ShouldBeGreaterThan(100);
        rows.Stories.ShouldAllBe(story => story.ToldAt != null && story.How.Length > 0 && !story.How.Contains('{'));
        rows.Attendances.Where(here => here.Present).ShouldAllBe(here => here.Takeaway != null);
    }

    [EachEngine]
    [InlineData("2031-07-02 17:40")] // far ahead: a browser drops a cookie that has run out by its own clock
    [InlineData("2031-09-07 21:00")]
    public async Task Tonight_is_the_evening_of_the_scene(Engine engine, string now)
    {
        await using var server = await Server.StartAsync(engine);
        server.Clock.Set(At(now));
        await new DemoCommand(server.Services.GetRequiredService<DbEngine>(), server.Services.GetRequiredService<DbFactory>(), server.Clock, new PasswordHasher<Account>()).RunAsync(new(), TextWriter.Null);
        var supervisor = new Person(server, default, "陈主管", Role.Supervisor, "supervisor", "vesper-demo");
        await supervisor.SignIn();

        var evening = (await supervisor.Get("/api/evenings/tonight")).ShouldBeOk();

        evening["members"].GetArrayLength().ShouldBe(8);
        var items = evening["items"].EnumerateArray().Select(item => (Kind: item.GetProperty("kind").GetString(), Title: item.GetProperty("title").GetString()!, Minutes: item.GetProperty("minutes").GetInt32())).ToList();
        items.Sum(item => item.Minutes).ShouldBeLessThanOrEqualTo(30);
        items.Where(item => item.Kind == "case").Select(item => item.Title.Split('：')[0]).Order().ShouldBe(new[] { "云顶家居", "宏达机电", "鑫源电器" }.Order());
        items.Where(item => item.Kind == "story").Select(item => item.Title).ShouldBe(["阿哲签下远航照明", "小雨把金桥童车推进到 A"]);
        var lin = new Person(server, default, "小林", Role.Rep, "rep", "vesper-demo");
        await lin.SignIn();
        (await lin.Get("/api/commitments?of=mine")).Text.ShouldContain("先约财务总监，再谈方案");
        (await lin.Get("/api/customers?q=云顶")).Text.ShouldContain("云顶家居", customMessage: "found by two characters");
    }

    [EachEngine]
    public async Task Foreign_data_is_left_alone(Engine engine)
    {
        await using var database = await EmptyDatabase.OnAsync(engine);
        await database.UpgradeAsync();
        await using (var connection = database.Engine.Connect())
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await new Bulk(database.Db(), connection, transaction).InsertAsync([new Organisation { Id = Guid.CreateVersion7(), Name = "真的公司", CreatedAt = Afternoon }]);
            await transaction.CommitAsync();
        }

        (await Run(database, new())).ShouldBe((1, false));
        (await database.Db().Organisations.Select(organisation => organisation.Name).ToListAsync()).ShouldBe(["真的公司"]);
    }

    static async Task<(int Code, bool Wrote)> Run(EmptyDatabase database, DemoSize size, bool anew = false, TimeProvider? clock = null)
    {
        var said = new StringWriter();
        var code = await new DemoCommand(database.Engine, new DbFactory(database.Engine), clock ?? TimeProvider.System, new PasswordHasher<Account>()).RunAsync(size, said, anew);
        return (code, said.ToString().Contains("vesper-demo", StringComparison.Ordinal));
    }

    static Task<int> Count(EmptyDatabase database) => database.Db().Visits.CountAsync();

    static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    static string Hash(DemoRows rows) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rows))));
}
