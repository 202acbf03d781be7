using System.Text.RegularExpressions;

namespace Vesper.Journals.Mentions;

/// <summary>A day as it is said: 明天, 下周三, 月底, 下月底, 三月, 3月15号, 15号, 年底. Of a span its last day counts; two days in one clause are none.</summary>
static partial class SpokenDay
{
    public static DateOnly? In(string clause, DateOnly today) => Said().Matches(clause) is [var only] ? Of(only, today) : null;

    static DateOnly? Of(Match said, DateOnly today)
    {
        string Part(string name) => said.Groups[name].Value;
        if (Part("near") is { Length: > 0 } near) return today.AddDays(near switch { "今天" => 0, "明天" => 1, "后天" => 2, _ => 3 });
        if (Part("weekday") is { Length: > 0 } weekday) return Weekday(Part("week"), "一二三四五六日".IndexOf(weekday is "天" ? "日" : weekday, StringComparison.Ordinal), today);
        if (Part("yearEnd").Length > 0) return new(today.Year + (Part("year") is "明年" ? 1 : 0), 12, 31);
        if (Part("thisMonth") is { Length: > 0 } month) return InMonth(FirstOf(today).AddMonths(month.StartsWith('下') ? 1 : 0), Part("part"));
        if (Part("onlyDay") is { Length: > 0 } only && Number(only) is >= 1 and <= 31 and var date) return On(FirstOf(today), date) is { } here && here >= today ? here : On(FirstOf(today).AddMonths(1), date);
        if (Number(Part("month")) is not (>= 1 and <= 12 and var number)) return null;

        var first = new DateOnly(today.Year + (Part("year") is "明年" || number < today.Month ? 1 : 0), number, 1);
        return Part("day").Length > 0 ? On(first, Number(Part("day")) ?? 0) : InMonth(first, Part("part"));
    }

    static DateOnly? Weekday(string week, int nth, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var date = monday.AddDays(nth + (week switch { "下下" => 14, "下" => 7, _ => 0 }));
        return date >= today ? date : week.Length == 0 ? date.AddDays(7) : null;
    }

    static DateOnly InMonth(DateOnly first, string part) => part switch { "初" => first.AddDays(9), "中旬" => first.AddDays(19), _ => first.AddMonths(1).AddDays(-1) };

    static DateOnly? On(DateOnly first, int date) => date >= 1 && date <= DateTime.DaysInMonth(first.Year, first.Month) ? first.AddDays(date - 1) : null;

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    static int? Number(string text) => (int?)ChineseNumber.Of(text);

    [GeneratedRegex(@"(?<near>大后天|今天|明天|后天)|(?<week>下下|下|这|本|)(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?<year>今年|明年|)(?<yearEnd>年底)|(?<thisMonth>本月|这个月|下个月|下月|(?<![0-9一二三四五六七八九十个])月(?=底))(?<part>底|初|中旬|)|(?<year>今年|明年|)(?<![0-9一二三四五六七八九十])(?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?(?:(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[号日]|(?<part>底|初|中旬|))(?![内后])|(?<![0-9一二三四五六七八九十月])(?<onlyDay>[0-9]{1,2}|[一二三四五六七八九十]{1,3})号")]
    private static partial Regex Said();
}
