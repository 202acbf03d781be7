using System.Diagnostics;
using Vesper.Customers;
using Vesper.Evenings;

namespace Vesper.Bench;

/// <summary>How long does it take to compose an evening for 12 members on a busy day? Floor: the same team's empty day.</summary>
static class AgendaBench
{
    const int Rounds = 5_000;
    static readonly DateOnly Day = new(2026, 11, 20);

    public static void Run()
    {
        var (empty, busy) = (EmptyDay(), BusyDay());
        Measure(empty);
        Measure(busy); // warm: the second run of each counts

        var floor = Measure(empty);
        var figure = Measure(busy);
        Console.WriteLine($"agenda, 12 members, {busy.Cases.Count} open cases, {busy.Help.Count} calls for help, {busy.Won.Count} deals, {busy.Commitments.Count} commitments; {Rounds} rounds");
        Console.WriteLine($"  empty day (floor)  median {floor.Median:F4} ms   p99 {floor.P99:F4} ms");
        Console.WriteLine($"  busy day           median {figure.Median:F4} ms   p99 {figure.P99:F4} ms   {figure.Median / floor.Median:F1}x the floor, budget 50 ms");
    }

    static (double Median, double P99) Measure(AgendaDay day)
    {
        var options = new EveningOptions();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            AgendaComposer.Compose(day, options);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return (times[Rounds / 2], times[Rounds * 99 / 100]);
    }

    static AgendaDay EmptyDay() => new("杭州东区战队", Day, 30, [.. Enumerable.Range(0, 12).Select(number => new AgendaMember(Id(1, number), $"成员{number}", 0, 0, new LastHeard()))]);

    static AgendaDay BusyDay() => EmptyDay() with
    {
        Members = [.. Enumerable.Range(0, 12).Select(number => new AgendaMember(Id(1, number), $"成员{number}", 6, number % 5, new LastHeard(number % 6 + 1, number % 4 + 1)))],
        Cases = [.. Enumerable.Range(0, 24).Select(number => new OpenCase(Id(2, number), Id(1, number % 12), $"成员{number % 12}", Id(3, number), $"客户{number}", (Stage)(number % 4), false, "对手报价低三成", "约到十五分钟", Day, number % 4, "家具"))],
        Help = [.. Enumerable.Range(0, 12).Select(number => new HelpWanted(Id(4, number), Id(1, number), $"成员{number}", Id(3, 20 + number), $"客户{20 + number}", Stage.Follow, false))],
        KpNotMet = [.. Enumerable.Range(0, 20).Select(number => new KpNotMet(Id(1, number % 12), $"成员{number % 12}", Id(3, 10 + number), $"客户{10 + number}", Stage.Follow, 2 + number % 3))],
        Won = [.. Enumerable.Range(0, 3).Select(number => new DealWon(Id(5, number), Id(1, number), $"成员{number}", Id(3, 50 + number), $"客户{50 + number}", 10_920_000))],
        GradeSteps = [.. Enumerable.Range(0, 4).Select(number => new GradeStep(Id(1, number), $"成员{number}", Id(3, 60 + number), $"客户{60 + number}", Grade.C, Grade.A))],
        Commitments = [.. Enumerable.Range(0, 12).Select(number => new CommitmentDue(Id(6, number), Id(1, number), $"成员{number}", "先约财务总监", Day, CommitmentState.Done))],
        Offers = [.. Enumerable.Range(0, 4).Select(number => new StoryOffer(Id(7, number), Id(1, number), $"成员{number}", "怎么进的门", Day, number))],
        Advisers = [.. Enumerable.Range(0, 12).Select(number => new Adviser(Id(1, number), $"成员{number}")
        {
            Stages = [.. Enum.GetValues<Stage>().Select(stage => new AtStage(stage, 20, 4 + number))],
            Industries = [new InIndustry("家具", number % 5)],
        })],
    };

    static Guid Id(int kind, int number) => new(kind, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)number]);
}
