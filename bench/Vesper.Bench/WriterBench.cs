using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Vesper.Field;
using Vesper.Kit.Data;
using Vesper.Kit.Live;

namespace Vesper.Bench;

/// <summary>
/// How many durable check-ins pass through the writer lane, against one SQLite writer that commits a single row at a time on the same disk in the same run.
/// A check-in here is what the handler does inside its write: look for the first attempt, insert visit and feed item, append the event.
/// </summary>
static class WriterBench
{
    const int Clients = 16, Each = 1000, Floor = 4000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("vesper-bench-");
        try
        {
            var floor = SingleCommits(Path.Combine(folder.FullName, "floor.db"));
            Console.WriteLine($"floor   {floor,8:N0} single-row commits/s by one SQLite writer, synchronous=FULL");

            var engine = DbEngine.For(null, folder.FullName);
            await new SchemaUpgrader(engine, TimeProvider.System, NullLogger<SchemaUpgrader>.Instance).UpgradeAsync();
            await using var writer = new Writer(new DbFactory(engine), engine, new Committed(new LiveBell()), TimeProvider.System, NullLogger<Writer>.Instance);
            await RunAsync(writer, 200); // warm
            var (rate, times) = await RunAsync(writer, Each);
            Console.WriteLine($"writer  {rate,8:N0} check-ins/s by {Clients} clients (EF, visit + feed item + event), p50 {times[times.Length / 2]:N1} ms, p99 {times[times.Length * 99 / 100]:N1} ms");
            Console.WriteLine($"ratio   {rate / floor,8:N2}  (budget ≥ 1.0, p99 ≤ 25 ms)");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    public static double SingleCommits(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Run("pragma journal_mode = wal; pragma synchronous = full; create table floor (id integer primary key, text text)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into floor (text) values ('a check-in in a line of text, about as long')";
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Floor; i++) insert.ExecuteNonQuery();
        return Floor / Stopwatch.GetElapsedTime(started).TotalSeconds;

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    static async Task<(double Rate, double[] Milliseconds)> RunAsync(Writer writer, int each)
    {
        var (org, team) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var started = Stopwatch.GetTimestamp();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var times = new double[each];
            var member = Guid.CreateVersion7();
            for (var i = 0; i < each; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                await CheckInAsync(writer, org, team, member);
                times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
            return times;
        }));
        var all = (await Task.WhenAll(clients)).SelectMany(times => times).Order().ToArray();
        return (Clients * each / Stopwatch.GetElapsedTime(started).TotalSeconds, all);
    }

    static Task CheckInAsync(Writer writer, Guid org, Guid team, Guid member)
    {
        var (id, customer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        return writer.Run(org, async db =>
        {
            if (await db.Line!.FirstAsync("select id from visits where org_id = @p0 and id = @p1", row => row.Text(0), default, org, id) is not null) return;
            var now = TimeProvider.System.GetUtcNow();
            db.Add(new Visit { OrgId = org, Id = id, MemberId = member, TeamId = team, CustomerId = customer, Day = new(2026, 1, 5), CheckedInAt = now, DeviceAt = now });
            db.Add(new FeedItem { OrgId = org, Id = id, TeamId = team, MemberId = member, MemberName = "小林", CustomerName = "云顶家居", At = now });
            db.Tell(Topic.Team(team), new CheckedIn(id, customer, member));
        });
    }

    sealed record CheckedIn(Guid VisitId, Guid CustomerId, Guid MemberId) : IEvent
    {
        public string Type => "check-in.created";
    }
}
