using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Kit.Live;
using Vesper.Teams;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Data;

/// <summary>The one door for writes keeps what it promises (docs/decisions/0002).</summary>
public sealed class WriterTests
{
    [EachEngine]
    public async Task An_item_that_fails_fails_alone(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();

        var writes = Enumerable.Range(0, 40).Select(i => lane.Writer.Run(org, async db =>
        {
            db.Add(New(org, $"{i}"));
            await db.SaveChangesAsync();
            return i % 4 == 3 ? throw new Refusal("test.no", "no") : i;
        })).ToList();

        foreach (var (write, i) in writes.Select((write, i) => (write, i)))
            if (i % 4 == 3) (await Should.ThrowAsync<Refusal>(() => write)).Code.ShouldBe("test.no");
            else (await write).ShouldBe(i);
        (await lane.Names(org)).ShouldBe(Enumerable.Range(0, 40).Where(i => i % 4 != 3).Select(i => $"{i}"), ignoreOrder: true);
    }

    [EachEngine]
    public async Task A_row_the_database_refuses_takes_back_only_its_own_item(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();
        var twice = New(org, "first");

        var first = lane.Writer.Run(org, db => Task.FromResult(db.Add(twice)));
        var second = lane.Writer.Run(org, db => Task.FromResult(db.Add(new CalendarDay { OrgId = org, Id = twice.Id, Day = new(2026, 2, 2), Name = "second" })));
        var third = lane.Writer.Run(org, db => Task.FromResult(db.Add(New(org, "third"))));

        await first;
        await Should.ThrowAsync<DbUpdateException>(() => second);
        await third;
        (await lane.Names(org)).ShouldBe(["first", "third"], ignoreOrder: true);
    }

    [EachEngine]
    public async Task A_row_that_is_only_appended_is_written_as_it_is_in_the_end_and_with_what_EF_saves(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();
        var known = New(org, "known");
        await lane.Writer.Run(org, db => Task.FromResult(db.Add(known)));

        await lane.Writer.Run(org, async db =>
        {
            var row = New(org, "early");
            db.Append(row);
            (await db.CalendarDays.Of(org).FirstAsync(day => day.Id == known.Id)).Name = "changed";
            row.Name = "late";
        });
        var refused = lane.Writer.Run(org, db =>
        {
            db.Append(New(org, "never"));
            db.Append(new CalendarDay { OrgId = org, Id = known.Id, Day = new(2026, 2, 2), Name = "twice" });
            return Task.CompletedTask;
        });
        var next = lane.Writer.Run(org, db =>
        {
            db.Append(New(org, "next"));
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<DbUpdateException>(() => refused);
        await next;
        (await lane.Names(org)).ShouldBe(["changed", "late", "next"], ignoreOrder: true);
    }

    [EachEngine]
    public async Task An_organisation_keeps_the_order_of_its_writes(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var orgs = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        var ran = orgs.ToDictionary(org => org, _ => new List<int>());

        await Task.WhenAll(from i in Enumerable.Range(0, 300)
                           from org in orgs
                           select lane.Writer.Run(org, async db =>
                           {
                               await db.CalendarDays.Of(org).CountAsync();
                               ran[org].Add(i);
                           }));

        foreach (var order in ran.Values) order.ShouldBe(Enumerable.Range(0, 300));
    }

    [EachEngine]
    public async Task Nothing_is_answered_before_its_commit(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            await lane.Writer.Run(org, db => Task.FromResult(db.Add(New(org, $"{i}"))));
            (await lane.Names(org)).ShouldContain($"{i}"); // another connection sees it at once
        }));
    }

    [EachEngine]
    public async Task Events_and_changes_of_a_failed_item_are_taken_back_together(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();

        await Should.ThrowAsync<Refusal>(() => lane.Writer.Run(org, async db =>
        {
            db.Tell(Topic.Organisation, new Happened("lost"));
            await db.SaveChangesAsync();
            throw new Refusal("test.no", "no");
        }));
        await lane.Writer.Run(org, db =>
        {
            db.Tell(Topic.Organisation, new Happened("kept"));
            return Task.CompletedTask;
        });

        (await lane.Log.AfterAsync(default, org, default)).ShouldHaveSingleItem().As<Happened>().What.ShouldBe("kept");
        lane.Told.ShouldHaveSingleItem().As<Happened>().What.ShouldBe("kept");
    }

    [EachEngine]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_itself(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        var org = Guid.CreateVersion7();

        await Should.ThrowAsync<InvalidOperationException>(() => lane.Writer.Run(org, _ => lane.Writer.Run(org, _ => Task.CompletedTask)));
    }

    [EachEngine]
    public async Task A_context_for_reading_cannot_write(Engine engine)
    {
        await using var lane = await Lane.OnAsync(engine);
        await using var db = lane.Database.Db();
        db.Add(New(Guid.CreateVersion7(), "never"));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    static CalendarDay New(Guid org, string name)
    {
        var id = Guid.CreateVersion7();
        return new() { OrgId = org, Id = id, Day = new DateOnly(2000, 1, 1).AddDays(name.GetHashCode(StringComparison.Ordinal) & 0xfffff), Name = name };
    }

    sealed record Happened(string What) : IEvent
    {
        public string Type => "test.happened";
    }

    /// <summary>A writer on an upgraded database, without the rest of Vesper.</summary>
    sealed class Lane : IAsyncDisposable
    {
        public required EmptyDatabase Database { get; init; }
        public required Writer Writer { get; init; }
        public required Prepared Lines { get; init; }
        public EventLog Log => new(Database.Engine, Lines);
        public List<EventRow> Told { get; } = [];

        public static async Task<Lane> OnAsync(Engine engine)
        {
            var database = await EmptyDatabase.OnAsync(engine);
            await database.UpgradeAsync();
            var committed = new Committed(new LiveBell());
            var writer = new Writer(new DbFactory(database.Engine), database.Engine, committed, TimeProvider.System, NullLogger<Writer>.Instance);
            var lane = new Lane { Database = database, Writer = writer, Lines = new(database.Engine) };
            committed.Happened += lane.Told.AddRange;
            return lane;
        }

        public async Task<List<string>> Names(Guid org)
        {
            await using var db = Database.Db();
            return await db.CalendarDays.Of(org).Select(day => day.Name).ToListAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Writer.DisposeAsync();
            await Lines.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
