using Vesper.Customers;
using Vesper.Field;

namespace Vesper.Ops.Demo;

/// <summary>What a rep notes at the door: note and the next step that follows from it. {kp} is the key person.</summary>
sealed record Said(string Note, string Next = "");

/// <summary>Sentences by stage and outcome, as people write them with one thumb.</summary>
static class VisitWords
{
    public static Said Of(Dice dice, Stage stage, VisitOutcome outcome, bool kpMet, string kp)
    {
        var said = dice.Of((stage, outcome, kpMet) switch
        {
            (_, VisitOutcome.Won, _) => Signed,
            (_, VisitOutcome.Rejected, _) => stage is Stage.Develop ? Refused : Lost,
            (Stage.Develop, VisitOutcome.Advanced, _) => DoorOpened,
            (Stage.Develop, _, true) => KpAtTheDoor,
            (Stage.Develop, _, _) => DoorAjar,
            (Stage.Follow, VisitOutcome.Advanced, true) => NeedConfirmed,
            (Stage.Follow, _, true) => KpUndecided,
            (Stage.Follow, _, _) => KpAway,
            (Stage.Close, VisitOutcome.Advanced, _) => PriceTalked,
            (Stage.Close, _, true) => PriceStuck,
            (Stage.Close, _, _) => KpAway,
            _ => AfterSigning,
        });
        return new(said.Note.Replace("{kp}", kp, StringComparison.Ordinal), said.Next.Replace("{kp}", kp, StringComparison.Ordinal));
    }

    public static string Purpose(Dice dice, Stage stage) => dice.Of(stage switch
    {
        Stage.Develop => Begin,
        Stage.Follow => Follow,
        Stage.Close => Close,
        _ => Care,
    });

    public static string Help(Dice dice, Stage stage) => dice.Of(stage switch
    {
        Stage.Develop => HelpAtTheDoor,
        Stage.Follow => HelpToTheKp,
        _ => HelpWithThePrice,
    });

    public static string LostReason(Dice dice) => dice.Of(LostReasons);

    static readonly string[] Begin = ["找到管外贸的人", "认识老板娘，问清谁拍板", "把上次答应的行业数据送过去", "看车间，问产能空多少", "第一次上门，只问一个问题：想做外贸吗"];
    static readonly string[] Follow = ["见关键人，确认需求", "约老板看两个同行案例", "问清预算和决定时间", "和财务对一遍投入产出", "请他看后台的真实询盘"];
    static readonly string[] Close = ["带合同，谈付款方式", "把套餐讲透，报价", "解决价格异议", "确认签约时间", "陪老板算第一年的账"];
    static readonly string[] Care = ["回访，看询盘跟得怎么样", "帮他回前三封询盘", "问问有没有老板朋友可以介绍", "上线检查，改首页图片"];

    static readonly string[] HelpAtTheDoor = ["前台说老板不见推销的，连问三次都挡住，谁有办法？", "只肯加微信不肯见面，怎么约？", "门卫要预约单，谁认识园区招商办？"];
    static readonly string[] HelpToTheKp = ["关键人一直说在外地，有没有人认识他？", "老板让我找外贸经理，经理让我找老板，怎么破？", "问需求只说再看看，谁有问得深的办法？"];
    static readonly string[] HelpWithThePrice = ["对手报价低三成，谁有同类案例？", "财务说今年没有预算，能不能分期？", "老板要独家地区承诺，公司能给吗？"];

    static readonly Said[] Signed =
    [
        new("{kp}当场签了，说就冲你们跑了这么多趟", "三天内开通，带客服来培训"), new("和{kp}算了两遍账，中午签字盖章", "首付款今天到，明天建群"),
        new("{kp}带我见了他父亲，两个人一起定的", "下周拍产品图"),
    ];

    static readonly Said[] Refused =
    [
        new("前台直接说不需要，没让进"), new("“去年买过别家的，不想再谈”"), new("老板在电话里说以后再说，听得出不耐烦"), new("门口挂着谢绝推销，递了资料没人接"),
        new("“外贸？我们内销都来不及做”"), new("等了四十分钟，出来说老板走后门了"), new("“你们这种一天来三拨”，没让坐"), new("行政收了名片，说别再来了"),
        new("“现在行情这么差，花什么钱”"), new("说厂要搬，明年再看"),
    ];

