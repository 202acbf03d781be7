namespace Vesper.Ops.Demo;

/// <summary>A line of business: how its companies call themselves, how many people they have, and what brings them to us.</summary>
sealed record Trade(string Name, IReadOnlyList<string> Endings, int Least, int Most, IReadOnlyList<string> Needs);

/// <summary>The organisation sells export: a shop window abroad, inquiries, and the hand that leads through the first orders.</summary>
static class Trades
{
    public static readonly IReadOnlyList<Trade> All =
    [
        new("家具", ["家居", "家具", "木业", "沙发"], 40, 420, ["想把沙发直接卖到欧洲，不再只给外贸公司供货", "北美客户断了一半，急着找新买家", "展会一年花八十万，没有几个回头单"]),
        new("包装", ["包装", "彩印", "纸塑"], 30, 260, ["东南亚的饮料厂在找环保包装，不知道怎么接上", "想做可降解的出口，缺认证和询盘", "老客户压价，想自己找海外采购"]),
        new("五金", ["五金", "工具", "锁业", "紧固件"], 25, 350, ["给品牌代工利润太薄，想做自己的牌子出口", "中东询盘多，没人跟", "想接德国的小批量定制单"]),
        new("纸业", ["纸业", "纸品"], 60, 300, ["产能空了三成，想找海外订单", "想做一次性餐盒的欧美市场"]),
        new("照明", ["照明", "光电", "灯饰"], 35, 280, ["太阳能灯在非洲有需求，没有渠道", "国内价格战打不动，想走出去", "亚马逊退货多，想转做批发"]),
        new("纺织", ["纺织", "针织", "家纺", "布业"], 50, 600, ["面料想直接对接土耳其的成衣厂", "外贸员走了，客户也跟着走了", "想把床品卖到日本，缺样品册和报价单"]),
        new("机电", ["机电", "电机", "机械"], 40, 500, ["越南建厂的同行在找配套，想跟过去", "水泵想进南美，没有代理", "英文网站三年没有一个询盘"]),
        new("汽配", ["汽配", "汽车零部件", "橡塑"], 60, 700, ["售后件想做俄语区市场", "主机厂账期太长，想要现金流好的出口单"]),
        new("童车", ["童车", "玩具", "婴童用品"], 30, 320, ["欧盟新标准出来了，想趁这一波换客户", "义乌走货看不见终端，想知道谁在买"]),
        new("箱包", ["箱包", "皮具"], 30, 240, ["想做户外包的自有品牌", "跨境平台扣点太高，想做独立的询盘"]),
        new("电子", ["电子", "电器", "电气"], 45, 520, ["充电桩配件有人问，不知道价格怎么报", "想参加德国展会之前先摸一遍买家"]),
        new("塑业", ["塑业", "塑料", "模具"], 20, 260, ["模具订单靠朋友介绍，想有稳定来源", "收纳盒想做日本和韩国"]),
        new("厨具", ["厨具", "餐具", "不锈钢制品"], 35, 380, ["不粘锅想做酒店渠道的出口", "线下代理老了，第二代想换打法"]),
        new("阀门", ["阀门", "管业", "流体科技"], 40, 450, ["认证齐了，缺海外工程商", "中东项目要投标资料，没人会做"]),
        new("服装", ["服饰", "制衣", "羊绒"], 40, 480, ["快反小单想接欧洲设计师品牌", "工人稳定，订单不稳定"]),
        new("户外", ["户外用品", "运动器材", "帐篷"], 25, 300, ["露营热退了，库存想走海外", "想找北美的批发商，不想再做平台"]),
    ];

    const string First = "华瑞金恒宏嘉信永盛德鑫博远天海汇万立安科欧美新东益凯明力顺泰中兴百亿启晨云青宝佳丰国联正优雅卓锦龙长";
    const string Second = "丰隆达鼎宇源泰创诚辉腾业盛和利康佳润拓邦裕祥航峰图洋特奥森宝迪尔凯旺来晟铭邦力扬腾亚莱格乐科圣";

    /// <summary>A brand and an ending that no company of the demo has yet: 瑞鼎家居.</summary>
    public static string Name(Dice dice, Trade trade, HashSet<string> taken)
    {
        while (true)
        {
            var (first, second) = (First[dice.Below(First.Length)], Second[dice.Below(Second.Length)]);
            var name = $"{first}{second}{dice.Of(trade.Endings)}";
            if (first != second && taken.Add(name)) return name;
        }
    }
}
