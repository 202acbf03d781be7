using System.Text.RegularExpressions;

namespace Vesper.Journals.Mentions;

/// <summary>
/// 姓 + 总 · 经理 · 主任 · 老板 · 董事长 …, at the beginning of a clause or behind a word that a name may follow. A telephone number belongs to a person only when its
/// sentence names one of each.
/// </summary>
static partial class People
{
    public static IEnumerable<Mention> In(string sentence, IReadOnlyCollection<string> ours)
    {
        var named = Name().Matches(sentence).Where(IsPerson).Select(match => (Surname: match.Groups["surname"].Value, Title: match.Groups["title"].Value)).Distinct().ToList();
        var phones = Phone().Matches(sentence).Select(match => Separators().Replace(match.Value, "")).Distinct().ToList();
        var phone = named.Count == 1 && phones.Count == 1 ? phones[0] : "";
        return named.Where(one => !ours.Contains(one.Surname + one.Title)).Select(one => new Mention(ProposalKind.Contact, one.Surname + one.Title, sentence)
        {
            Title = one.Title is "总" or "老板" ? "" : one.Title, Phone = phone,
        });
    }

    /// <summary>
    /// The one number of a text that names nobody: 前台给了采购的手机 138…. Who it belongs to is called by what is said before it, else by its last four digits. Numbers of our own
    /// people, of others' and of nobody are left alone.
    /// </summary>
    public static Mention? Unnamed(string text)
    {
        if (Phone().Matches(text) is not [var only] || !Given().IsMatch(text) || NotTheirs().IsMatch(text)) return null;
        var (phone, holder) = (Separators().Replace(only.Value, ""), Holder().Matches(text[..only.Index]) is [.., var last] ? last.Value : "");
        return new(ProposalKind.Contact, $"{holder} …{phone[^4..]}".TrimStart(), text) { Title = holder is "老板" ? "" : holder, Phone = phone };
    }

    static bool IsPerson(Match match)
    {
        var (surname, title, before, after) = (match.Groups["surname"].Value, match.Groups["title"].Value, match.Groups["before"].Value, match.Groups["after"].Value);
        if (surname is "方" && before is "对") return false; // 对方经理
        if (surname is "何" && before is "为") return false; // 为何经理不见我
        return title switch
        {
            "总" when "经监裁量额数部体共价结计汇归之算公代工".Contains(after, StringComparison.Ordinal) && after.Length > 0 => false,
            "总" when "钱方高常文易白金石马".Contains(surname, StringComparison.Ordinal) && "是在要会能得不想觉有".Contains(after, StringComparison.Ordinal) && after.Length > 0 => false, // 付了钱总要开票
            "总" when after is "是" => false, // 总是
            "经理" when after is "解" or "论" or "由" => false, // 曾经理解过
            "主管" when after is "部" or "机" or "单" => false,
            _ => true,
        };
    }

    const string Surnames =
        "欧阳|司马|上官|诸葛|慕容|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文]";

    [GeneratedRegex(@"(?<=^|(?<before>[^\u4e00-\u9fff]|[见找约跟和与给让叫请问由是的到了陪该其位访系听说但而为被把对])|采购|财务|行政|外贸|销售|技术|生产|市场|人事|仓库|老板)(?<surname>" + Surnames + @")(?<title>董事长|副总经理|总经理|副总|总监|总裁|厂长|部长|科长|处长|店长|经理|主任|主管|老板|总)(?=(?<after>.?))")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex("电话|手机|号码|微信|联系方式|座机|分机|号给")]
    private static partial Regex Given();

    [GeneratedRegex("我的|我手机|我电话|我微信|咱|我们|对手|同行|竞品|物业|快递|维修|司机|打不通|空号|停机|错号|不对|吗|？|\\?")]
    private static partial Regex NotTheirs();

    [GeneratedRegex("老板娘|老板|采购|财务|厂长|总监|经理|行政|助理|秘书|前台|会计|门卫|技术|外贸")]
    private static partial Regex Holder();

    [GeneratedRegex("[ -]")]
    private static partial Regex Separators();
}
