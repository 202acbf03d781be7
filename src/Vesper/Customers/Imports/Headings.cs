using Vesper.Kit.Text;

namespace Vesper.Customers.Imports;

/// <summary>Guesses what a column holds from its heading, as lists in Chinese and English are headed.</summary>
static class Headings
{
    /// <summary>Above the headings a list may carry its title and a date.</summary>
    public const int Above = 10;

    // The order decides: 联系人电话 is a phone and 客户简称 a short name, before 客户 is a name.
    static readonly (ImportField Field, string[] Words)[] Known =
    [
        (ImportField.NextOn, ["下次跟进", "下次联系", "下次拜访", "跟进日期", "跟进时间", "下次日期", "next date", "next contact", "next on", "follow up on", "follow-up date"]),
        (ImportField.NextStep, ["下一步", "跟进计划", "后续", "next step", "next action"]),
        (ImportField.Owner, ["负责人", "业务员", "销售员", "销售代表", "跟进人", "所有人", "归属", "owner", "sales rep", "sales agent", "assigned", "account manager"]),
        (ImportField.Phone, ["手机", "电话", "联系方式", "phone", "mobile", "tel"]),
        (ImportField.Title, ["职务", "职位", "岗位", "job title", "position", "title"]),
        (ImportField.Contact, ["联系人", "关键人", "对接人", "kp", "contact"]),
        (ImportField.ShortName, ["简称", "short name", "alias"]),
        (ImportField.Employees, ["人数", "员工数", "规模", "employees", "headcount", "company size"]),
        (ImportField.Industry, ["行业", "industry", "sector"]),
        (ImportField.Address, ["地址", "address", "street"]),
        (ImportField.City, ["城市", "所在地", "所在市", "city", "office_location", "location"]),
        (ImportField.Name, ["公司", "客户", "企业", "单位", "名称", "company", "customer", "account", "organisation", "organization", "name"]),
    ];

    public static ImportField Of(string heading)
    {
        var folded = Fold.Of(heading);
        foreach (var (field, words) in Known)
            if (words.Any(word => folded.Contains(word, StringComparison.Ordinal))) return field;
        return ImportField.Ignore;
    }

    /// <summary>A field for each column, and each field once: what was remembered goes before what is guessed, the left before the right.</summary>
    public static IReadOnlyList<ImportField> Guess(IReadOnlyList<string> headings, IReadOnlyDictionary<string, ImportField> remembered)
    {
        var fields = new ImportField[headings.Count];
        var taken = new HashSet<ImportField>();
        for (var i = 0; i < fields.Length; i++)
            if (remembered.TryGetValue(Fold.Of(headings[i]), out var field) && field is not ImportField.Ignore && taken.Add(field)) fields[i] = field;
        for (var i = 0; i < fields.Length; i++)
            if (fields[i] is ImportField.Ignore && !remembered.ContainsKey(Fold.Of(headings[i])) && Of(headings[i]) is not ImportField.Ignore and var field && taken.Add(field)) fields[i] = field;
        return fields;
    }

    /// <summary>Which of the first rows heads the columns: the one most words of which are known; the first, where none is.</summary>
    public static int Find(IReadOnlyList<TableRow> first) =>
        first.Take(Above).Select((row, i) => (Known: row.Cells.Where(cell => cell.Length <= 20).Select(Of).Distinct().Count(field => field is not ImportField.Ignore), i))
            .OrderByDescending(row => row.Known).ThenBy(row => row.i).Select(row => row.i).FirstOrDefault();
}
