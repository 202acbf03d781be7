namespace Vesper.Ops.Demo;

/// <summary>How much of a demo: what <c>--seed --customers --members --visits</c> say.</summary>
sealed record DemoSize
{
    public long Seed { get; init; } = 20260701;
    public int Customers { get; init; } = 360;
    public int Members { get; init; } = Cast.Least;
    public int Visits { get; init; } = 4300;

    /// <summary>What account names begin with: nothing in the demo itself, which offers them on the sign-in page.</summary>
    public string Accounts { get; init; } = "";

    /// <summary>90 days, or a year when they would not hold so many visits at 7 a workday.</summary>
    public int Days => Visits > (Members - 7) * 62 * 7 ? 365 : 90;

    /// <exception cref="UsageError">A number that is none, or below what the scenes need.</exception>
    public static DemoSize From(IConfiguration options) => new()
    {
        Seed = Number(options, "seed", new DemoSize().Seed, 0, long.MaxValue),
        Customers = (int)Number(options, "customers", new DemoSize().Customers, 60, 1_000_000),
        Members = (int)Number(options, "members", new DemoSize().Members, Cast.Least, 130),
        Visits = (int)Number(options, "visits", new DemoSize().Visits, 500, 10_000_000),
    };

    static long Number(IConfiguration options, string name, long usual, long least, long most) => options[name] switch
    {
        null => usual,
        var text when long.TryParse(text, out var number) && number >= least && number <= most => number,
        var text => throw new UsageError($"--{name} {text}: give a number from {least:N0} to {most:N0}."),
    };
}
