using System.Text.RegularExpressions;
using Vesper.Kit.Text.Han;

namespace Vesper.Customers;

/// <summary>What of a company's core is its brand (恒达) and what only its trade (五金机械): two brands of one trade look alike and are not.</summary>
static partial class NameParts
{
    /// <summary>The core without the words of its trade behind; empty where it has nothing else.</summary>
    public static string Brand(string core) => Trades().Replace(core, "");

    /// <summary>More than a trade is left: 杭州家具 is known by its place, 杭州云顶家具 is not.</summary>
    public static bool Identifies(string core) => core.Length >= 2 && Brand(core).Length > 0;

    /// <summary>Letter by letter alike and different all the same: 第一机床 and 第二机床, 恒达五金 and 恒泰五金.</summary>
    public static bool Apart(string one, string other)
    {
        var front = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(one.Length, other.Length) - front;
        var behind = one.Reverse().Zip(other.Reverse()).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();
        var (middle, otherMiddle) = (one[front..^behind], other[front..^behind]);
        if (middle.Length > 0 && otherMiddle.Length > 0 && (middle + otherMiddle).All(letter => Counts.Contains(letter, StringComparison.Ordinal) || char.IsAsciiDigit(letter))) return true;
        var (brand, otherBrand) = (Brand(one), Brand(other));
        return brand.Length == 2 && otherBrand.Length == 2 && brand != otherBrand && !SoundsLike(brand, otherBrand);
    }

    /// <summary>Typed by sound, as everybody types: 云鼎 for 云顶.</summary>
    public static bool SoundsLike(string one, string other) => one.Length == other.Length && Sound(one) is { } sound && sound == Sound(other);

    /// <summary>The first reading of each character; null where there is nothing Chinese.</summary>
    public static string? Sound(string core) =>
        core.Any(letter => HanTables.ReadingsOf(letter).Count > 0)
            ? string.Join('\'', core.Select(letter => HanTables.ReadingsOf(letter) is [var first, ..] ? first : letter.ToString()))
            : null;

    const string Counts = "一二三四五六七八九十百千甲乙丙丁东南西北中上下前后";

    [GeneratedRegex(
        "(?:家居|家具|家私|家纺|沙发|床垫|木业|木门|门业|门窗|橱柜|建材|材料|新材料|装饰|装潢|五金|工具|机械|机电|机床|电器|电子|电气|电机|电缆|电线|电源|照明|灯饰|灯具|光电|光学|塑料|塑胶|塑业|橡塑|橡胶|包装|印刷|彩印|纸业|纸品|"
        + "纺织|印染|化纤|服饰|服装|制衣|针织|鞋业|鞋服|皮革|箱包|化工|涂料|科技|信息|网络|软件|数码|智能|技术|实业|工贸|贸易|商贸|外贸|进出口|国际|电子商务|商务|物流|运输|货运|仓储|供应链|食品|饮料|饮品|茶业|酒业|农业|农产品|生物|医药|医疗|器械|药业|"
        + "汽车|汽配|车业|童车|车辆|电动车|自行车|精密|制造|模具|轴承|阀门|泵业|液压|铸造|锻造|钢构|钢结构|钢铁|金属|金属制品|制品|不锈钢|铝业|铜业|玻璃|陶瓷|卫浴|洁具|厨具|厨卫|用品|日用品|工艺品|工艺|礼品|玩具|文具|体育|健身|文化|传媒|广告|咨询|管理|服务|投资|"
        + "置业|地产|房地产|物业|建设|工程|建筑|园林|景观|环保|新能源|能源|电力|设备|成套设备|自动化|仪器|仪表|配件|零部件|产品|发展|产业|开发|工业|设计|餐饮|酒店|超市|教育|培训|旅游|养殖|种业|饲料|厂|店|行|社|部|院)+$")]
    private static partial Regex Trades();
}
