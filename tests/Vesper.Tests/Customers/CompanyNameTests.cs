using Vesper.Customers;
using Xunit.Abstractions;

namespace Vesper.Tests.Customers;

public sealed class CompanyNameTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("杭州云顶家居有限公司", "杭州", "云顶家居", "杭州", true)]
    [InlineData("云顶家居（集团）股份有限公司", "", "杭州雲頂家居有限公司", "杭州市", true)]
    [InlineData("Ｙｕｎｄｉｎｇ Furniture Co., Ltd.", "", "yunding furniture", "", true)]
    [InlineData("云顶家居", "杭州", "云顶家居", "宁波", false)]
    [InlineData("浙江云顶家居有限公司", "", "云顶家居", "南京", false)]
    [InlineData("金桥童车", "金华", "义乌市金桥童车有限公司", "", true)]
    [InlineData("金桥童车", "永康", "义乌市金桥童车有限公司", "", false)]
    [InlineData("杭州云顶家居有限公司宁波分公司", "", "杭州云顶家居有限公司", "", false)]
    [InlineData("杭州云顶家居有限公司滨江分公司", "", "云顶家居", "杭州", true)]
    [InlineData("吉安家居", "杭州", "家居", "杭州", false)]
    [InlineData("云顶家具", "杭州", "云顶家居", "杭州", false)]
    [InlineData("有限公司", "", "有限公司", "", true)]
    [InlineData("杭州公司", "杭州", "杭州集团", "杭州", false)]
    [InlineData("（）", "", "云顶家居", "", false)]
    [InlineData("🏠", "", "🏡", "", false)]
    public void Names_are_compared_without_what_every_company_has(string one, string city, string other, string otherCity, bool same)
    {
        CompanyName.Of(one, city).Same(CompanyName.Of(other, otherCity)).ShouldBe(same);
        CompanyName.Of(other, otherCity).Same(CompanyName.Of(one, city)).ShouldBe(same);
    }

    [Theory]
    [InlineData("云顶家居", "杭州", "云顶家具", "杭州", true)] // a character
    [InlineData("杭州云顶家居有限公司", "", "云顶家俱", "杭州", true)]
    [InlineData("云鼎家居", "", "云顶家居", "杭州", true)] // by its sound
    [InlineData("宁波青禾包装", "宁波", "青禾包装材料", "", true)]
    [InlineData("yunding furniture", "", "yunding furnitures ltd", "", true)]
    [InlineData("云顶家居", "杭州", "云顶家具", "宁波", false)]
    [InlineData("云顶家居", "", "天鼎家居", "", false)]
    [InlineData("恒泰五金", "", "恒达五金", "", false)]
    [InlineData("华东精密机械制造", "", "华强精密机械制造", "", false)]
    [InlineData("沈阳第一机床厂", "", "沈阳第二机床厂", "", false)]
    public void A_name_that_is_nearly_the_same_is_worth_a_look(string one, string city, string other, string otherCity, bool similar)
    {
        var (mine, theirs) = (CompanyName.Of(one, city), CompanyName.Of(other, otherCity));

        mine.Similar(theirs).ShouldBe(similar);
        theirs.Similar(mine).ShouldBe(similar);
        if (similar) NameMarks.OfLike(mine).Intersect(NameMarks.Of(theirs)).ShouldNotBeEmpty("what is similar must be found by the index");
    }

    [Fact]
    public void Of_the_labelled_pairs_it_blocks_the_same_and_warns_of_the_similar()
    {
        var pairs = Pairs();
        pairs.Count.ShouldBeGreaterThanOrEqualTo(400);

        var blocks = Measure("blocks", pairs.ConvertAll(pair => (pair, Is: pair.Label == "=", Said: pair.One.Same(pair.Other))));
        var tells = Measure("blocks or warns", pairs.ConvertAll(pair => (pair, Is: pair.Label != "!", Said: pair.One.Same(pair.Other) || pair.One.Similar(pair.Other))));
        var found = Measure("found by the index", pairs.FindAll(pair => pair.One.Same(pair.Other) || pair.One.Similar(pair.Other)).ConvertAll(pair => (pair, Is: true, Said: ByMarks(pair))));

        blocks.Precision.ShouldBeGreaterThanOrEqualTo(0.98);
        blocks.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        tells.Precision.ShouldBeGreaterThanOrEqualTo(0.98);
        tells.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        found.Recall.ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Theory]
    [InlineData("云", 300)]
    [InlineData("a", 300)]
    [InlineData("有限公司", 75)]
    [InlineData("（", 300)]
    [InlineData("杭州市", 100)]
    [InlineData("🏠", 150)]
    public void No_name_is_too_long_or_too_odd(string piece, int times)
    {
        var name = CompanyName.Of(string.Concat(Enumerable.Repeat(piece, times)), "杭州");

        name.Same(name).ShouldBeTrue();
        NameMarks.Of(name).Count().ShouldBeLessThanOrEqualTo(20);
    }

    static bool ByMarks(Pair pair) =>
        (pair.One.Same(pair.Other) ? NameMarks.OfSame(pair.One) : NameMarks.OfLike(pair.One)).Intersect(NameMarks.Of(pair.Other)).Any();

    (double Precision, double Recall) Measure(string what, List<(Pair Pair, bool Is, bool Said)> pairs)
    {
        double right = pairs.Count(pair => pair.Is && pair.Said), said = pairs.Count(pair => pair.Said), all = pairs.Count(pair => pair.Is);
        output.WriteLine($"{what}: precision {right / said:P1} ({right} of {said}), recall {right / all:P1} (of {all})");
        foreach (var (pair, _, _) in pairs.Where(pair => pair.Is != pair.Said)) output.WriteLine($"  {pair}");
        return (right / said, right / all);
    }

    static List<Pair> Pairs()
    {
        using var file = new StreamReader(typeof(CompanyNameTests).Assembly.GetManifestResourceStream("company-names.tsv")!);
        return [.. file.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(part => new Pair(part[0], CompanyName.Of(part[1], part[2]), CompanyName.Of(part[3], part[4])))];
    }

    sealed record Pair(string Label, CompanyName One, CompanyName Other);
}
