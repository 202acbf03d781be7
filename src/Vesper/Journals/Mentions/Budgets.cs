using System.Text.RegularExpressions;

namespace Vesper.Journals.Mentions;

/// <summary>One sum of money that the customer is ready to spend: 预算 10 万, 最多出五千块. Prices, ranges, sums by the month and what others offer are left alone.</summary>
static partial class Budgets
{
    public static Mention? In(string clause)
    {
        if (!Speaks().IsMatch(clause) || Other().IsMatch(clause) || Spoken.Doubtful(clause)) return null;
        return Sum().Matches(clause) is [var only] && Fen(only) is { } fen ? new Mention(ProposalKind.Budget, clause, clause) { AmountFen = fen } : null;
    }

    static long? Fen(Match sum)
    {
        var (number, unit, tail, currency) = (sum.Groups["number"].Value, sum.Groups["unit"].Value, sum.Groups["tail"].Value, sum.Groups["currency"].Value);
        if (unit.Length + currency.Length == 0 && !number.Contains('百', StringComparison.Ordinal) && !number.Contains('千', StringComparison.Ordinal)) return null;
        if (ChineseNumber.Of(number) is not { } value) return null;

        var times = unit switch { "万" or "w" or "W" => 10_000, "千" or "k" or "K" => 1_000, _ => 1 };
        var yuan = (value * times) + (tail.Length > 0 && times > 1 ? (tail is "半" ? 5 : ChineseNumber.Of(tail) ?? 0) * times / 10 : 0);
        return yuan is >= 500 and <= 1_000_000_000 ? (long)(yuan * 100) : null;
    }

    [GeneratedRegex("预算|出得起|拿得出|能出|能拿出|愿意出|愿意花|肯花|肯出|准备花|准备投|打算花|打算投|最多出|最多花|批了")]
    private static partial Regex Speaks();

    [GeneratedRegex("没预算|没有预算|无预算|预算不|预算没|超预算|超出预算|砍|对手|同行|竞品|别家|报价|营业额|产值|销售额|流水|工资|每月|每个月|一个月|不肯|不愿")]
    private static partial Regex Other();

    // 三到五万, 8-10万, 五百多万, 10万件 are no sum.
    [GeneratedRegex(@"(?<![0-9零一二两三四五六七八九十百千万到至~—.-])(?<number>[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千]+)\s*(?<unit>[万wWkK]|(?<=[0-9])千)?(?<tail>(?<=[万千])[一二三四五六七八九半])?\s*(?<currency>块钱|块|元|人民币)?(?![0-9零一二两三四五六七八九十百千万多几来余到至~—%件台个套人平吨次双米张斤箱天年月号点成家-])")]
    private static partial Regex Sum();
}
