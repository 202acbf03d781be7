using System.Globalization;

namespace Vesper.Journals.Mentions;

/// <summary>Numbers below ten thousand as people write them: 15, 1.5, 五, 十二, 五千, 三百二十.</summary>
static class ChineseNumber
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>Null when it is no plain number: 三五 means three to five.</summary>
    public static decimal? Of(string text)
    {
        if (text.Length == 0) return null;
        if (char.IsAsciiDigit(text[0])) return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? plain : null;

        var (sum, digit, last) = (0, -1, 10_000);
        foreach (var letter in text.Replace('两', '二'))
        {
            if (Digits.IndexOf(letter, StringComparison.Ordinal) is var value and >= 0)
            {
                if (digit > 0) return null;
                digit = value;
                continue;
            }
            var unit = letter switch { '十' => 10, '百' => 100, '千' => 1_000, _ => 0 };
            if (unit == 0 || unit >= last || (digit < 1 && (unit != 10 || sum > 0))) return null;
            sum += (digit < 1 ? 1 : digit) * unit;
            (digit, last) = (-1, unit);
        }
        return sum + Math.Max(digit, 0);
    }
}
