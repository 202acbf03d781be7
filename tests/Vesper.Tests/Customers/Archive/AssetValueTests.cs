using Vesper.Customers;
using Vesper.Customers.Archive;

namespace Vesper.Tests.Customers.Archive;

public sealed class AssetValueTests
{
    static readonly DateOnly Today = new(2026, 3, 31);
    static readonly AssetOptions Options = new();

    [Theory]
    [InlineData(10, 0, "DeciderMet", "A", false, 100)]
    [InlineData(10, 14, "DeciderMet", "A", false, 100)] // two weeks cost nothing
    [InlineData(10, 15, "DeciderMet", "A", false, 98.5)]
    [InlineData(10, 59, "DeciderMet", "A", false, 50)] // 14 + 45 days: half of it
    [InlineData(10, 104, "DeciderMet", "A", false, 25)]
    [InlineData(5, 0, "DeciderMet", "A", false, 50)]
    [InlineData(10, 0, "KpMet", "A", false, 80)]
    [InlineData(10, 0, "KpKnown", "A", false, 60)]
    [InlineData(10, 0, "Somebody", "A", false, 40)]
    [InlineData(10, 0, "Nobody", "A", false, 20)]
    [InlineData(10, 0, "DeciderMet", "B", false, 70)]
    [InlineData(10, 0, "DeciderMet", "C", false, 40)]
    [InlineData(10, 0, "DeciderMet", "D", false, 20)]
    [InlineData(10, 0, "DeciderMet", "E", false, 0)]
    [InlineData(10, 0, "DeciderMet", "D", true, 100)] // who has signed weighs as an A
    [InlineData(10, 0, "DeciderMet", "E", true, 0)]
    [InlineData(0, 0, "DeciderMet", "A", false, 0)]
    [InlineData(10, -3, "DeciderMet", "A", false, 100)] // a phone's clock that runs ahead
    public void Four_shares_multiplied(int parts, int daysAgo, string kp, string grade, bool closed, double points) =>
        AssetValue.Of(Known(parts, daysAgo, kp, grade, closed), Today, Options).Points.ShouldBe(points);

    [Fact]
    public void It_says_what_is_missing_and_what_is_left_in_a_month()
    {
        var view = AssetValue.Of(Known(8, 14, "DeciderMet", "A", false), Today, Options);

        view.Missing.ShouldBe([AssetPart.Time, AssetPart.Authority]);
        (view.Completeness, view.Freshness, view.DaysAgo).ShouldBe((0.8, 1, 14));
        view.Ahead.ShouldBe(Math.Round(80 * Math.Pow(0.5, 30 / 45d), 1));
        view.Ahead.ShouldBeLessThan(view.Points);
    }

    [Fact]
    public void Another_day_never_adds_anything()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(days => AssetValue.Of(Known(7, days, "KpMet", "B", false), Today, Options).Points)];

        values.ShouldBe(values.OrderDescending());
        values[^1].ShouldBeLessThan(1);
    }

    static AssetKnown Known(int parts, int daysAgo, string kp, string grade, bool closed) =>
        new(Enum.GetValues<AssetPart>().Take(parts).ToHashSet(), Today.AddDays(-daysAgo), Enum.Parse<KpDepth>(kp), Enum.Parse<Grade>(grade), closed);
}
