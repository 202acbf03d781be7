namespace Vesper.Ops.Demo;

/// <summary>Chinese names as they are met in Zhejiang, and what colleagues make of them.</summary>
static class Names
{
    static readonly string[] Family =
    [
        "陈", "王", "林", "周", "徐", "沈", "郑", "钱", "孙", "吴", "朱", "胡", "俞", "金", "叶", "潘", "方", "蒋", "余", "项",
        "董", "章", "陆", "姚", "夏", "邵", "童", "丁", "卢", "傅", "楼", "屠", "冯", "毛", "戴", "谢", "应", "阮", "骆", "倪",
    ];

    static readonly string[] Women =
    [
        "晓雯", "佳怡", "雨桐", "婷婷", "丽娜", "思琪", "梦洁", "静", "敏", "倩", "莉", "雪梅", "艳红", "秀英", "小芬", "巧玲", "慧敏", "美娟", "文君", "海燕",
        "晨曦", "可欣", "诗雅", "圆圆", "春兰", "玉芳", "彩霞", "欣怡", "若溪", "月华",
    ];

    static readonly string[] Men =
    [
        "建国", "志强", "海波", "国平", "明辉", "晓东", "永康", "文斌", "立新", "俊杰", "浩然", "伟", "哲", "凯", "磊", "鹏飞", "金龙", "水根", "荣华", "利民",
        "一帆", "天宇", "子豪", "家明", "云飞", "宏伟", "剑锋", "学军", "少华", "卫东",
    ];

    /// <summary>A name that this dice has not given yet.</summary>
    public static string New(Dice dice, HashSet<string> taken)
    {
        while (true)
        {
            var name = Any(dice);
            if (taken.Add(name)) return name;
        }
    }

    public static string Any(Dice dice) => dice.Of(Family) + (dice.Chance(0.4) ? dice.Of(Women) : dice.Of(Men));

    /// <summary>小周, 阿凯, 婷婷, 老郑: the first that nobody in the organisation has.</summary>
    public static string Short(Dice dice, string name, HashSet<string> taken)
    {
        var (family, last) = (name[..1], name[^1..]);
        string[] ways = dice.Below(4) switch
        {
            0 => ["小" + family, "阿" + last, last + last],
            1 => ["阿" + last, "小" + last, "小" + family],
            2 => name.Length == 3 ? [name[1..], "阿" + last, "小" + family] : [last + last, "小" + last],
            _ => [last + last, "阿" + last, "小" + last],
        };
        var chosen = ways.FirstOrDefault(way => !taken.Contains(way)) ?? name;
        taken.Add(chosen);
        return chosen;
    }
}
