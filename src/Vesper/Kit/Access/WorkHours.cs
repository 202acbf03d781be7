namespace Vesper.Kit.Access;

/// <summary>The hours of a workday in the organisation's zone. The same time twice: the organisation keeps no hours, and every day is one to work.</summary>
readonly record struct WorkHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>9 to 18 (D).</summary>
    public static readonly WorkHours Usual = new(new(9, 0), new(18, 0));

    public static readonly WorkHours None = new(TimeOnly.MinValue, TimeOnly.MinValue);

    public bool Kept => Opens != Closes;

    public bool Holds(TimeOnly at) => !Kept || at.IsBetween(Opens, Closes);
}
