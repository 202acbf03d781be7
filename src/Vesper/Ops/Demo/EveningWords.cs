using Vesper.Customers;

namespace Vesper.Ops.Demo;

/// <summary>A problem as it is brought to an evening, with what colleagues answer to it.</summary>
sealed record Problem(Stage Stage, string BlockedBy, string Wanted, params IReadOnlyList<string> Advices);

/// <summary>A story's three parts: how it went, by which methods, what was learned.</summary>
sealed record Tale(string How, string Methods, string Learned);

/// <summary>What is said on past evenings. {kp} and {customer} are filled in.</summary>
static class EveningWords
{
    public static readonly IReadOnlyList<Problem> Problems =
    [
        new(Stage.Develop, "前台挡了两次，不让进", "进门见到一个管事的人", "早上七点半去，老板比前台到得早", "先在门口帮保安搬一次货，第二次他会放你进去", "让隔壁签了的客户打个电话，说一句“我朋友来送资料”", "别说推广，说送一份他们行业的海外买家名单"),
        new(Stage.Develop, "加了微信，从来不回", "约到一次见面", "发一段他们同行工厂的询盘截图，不写一个字", "别在微信里谈，说我周四上午在你们园区，顺路送样刊", "问他一个他专业里的小问题，人都愿意教别人"),
        new(Stage.Develop, "不知道谁说了算，问谁都说不管", "弄清谁拍板", "去看车间墙上的组织架构图，拍下来", "问财务：去年展会的钱是谁签的字", "查一下法人和股东，再问老板娘姓什么"),
        new(Stage.Develop, "“我们只做内销”，一句话堵死", "让他愿意聊十分钟外贸", "问他内销账期多久，出口是先款后货", "带一个原来只做内销、今年出口过半的同行案例", "不谈外贸，先谈他今年少了的那个客户"),
        new(Stage.Follow, "去了三次，都没见到关键人", "约到他 15 分钟", "问助理他什么时候一定在厂里：发工资那天、盘点那天", "给他发一句话：我只问一件事，问完就走", "请厂长带路，说设备参数要他看一眼", "叫上主管，一个说产品一个说行业，他更愿意出来"),
        new(Stage.Follow, "老板想做，儿子反对", "让父子坐到一张桌上", "先单独见儿子，问他自己想怎么做", "给儿子看后台数据，给老板看同行的车间", "请一个二代客户请他吃饭，别带合同"),
        new(Stage.Follow, "一直说好，问什么时候定就不说话", "问出决定的时间", "问他：如果明年三月有第一批订单，倒推哪天要上线", "带财务那张排期表，让他自己在上面画一个圈", "直接问：您在等什么？等钱、等人，还是等行情"),
        new(Stage.Follow, "需求问不深，只说多接单", "问到具体哪个国家、哪个产品", "请他把去年最好的一单从头讲一遍", "拿海关数据，指着一个国家问他为什么不卖", "问他最怕丢哪个客户"),
        new(Stage.Close, "对手报价低三成", "留在桌上，不比价", "做一张两年总账，把没有询盘的那几个月写进去", "请他给我们的老客户打电话，当面打", "拆成启航版先上，三个月后按询盘升级", "问他对手的客服在哪个城市"),
        new(Stage.Close, "财务说今年没有预算", "找到付款的办法", "首付三成，余下的分到明年一季度", "查一下区里的外贸补贴，能补一半", "问财务：什么样的钱今年还能花"),
        new(Stage.Close, "合同放了十天没签", "问出卡在哪一条", "带一份改过的合同去，说上次漏了一条对您有利的", "约他和财务一起，逐条念，念到谁皱眉就停", "请主管打一个电话，就问一句服务满不满意"),
        new(Stage.Close, "老板要先看到效果再付钱", "让他敢付首付", "开一周的试看后台，只看不回", "把同行第一个月的询盘打印出来，十一封，封封有名有姓", "把退款那一条写进合同，字放大"),
        new(Stage.Sign, "签了之后没人回询盘，客户开始抱怨", "让他们第一个月回满二十封", "先替他们回三封，把模板留下", "给外贸员排一张表，每天上午十点只做这一件事", "请客服开个群，每天报一句"),
    ];

    public static readonly IReadOnlyList<Tale> Tales =
    [
        new("第一次去只看车间，没提产品。第二次带了三个真实询盘，{kp}看了半小时，第三次就谈付款。", "先看后说；带真询盘，不带彩页；每次只要一个小承诺", "老板不缺资料，缺一个敢不敢的理由"),
        new("被前台挡了四次，第五次早上七点四十在停车场等到{kp}。他说就给五分钟，最后聊了五十分钟。", "早到；准备一句话开场；让他讲自己最得意的一单", "被挡住的那几次没有白跑，他都知道"),
        new("{customer}原来签的是别家，到期前一个月我每周送一次行业数据，到期那天他打电话给我。", "记住对手合同的到期日；每周一次，只送有用的", "今天的拒绝，是三个月后的约定"),
        new("{kp}说要和股东商量，我请他把股东也叫来，一次讲完。讲完当场让财务算分期。", "把说不的人请到桌上；带计算器；先讲风险再讲收益", "怕的不是反对的人，是见不到的人"),
        new("主管陪我去的第二次。我讲产品，他只问了一句：您儿子以后想做什么？气氛就变了。", "陪访前分好工；一个人讲，一个人听", "人听懂了自己的事，才会听我们的事"),
        new("客户嫌贵，我把标准版拆开，一项一项让他划掉不要的。划到最后他自己又加了回来。", "让客户自己做减法；价格摊开讲", "贵不贵，要看跟什么比"),
        new("上门七次，第六次他车坏了我送他去的汽修厂。路上他把公司的事全讲了。", "腿勤；不急着谈单；记住他说的每一个人名", "关系不是请客请出来的"),
    ];

    public static readonly IReadOnlyList<string> Done =
    [
        "做了，约到下周二上午", "做了，见到了，聊了二十分钟", "做了，他说第一次有人这样跟他讲", "做了，比上次顺", "做了，问出来了，是老板娘拍板", "做了，让我周五再去",
        "做了，他愿意再见一次", "做了，没成，但知道卡在哪了", "做了，当场给了我财务的电话",
    ];

    public static readonly IReadOnlyList<string> DutyDone = ["陪着去了一趟，老板答应下周给话", "批了，首付三成，余下分到一季度", "支持那边要到了同行案例，已发", "换了方向：先签他隔壁的厂，再回头"];

    public static readonly IReadOnlyList<string> NotYet = ["他出差了，周四回来再去", "今天没排上，明天第一家就去", "电话没打通，换个时间", "资料还差一份同行案例，支持在找"];

    public static readonly IReadOnlyList<string> Changed = ["改成请厂长带路，更顺", "没发短信，直接在门口碰上了", "换成先见财务"];

    public static readonly IReadOnlyList<string> Tries = ["试试早上七点半去", "下次带三个真实询盘，不带彩页", "见面先请他讲最得意的一单", "让客户自己划掉不要的", "把反对的人也请到桌上", "记下对手合同的到期日"];

    public static string Fill(this string text, string kp, string customer) =>
        text.Replace("{kp}", kp, StringComparison.Ordinal).Replace("{customer}", customer, StringComparison.Ordinal);
}
