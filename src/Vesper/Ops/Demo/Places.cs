using Vesper.Kit.Geo;

namespace Vesper.Ops.Demo;

/// <summary>A town where companies are; its middle in WGS-84.</summary>
sealed record Town(string City, string Name, double Latitude, double Longitude);

/// <summary>Where the teams sell: industrial towns of Zhejiang.</summary>
static class Places
{
    public static readonly IReadOnlyList<Town> EastHangzhou =
    [
        new("杭州", "钱塘区下沙街道", 30.306, 120.345), new("杭州", "临平区东湖街道", 30.421, 120.303), new("杭州", "临平区乔司街道", 30.364, 120.288),
        new("杭州", "上城区九堡街道", 30.309, 120.269), new("杭州", "萧山区瓜沥镇", 30.188, 120.452), new("杭州", "萧山区新街街道", 30.214, 120.334),
        new("杭州", "钱塘区义蓬街道", 30.288, 120.488), new("杭州", "萧山区衙前镇", 30.166, 120.394),
    ];

    public static readonly IReadOnlyList<Town> WestHangzhou =
    [
        new("杭州", "余杭区闲林街道", 30.229, 120.017), new("杭州", "余杭区仓前街道", 30.289, 120.003), new("杭州", "余杭区瓶窑镇", 30.388, 119.967),
        new("杭州", "余杭区良渚街道", 30.378, 120.056), new("杭州", "西湖区三墩镇", 30.332, 120.081), new("杭州", "富阳区银湖街道", 30.112, 119.986),
        new("杭州", "临安区青山湖街道", 30.245, 119.791), new("杭州", "富阳区东洲街道", 30.068, 120.018),
    ];

    public static readonly IReadOnlyList<Town> Ningbo =
    [
        new("宁波", "鄞州区姜山镇", 29.779, 121.553), new("宁波", "北仑区大碶街道", 29.898, 121.821), new("宁波", "慈溪市周巷镇", 30.176, 121.131),
        new("宁波", "慈溪市观海卫镇", 30.161, 121.411), new("宁波", "余姚市泗门镇", 30.158, 121.034), new("宁波", "镇海区骆驼街道", 29.965, 121.572),
        new("宁波", "奉化区溪口镇", 29.680, 121.276), new("宁波", "海曙区集士港镇", 29.871, 121.447),
    ];

    public static readonly IReadOnlyList<Town> Taizhou =
    [
        new("台州", "路桥区金清镇", 28.503, 121.507), new("台州", "黄岩区北城街道", 28.672, 121.257), new("台州", "温岭市大溪镇", 28.467, 121.270),
        new("台州", "玉环市楚门镇", 28.228, 121.283), new("台州", "椒江区洪家街道", 28.613, 121.389),
    ];

    /// <summary>Further teams of a larger organisation, in this order.</summary>
    public static readonly IReadOnlyList<(string Team, string City, IReadOnlyList<Town> Towns)> More =
    [
        ("台州战队", "台州", Taizhou),
        ("温州战队", "温州", [new("温州", "瑞安市塘下镇", 27.837, 120.691), new("温州", "乐清市柳市镇", 28.036, 120.894), new("温州", "瓯海区梧田街道", 27.962, 120.664)]),
        ("金华战队", "金华", [new("金华", "永康市经济开发区", 28.917, 120.036), new("金华", "义乌市稠江街道", 29.291, 120.037), new("金华", "武义县桐琴镇", 28.866, 119.940)]),
        ("绍兴战队", "绍兴", [new("绍兴", "柯桥区钱清街道", 30.149, 120.421), new("绍兴", "诸暨市大唐街道", 29.652, 120.147), new("绍兴", "上虞区曹娥街道", 30.021, 120.862)]),
        ("嘉兴战队", "嘉兴", [new("嘉兴", "海宁市许村镇", 30.411, 120.399), new("嘉兴", "桐乡市濮院镇", 30.691, 120.629), new("嘉兴", "平湖市新埭镇", 30.796, 121.060)]),
        ("湖州战队", "湖州", [new("湖州", "安吉县递铺街道", 30.639, 119.681), new("湖州", "德清县雷甸镇", 30.514, 120.131), new("湖州", "南浔区练市镇", 30.695, 120.404)]),
        ("衢州战队", "衢州", [new("衢州", "龙游县东华街道", 29.021, 119.186), new("衢州", "江山市双塔街道", 28.752, 118.617), new("衢州", "柯城区白云街道", 28.964, 118.853)]),
        ("丽水战队", "丽水", [new("丽水", "缙云县壶镇镇", 28.817, 120.259), new("丽水", "莲都区水阁街道", 28.416, 119.884), new("丽水", "青田县温溪镇", 28.194, 120.367)]),
    ];

    static readonly string[] Roads =
    [
        "振兴路", "兴业路", "创业路", "工业园路", "科技路", "迎宾大道", "望江路", "长安路", "新城大道", "文教路", "春晖路", "永安路", "富强路", "纬三路", "经五路", "塘康路", "红十五线", "通港路", "滨河路", "纺城大道",
    ];

    /// <summary>杭州市临平区乔司街道振兴路 128 号, and a point within a mile of the town's middle.</summary>
    public static (string Address, Point At) Address(Dice dice, Town town)
    {
        var gate = dice.Chance(0.3) ? $"{dice.Between(1, 9)} 幢" : "";
        var address = $"{town.City}市{town.Name}{dice.Of(Roads)} {dice.Between(3, 688)} 号{gate}";
        return (address, new(Math.Round(town.Latitude + ((dice.Share() - 0.5) * 0.03), 6), Math.Round(town.Longitude + ((dice.Share() - 0.5) * 0.034), 6)));
    }
}
