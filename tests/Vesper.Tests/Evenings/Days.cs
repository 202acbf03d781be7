using Vesper.Customers;
using Vesper.Evenings;

namespace Vesper.Tests.Evenings;

/// <summary>Days to compose from: said in words, or drawn from a seed.</summary>
static class Days
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    static readonly string[] Names = ["小林", "阿哲", "佳佳", "王莉", "老周", "小满", "阿杰", "陈主管"];
    static readonly string[] Customers = ["云顶家居", "青禾包装", "恒泰五金", "中泰纸业", "远航照明"];

    public static Guid Id(int kind, int number) => new(kind, 0, 0, [0, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);

    public static string Name(int member) => member < Names.Length ? Names[member] : $"成员{member}";
    public static string CustomerName(int customer) => customer < Customers.Length ? Customers[customer] : $"客户{customer}";

    public static AgendaMember Member(int number, int visits = 5, int rejections = 0, int? heard = 1) =>
        new(Id(1, number), Name(number), visits, rejections, new LastHeard(Nourish: heard));

    public static AgendaDay Of(int members, int minutes = 30) => new("杭州东区战队", Today, minutes, [.. Enumerable.Range(0, members).Select(number => Member(number))]);

    public static OpenCase Case(int number, int member, int carried = 0, int? customer = null, Stage stage = Stage.Follow, string? industry = null) => new(
        Id(2, number), Id(1, member), Name(member), Id(3, customer ?? number), CustomerName(customer ?? number), stage, false, "对手报价低三成", "约到十五分钟", Today.AddDays(-carried), carried, industry);

    public static HelpWanted Help(int number, int member, int? customer = null) =>
        new(Id(4, number), Id(1, member), Name(member), Id(3, customer ?? number), CustomerName(customer ?? number), Stage.Follow, false);

    public static KpNotMet KpNotMet(int member, int customer, int visits = 2) =>
        new(Id(1, member), Name(member), Id(3, customer), CustomerName(customer), Stage.Follow, visits);

    public static DealWon Won(int number, int member, int? customer = null, long fen = 10_920_000) =>
        new(Id(5, number), Id(1, member), Name(member), Id(3, customer ?? number), CustomerName(customer ?? number), fen);

    public static GradeStep Raised(int member, int customer, Grade from, Grade to = Grade.A) => new(Id(1, member), Name(member), Id(3, customer), CustomerName(customer), from, to);

    public static StoryOffer Offer(int number, int member, int carried = 0) => new(Id(6, number), Id(1, member), Name(member), "怎么进的门", Today.AddDays(-carried), carried);

    public static CommitmentDue Commitment(int number, int member, CommitmentState answer = CommitmentState.Done) =>
        new(Id(7, number), Id(1, member), Name(member), "先约财务总监", Today, answer);

    /// <summary>Anything can happen on such a day: also absent owners, many deals, people never heard.</summary>
    public static AgendaDay Drawn(int seed)
    {
        var random = new Random(seed);
        var members = random.Next(0, 4) == 0 ? random.Next(0, 60) : random.Next(0, 13);
        int Anyone() => random.Next(0, members + 2);
        int[] UpTo(int most) => [.. Enumerable.Range(0, random.Next(0, most + 1))];

        return new AgendaDay("队", Today, random.Next(10, 80), [.. Enumerable.Range(0, members).Select(number => new AgendaMember(
            Id(1, number), Name(number), random.Next(0, 8), random.Next(0, 3) == 0 ? random.Next(0, 9) : 0,
            new LastHeard(random.Next(0, 3) == 0 ? null : random.Next(1, 9), random.Next(0, 2) == 0 ? null : random.Next(1, 9))))])
        {
            Won = [.. UpTo(random.Next(0, 9)).Select(number => Won(number, Anyone()))],
            GradeSteps = [.. UpTo(6).Select(number => Raised(Anyone(), random.Next(0, 12), (Grade)random.Next(0, 5), (Grade)random.Next(0, 5)))],
            Cases = [.. UpTo(random.Next(0, 30)).Select(number => Case(number, Anyone(), random.Next(0, 5), random.Next(0, 40), (Stage)random.Next(0, 4), random.Next(0, 2) == 0 ? "家具" : null))],
            Help = [.. UpTo(5).Select(number => Help(number, Anyone(), random.Next(0, 40)))],
            KpNotMet = [.. UpTo(5).Select(_ => KpNotMet(Anyone(), random.Next(0, 40), random.Next(2, 5)))],
            Commitments = [.. UpTo(12).Select(number => Commitment(number, Anyone(), (CommitmentState)random.Next(0, 4)))],
            Offers = [.. UpTo(5).Select(number => Offer(number, Anyone(), random.Next(0, 5)))],
            Advisers = [.. Enumerable.Range(0, members).Select(number => new Adviser(Id(1, number), Name(number))
            {
                Stages = [.. Enum.GetValues<Stage>().Select(stage => new AtStage(stage, random.Next(5, 20), random.Next(0, 9)))],
                Industries = [new InIndustry("家具", random.Next(0, 5))],
                AdviceWorked = random.Next(0, 3),
            })],
        };
    }

    public static AgendaDay Shuffled(this AgendaDay day, int seed)
    {
        var random = new Random(seed);
        T[] Mixed<T>(IReadOnlyList<T> list)
        {
            T[] copy = [.. list];
            random.Shuffle(copy);
            return copy;
        }
        return day with
        {
            Members = Mixed(day.Members), Won = Mixed(day.Won), GradeSteps = Mixed(day.GradeSteps), Cases = Mixed(day.Cases), Help = Mixed(day.Help),
            KpNotMet = Mixed(day.KpNotMet), Commitments = Mixed(day.Commitments), Offers = Mixed(day.Offers), Advisers = Mixed(day.Advisers),
        };
    }
}
