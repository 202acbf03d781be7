using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Vesper.Bench;

/// <summary>
/// What PostgreSQL's row-level security costs a read: the same statements as the table's owner without a policy, and as a role that a policy binds to
/// current_setting('vesper.org'). The setting must not leak to the next user of a pooled connection, so it lives in a transaction: either in one round trip
/// (BEGIN, set_config, query, COMMIT in a batch) or, as EF would send it, in four. Floor: the plain query. Data: 200,000 feed items of 20 organisations.
/// </summary>
static class RowSecurityBench
{
    const int Organisations = 20, Each = 10_000, Clients = 8, Seconds = 5, Rounds = 3;

    const string Feed = "select id, at, member_name, text from rls_feed where org_id = $1 and team_id = $2 order by at desc, id desc limit 30";
    const string Point = "select id, at, member_name, text from rls_feed where org_id = $1 and id = $2";

    public static async Task RunAsync(string connectionString)
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await PrepareAsync(owner);
        await using var bound = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Username = "vesper_bound", Password = "bench-only", Options = "" }.ToString());
        try
        {
            foreach (var (name, sql) in new[] { ("feed page", Feed), ("point read", Point) })
            {
                var (plain, batched, spread) = (new List<double>(), new List<double>(), new List<double>());
                for (var round = 0; round < Rounds; round++)
                {
                    plain.Add(await RateAsync(owner, sql, Way.Plain));
                    batched.Add(await RateAsync(bound, sql, Way.Batched));
                    spread.Add(await RateAsync(bound, sql, Way.Spread));
                }
                var floor = Median(plain);
                Say($"{name,-11} floor           {floor,9:N0}/s  {Clients} clients, median of {Rounds} × {Seconds} s");
                Say($"{name,-11} policy, 1 trip  {Median(batched),9:N0}/s  ratio {Median(batched) / floor:N2}");
                Say($"{name,-11} policy, 4 trips {Median(spread),9:N0}/s  ratio {Median(spread) / floor:N2}");
            }
        }
        finally
        {
            await ExecuteAsync(owner, "drop table rls_feed; drop role vesper_bound");
        }
    }

    enum Way { Plain, Batched, Spread }

    static async Task PrepareAsync(NpgsqlDataSource owner)
    {
        await ExecuteAsync(owner, $"""
            drop table if exists rls_feed;
            create table rls_feed (org_id uuid not null, id uuid not null, team_id uuid not null, at timestamptz not null, member_name text not null, text text not null, primary key (org_id, id));
            create function pg_temp.id(n bigint) returns uuid language sql as $f$ select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid $f$;
            insert into rls_feed select pg_temp.id(o), pg_temp.id(n), pg_temp.id(n % 3), timestamptz '2026-01-01' + n * interval '1 minute', '小林', '云顶家居 见到了关键人，15 分钟'
            from generate_series(1, {Organisations}) o, generate_series(1, {Each}) n;
            create index on rls_feed (org_id, team_id, at, id);
            alter table rls_feed enable row level security;
            create policy own on rls_feed using (org_id = nullif(current_setting('vesper.org', true), '')::uuid);
            do $$ begin if not exists (select from pg_roles where rolname = 'vesper_bound') then create role vesper_bound login password 'bench-only'; end if; end $$;
            grant select on rls_feed to vesper_bound;
            analyze rls_feed;
            """);
    }

    static async Task<double> RateAsync(NpgsqlDataSource source, string sql, Way way)
    {
        var until = Stopwatch.GetTimestamp() + (Seconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var (count, random) = (0, new Random(client));
            while (Stopwatch.GetTimestamp() < until)
            {
                var (org, second) = (Id(1 + random.Next(Organisations)), Id(sql == Feed ? random.Next(3) : 1 + random.Next(Each)));
                var rows = await AskAsync(source, sql, way, org, second);
                if (rows != (sql == Feed ? 30 : 1)) throw new InvalidOperationException($"{rows} rows");
                count++;
            }
            return count;
        })));
        return counts.Sum() / (double)Seconds;
    }

    static async Task<int> AskAsync(NpgsqlDataSource source, string sql, Way way, Guid org, Guid second)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (way is Way.Batched)
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                // A batch is one implicit transaction, and set_config(…, true) ends with it.
                BatchCommands = { Command("select set_config('vesper.org', $1, true)", org.ToString()), Command(sql, org, second) },
            };
            await using var rows = await batch.ExecuteReaderAsync();
            await rows.NextResultAsync();
            return await CountAsync(rows);
        }
        await using var transaction = way is Way.Spread ? await connection.BeginTransactionAsync() : null;
        if (transaction is not null)
        {
            await using var set = new NpgsqlCommand("select set_config('vesper.org', $1, true)", connection) { Parameters = { new() { Value = org.ToString() } } };
            await set.ExecuteNonQueryAsync();
        }
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = org }, new() { Value = second } } };
        int found;
        await using (var rows = await command.ExecuteReaderAsync()) found = await CountAsync(rows);
        if (transaction is not null) await transaction.CommitAsync();
        return found;
    }

    static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    static async Task<int> CountAsync(NpgsqlDataReader rows)
    {
        var count = 0;
        while (await rows.ReadAsync())
        {
            _ = (rows.GetGuid(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetString(2), rows.GetString(3));
            count++;
        }
        return count;
    }

    static Guid Id(int n) => Guid.Parse($"00000000-0000-0000-0000-{n:D12}", CultureInfo.InvariantCulture);

    static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