    static readonly Said[] Lost =
    [
        new("{kp}说和另一家签了，价格低两成", "三个月后回访"), new("股东没谈拢，项目停了", "年底再问一次"), new("“儿子说先自己做平台试试”", "两个月后看他试得怎样"),
        new("预算被设备占了，明确说今年不做", "开年后第一周再去"), new("{kp}嫌首付比例高，谈崩了", "问主管有没有别的付款方式"),
    ];

    static readonly Said[] DoorOpened =
    [
        new("见到厂长，带我看了车间，产能空三成", "约{kp}，周内再来"), new("老板娘肯聊，说出口的事归{kp}管", "通过老板娘约{kp}"), new("和外贸员聊了二十分钟，问到去年出口额", "带同行案例来见{kp}"),
        new("正好赶上他们在打样，被请进去坐了", "把展会买家名单整理一份送来"), new("保安认识我了，直接放进去，见到副总", "准备三页资料给{kp}"), new("采购说他们正为外贸发愁，要了资料", "三天内电话约{kp}"),
    ];

    static readonly Said[] DoorAjar =
    [
        new("{kp}不在，留了资料和名片", "下周上午再来，他一般十点前在"), new("老板在开会，前台答应转交", "打电话确认收到没有"), new("加了办公室主任微信", "发两个同行案例给他"), new("说要出差，回来再约", "下周三前再联系"),
        new("只见到仓库的人，打听到老板每周一在厂里", "周一早上来"), new("坐了十分钟，对方一直接电话", "换个时间，约在下班前"),
    ];

    static readonly Said[] KpAtTheDoor =
    [
        new("{kp}站在门口聊了五分钟，说先看看资料", "两天后问看了没有"), new("{kp}在，说外贸一直是别人在管", "问清是谁在管"), new("{kp}认得我了，倒了杯茶，没往深里说", "带一个同行案例再来"),
        new("{kp}问了价就没下文", "先不谈价，问他最缺什么"), new("碰上{kp}在装货，边走边聊，说下半年再看", "下个月初再来一次"),
    ];

    static readonly Said[] NeedConfirmed =
    [
        new("见到{kp}，承认老客户断了两个，急着找新的", "带方案和报价"), new("{kp}主动问多少钱，问了三遍", "准备分期方案"), new("{kp}把今年的出口计划给我看了", "按他的计划做一份国家名单"),
        new("{kp}说儿子也想做，三个人一起聊了半小时", "约父子两个一起看案例"), new("和{kp}对完了产品线，他定了两个主打款", "出样稿，后天送来"),
    ];

    static readonly Said[] KpUndecided =
    [
        new("{kp}说要和股东商量", "周五前问结果"), new("{kp}见是见了，一直说再看看", "带他去看签了的客户"), new("{kp}关心效果，问能不能先试后付", "问主管能给什么承诺"), new("聊得不错，但{kp}没松口什么时候定", "下次把决定时间问出来"),
    ];

    static readonly Said[] KpAway =
    [
        new("{kp}出国了，下周回来", "他回来第二天上门"), new("又没见到{kp}，外贸经理说会转告", "请外贸经理约一个具体时间"), new("{kp}在隔壁厂，等了一小时没来", "打听他常在哪个厂"), new("办公室主任接待的，不做主", "直接给{kp}发短信约十五分钟"),
    ];

    static readonly Said[] PriceTalked =
    [
        new("{kp}对标准版有兴趣，要求把培训写进合同", "改合同，明天送"), new("讲完套餐，{kp}让财务算付款", "约财务，谈分两期"), new("{kp}说就差老板娘点头", "请老板娘一起吃个饭"), new("价格没有再压，问什么时候能上线", "带合同来"),
        new("{kp}给两个同行打电话问效果，回来脸色好多了", "趁热约签约时间"),
    ];

    static readonly Said[] PriceStuck =
    [
        new("{kp}拿对手的报价单给我看，低三成", "做一份对比，列清楚差在哪"), new("财务卡着，说首付不能超过三成", "问公司付款政策"), new("{kp}改主意了，想先做最便宜的", "讲清三个版本差在询盘量"), new("合同放了一周没签，说在忙广交会", "广交会回来第一天上门"),
    ];

    static readonly Said[] AfterSigning =
    [
        new("回访，上个月来了十一封询盘，{kp}很满意", "月底再看一次"), new("询盘有了，没人会回，现场教了两封", "下周来教外贸员"), new("{kp}介绍了隔壁做模具的朋友", "这两天去拜访"), new("首页图片不行，约了摄影", "拍完一起选图"),
    ];

    static readonly string[] LostReasons = ["价格比对手高", "今年没有预算", "先自己做平台试试", "股东意见不一", "厂要搬，停了所有投入"];
}
