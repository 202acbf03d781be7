using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vesper.Evenings;
using Vesper.Kit.Data;
using Vesper.Teams;

namespace Vesper.Bench;

/// <summary>
/// Tonight's agenda of the largest team on the data of a folder: reading the day from the tables, and composing from it. Floor: one query for
/// the team's members, the least any screen of an evening asks.
/// </summary>
static class AgendaDayBench
{
    const int Rounds = 200;

    public static async Task RunAsync(string folder)
    {
        var databases = new DbFactory(DbEngine.For(null, folder));
        await using var db = databases.ForReading();
        var (org, team) = await LargestTeamAsync(db);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organisations.Where(one => one.Id == org).Select(one => one.Zone).FirstAsync());
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        var options = new EveningOptions();
        var seen = (await EveningDay.LoadAsync(db, org, team, today, options))!;

        var floor = await MeasureAsync(databases, db => db.Members.Where(member => member.OrgId == org && member.UnitId == team).ToListAsync());
        var day = await MeasureAsync(databases, async db => AgendaComposer.Compose((await EveningDay.LoadAsync(db, org, team, today, options))!.Agenda, options));

        Console.WriteLine($"tonight's agenda, {seen.Team}: {seen.Members.Count} members, {seen.Agenda.Members.Sum(member => member.Visits)} visits today, {seen.Agenda.Cases.Count} open cases; {Rounds} rounds on SQLite");
        Console.WriteLine($"  the members (floor)    median {floor.Median:F2} ms   p99 {floor.P99:F2} ms");
        Console.WriteLine($"  the day and its agenda median {day.Median:F2} ms   p99 {day.P99:F2} ms   {day.Median / floor.Median:F1}x the floor, budget 50 ms");
    }

    static async Task<(Guid Org, Guid Team)> LargestTeamAsync(Db db)
    {
        var team = await db.Members.GroupBy(member => new { member.OrgId, member.UnitId }).OrderByDescending(team => team.Count()).Select(team => team.Key).FirstAsync();
        return (team.OrgId, team.UnitId);
    }

    static async Task<(double Median, double P99)> MeasureAsync<T>(DbFactory databases, Func<Db, Task<T>> read)
    {
        var times = new double[Rounds];
        for (var round = -20; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var db = databases.ForReading();
            await read(db);
            if (round >= 0) times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return (times[Rounds / 2], times[Rounds * 99 / 100]);
    }
}
