using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Vesper.Kit.Data;
using Vesper.Kit.Live;
using Vesper.Tests.Support;

namespace Vesper.Tests.Kit.Live;

/// <summary>Each event to each consumer once, in the order of the log (docs/decisions/0004).</summary>
public sealed class ConsumerLoopTests
{
    [EachEngine]
    public async Task Of_two_servers_one_acts_on_each_event(Engine engine)
    {
        await using var house = await House.OnAsync(engine);
        await house.TellAsync("rang", 60);
        var servers = new[] { house.Server(new Hearing()), house.Server(new Hearing()) };

        await UntilAsync(async () =>
        {
            await Task.WhenAll(servers.Select(server => server.CatchUpAsync(default)));
            return (await house.HeardAsync()).Count >= 60;
        });
        await Task.WhenAll(servers.Select(server => server.CatchUpAsync(default)));

        (await house.HeardAsync()).ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i:D4}"));
    }

    [EachEngine]
    public async Task What_lies_side_by_side_goes_in_one_write_and_each_finds_what_came_before_it(Engine engine)
    {
        await using var house = await House.OnAsync(engine);
        var hearing = new Hearing();
        var server = house.Server(hearing);
        await house.TellAsync("rang", 200);

        await UntilAsync(async () => await server.CatchUpAsync(default) && (await house.HeardAsync()).Count >= 200);

        (await house.HeardAsync()).ShouldBe(Enumerable.Range(0, 200).Select(i => $"{i:D4}"));
        hearing.MostInOneWrite.ShouldBeGreaterThan(1);
        hearing.Found.ShouldBe(Enumerable.Range(0, 200));
    }

    [EachEngine]
    public async Task One_that_fails_holds_back_nobody_and_goes_on_where_it_stood(Engine engine)
    {
        await using var house = await House.OnAsync(engine);
        var failing = new Hearing("deaf") { FailsAt = "0001" };
        var server = house.Server(failing, new Hearing("well"));
        await house.TellAsync("rang", 4);

        await UntilAsync(async () => !await server.CatchUpAsync(default) && (await house.HeardAsync("well")).Count == 4);
        (await house.HeardAsync("deaf")).ShouldBe(["0000"]);

        failing.FailsAt = null;
        await UntilAsync(() => server.CatchUpAsync(default));
        (await house.HeardAsync("deaf")).ShouldBe(["0000", "0001", "0002", "0003"]);
        (await house.HeardAsync("well")).ShouldBe(["0000", "0001", "0002", "0003"]);
    }

    [EachEngine]
    public async Task What_fails_again_and_again_is_set_aside_and_done_at_a_later_start(Engine engine)
    {
        await using var house = await House.OnAsync(engine);
        var failing = new Hearing { FailsAt = "0001" };
        var server = house.Server(failing);
        await house.TellAsync("rang", 4);

        await UntilAsync(async () => await server.CatchUpAsync(default) && (await house.HeardAsync()).Count == 3);
        (await house.HeardAsync()).ShouldBe(["0000", "0002", "0003"]);
        var aside = (await house.SetAsideAsync()).ShouldHaveSingleItem();
        (aside.Consumer, aside.Type, aside.Failure).ShouldBe(("hearing", "rang", nameof(InvalidOperationException)));

        (await house.Server(failing).TryAgainAsync(default)).ShouldBe(0);
        (await house.SetAsideAsync()).Count.ShouldBe(1);

        failing.FailsAt = null;
        (await house.Server(failing).TryAgainAsync(default)).ShouldBe(1);
        (await house.HeardAsync()).ShouldBe(["0000", "0002", "0003", "0001"]);
        (await house.SetAsideAsync()).ShouldBeEmpty();
    }

    [EachEngine]
    public async Task What_nobody_acts_on_is_passed_over_once_also_when_the_server_starts_anew(Engine engine)
    {
        await using var house = await House.OnAsync(engine);
        await house.TellAsync("whispered", 1_500);

        var server = house.Server(new Hearing());
        await UntilAsync(async () =>
        {
            await server.CatchUpAsync(default);
            return await house.PlaceAsync() is { Seq: >= 1_500 };
        });
    }

    static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await so()) return;
            await Task.Delay(50); // an open transaction of any database on the server holds the line back
        }
        throw new TimeoutException("It did not come to that.");
    }

    /// <summary>Writes down what it hears, in the write that moves its place.</summary>
    sealed class Hearing(string name = "hearing") : Consumer(name)
    {
        public string? FailsAt { get; set; }

        public int MostInOneWrite { get; private set; }

        /// <summary>How many it had heard, each time it heard one.</summary>
        public List<int> Found { get; } = [];

        public override IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal) { "rang" };

        public override async Task ActAsync(Db db, EventRow happened)
        {
            var word = happened.As<Said>().Word;
            if (word == FailsAt) throw new InvalidOperationException("It cannot hear.");
            MostInOneWrite = Math.Max(MostInOneWrite, db.Told.Count + 1);
            Found.Add(await db.Set<EventRow>().CountAsync(row => row.Type == Name));
            db.Tell(Topic.House, new Said(word, Name));
        }
    }

    sealed record Said(string Word, string Kind) : IEvent
    {
        public string Type => Kind;
    }

    /// <summary>A database of its own, with as many servers on it as the engine bears writers.</summary>
    sealed class House(EmptyDatabase database, Engine engine) : IAsyncDisposable
    {
        static readonly Guid Org = Guid.CreateVersion7();
        readonly List<Writer> _writers = [];
        readonly Prepared _lines = new(database.Engine);

        DbFactory Databases => new(database.Engine);

        public static async Task<House> OnAsync(Engine engine)
        {
            var database = await EmptyDatabase.OnAsync(engine);
            await database.UpgradeAsync();
            return new(database, engine);
        }

        public ConsumerLoop Server(params Consumer[] consumers) => new(
            consumers, new EventLog(database.Engine, _lines), new Committed(new LiveBell()), NewWriter(), Databases, database.Engine, TimeProvider.System, NullLogger<ConsumerLoop>.Instance);

        public Task TellAsync(string kind, int many) => NewWriter().Run(Org, db =>
        {
            for (var i = 0; i < many; i++) db.Tell(Topic.House, new Said($"{i:D4}", kind));
            return Task.CompletedTask;
        });

        public async Task<ConsumerPlace?> PlaceAsync()
        {
            await using var db = database.Db();
            return await db.Set<ConsumerPlace>().FirstOrDefaultAsync();
        }

        public async Task<List<string>> HeardAsync(string consumer = "hearing")
        {
            await using var db = database.Db();
            var rows = await db.Set<EventRow>().Where(row => row.Type == consumer).OrderBy(row => row.Seq).ToListAsync();
            return rows.ConvertAll(row => row.As<Said>().Word);
        }

        public async Task<List<SetAside>> SetAsideAsync()
        {
            await using var db = database.Db();
            return await db.Set<SetAside>().ToListAsync();
        }

        Writer NewWriter()
        {
            if (engine is Engine.Sqlite && _writers.Count > 0) return _writers[0];
            _writers.Add(new(Databases, database.Engine, new Committed(new LiveBell()), TimeProvider.System, NullLogger<Writer>.Instance));
            return _writers[^1];
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var writer in _writers) await writer.DisposeAsync();
            await _lines.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
