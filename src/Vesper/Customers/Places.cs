using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Vesper.Customers;

/// <summary>A place in a company's name. Both are short (浙江, 杭州); City is empty for a province, and for the whole country both are.</summary>
readonly record struct Place(string Province, string City)
{
    public static readonly Place Nowhere = new("", "");
}

/// <summary>The provinces of China with their cities, and of county towns those that are many companies' own: what stands in front of a name and does not identify.</summary>
static partial class Places
{
    // province: cities; a county town behind the city it belongs to, in brackets.
    const string All = """
        北京: 北京
        天津: 天津
        上海: 上海
        重庆: 重庆
        河北: 石家庄 唐山 秦皇岛 邯郸 邢台 保定(雄安) 张家口 承德 沧州 廊坊(霸州 香河) 衡水
        山西: 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
        内蒙古: 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布
        辽宁: 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
        吉林: 长春 四平 辽源 通化 白山 松原 白城 延边(延吉)
        黑龙江: 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
        江苏: 南京 无锡(江阴 宜兴) 徐州 常州(溧阳) 苏州(昆山 常熟 张家港 太仓) 南通(启东 如皋 海门) 连云港 淮安 盐城 扬州 镇江(丹阳) 泰州(靖江 泰兴) 宿迁
        浙江: 杭州(建德) 宁波(慈溪 余姚) 温州(乐清 瑞安) 嘉兴(海宁 桐乡 平湖 嘉善) 湖州(德清 安吉 长兴) 绍兴(诸暨 嵊州) 金华(义乌 永康 东阳 兰溪 武义) 衢州 舟山 台州(温岭 玉环 临海) 丽水(龙泉)
        安徽: 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
        福建: 福州(福清 长乐) 厦门 莆田 三明 泉州(晋江 石狮 南安 安溪) 漳州 南平 龙岩 宁德
        江西: 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州(南康) 吉安 宜春 抚州 上饶
        山东: 济南 青岛(胶州 即墨) 淄博 枣庄 东营 烟台(龙口) 潍坊(寿光 诸城) 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
        河南: 郑州(新郑) 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店
        湖北: 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施
        湖南: 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底
        广东: 广州 韶关 深圳 珠海 汕头 佛山(顺德 南海) 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
        广西: 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
        海南: 海口 三亚 儋州
        四川: 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳
        贵州: 贵阳 六盘水 遵义 安顺 毕节 铜仁
        云南: 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理
        西藏: 拉萨 日喀则
        陕西: 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
        甘肃: 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南
        青海: 西宁 海东
        宁夏: 银川 石嘴山 吴忠 固原 中卫
        新疆: 乌鲁木齐 克拉玛依 喀什 石河子
        香港: 香港
        澳门: 澳门
        台湾: 台北 高雄 台中 台南
        """;

    /// <summary>A county town by itself is known by this name and not by its city's.</summary>
    static readonly FrozenDictionary<string, (Place Place, string Within)> Known = Read();
    static readonly int Longest = Known.Keys.Max(name => name.Length);

    /// <summary>The place a folded text begins with, and how much of the text it takes: 杭州市, 浙江省, 中国.</summary>
    public static (Place Place, int Length)? At(string text)
    {
        for (var length = Math.Min(Longest, text.Length); length >= 2; length--)
            if (Known.TryGetValue(text[..length], out var found))
                return (found.Place, length + (text.AsSpan(length) is ['市' or '省' or '县', ..] ? 1 : 0));
        return null;
    }

    /// <summary>A city as somebody wrote it into its field: 杭州, 杭州市, 浙江省杭州市, 浙江杭州. What is not known is taken as it is.</summary>
    public static Place Of(string folded)
    {
        var (rest, place) = (folded, Place.Nowhere);
        while (At(rest) is { } at && rest.Length > 0)
        {
            place = new(at.Place.Province, at.Place.City.Length > 0 ? at.Place.City : place.City);
            rest = rest[at.Length..];
        }
        return rest.Length == 0 || place.City.Length > 0 ? place : new(place.Province, rest.Length > 2 ? rest.TrimEnd('市', '县') : rest);
    }

    /// <summary>Nothing says that they lie apart: a province holds its cities, a city its county towns, and what is not known may be anywhere.</summary>
    public static bool MayBeOne(Place one, Place other)
    {
        if (one.Province.Length > 0 && other.Province.Length > 0 && one.Province != other.Province) return false;
        return one.City.Length == 0 || other.City.Length == 0 || one.City == other.City || CityOf(one.City) == other.City || one.City == CityOf(other.City);
    }

    /// <summary>The city a county town belongs to (义乌 → 金华); any other stays.</summary>
    public static string CityOf(string town) => Known.TryGetValue(town, out var found) && found.Within.Length > 0 ? found.Within : town;

    static FrozenDictionary<string, (Place, string)> Read()
    {
        var known = new Dictionary<string, (Place, string)>(StringComparer.Ordinal) { ["中国"] = (Place.Nowhere, "") };
        foreach (var line in All.Split('\n', StringSplitOptions.TrimEntries))
        {
            var province = line[..line.IndexOf(':', StringComparison.Ordinal)];
            known[province] = (new(province, ""), "");
            foreach (Match found in CityWithTowns().Matches(line[(province.Length + 1)..]))
            {
                var city = found.Groups["city"].Value;
                known[city] = (new(province, city), "");
                foreach (var town in found.Groups["towns"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) known[town] = (new(province, town), city);
            }
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<city>[^\s()]+)(?:\((?<towns>[^)]*)\))?")]
    private static partial Regex CityWithTowns();
}
