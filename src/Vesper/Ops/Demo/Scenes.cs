using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Teams;
using static Vesper.Customers.FactKind;
using static Vesper.Field.VisitOutcome;

namespace Vesper.Ops.Demo;

/// <summary>The companies and people of the five scenes (product.md), from weeks ago up to this afternoon, in 杭州东区战队.</summary>
sealed class Scenes(DemoDays days, Archive archive, Cast cast)
{
    readonly Crew _east = cast.East;

    public Life Yunding { get; private set; } = null!;
    public Life Qinghe { get; private set; } = null!;
    public Life Hengtai { get; private set; } = null!;
    public Life Hongda { get; private set; } = null!;
    public Life Xinyuan { get; private set; } = null!;
    public Visit YundingToday { get; private set; } = null!;
    public Visit HongdaToday { get; private set; } = null!;
    public Visit XinyuanToday { get; private set; } = null!;
    Life _zhongtai = null!, _yuanhang = null!, _jinqiao = null!;

    /// <summary>Everything before today.</summary>
    public void Before()
    {
        Yunding = Add("小林", "云顶家居", "家具", 120, ("张云帆", "董事长儿子"), 1);
        archive.Meet(Yunding, "张国强", "董事长", ContactRole.Kp2);
        archive.Meet(Yunding, "陈美娟", "办公室主任", ContactRole.Gatekeeper);
        Open(Yunding, Stage.Follow, Package.Flagship, days.Ago(7));
        Call(Yunding, 7, 14.2, VisitOutcome.Open, new("董事长客气，说出口的事听儿子的；儿子留学回来想做外贸，今天不在", "约董事长儿子，只问一件事：想做外贸吗"), next: 9,
            shown: [(Need, "儿子想做外贸，家里还在犹豫", null, null), (Time, "年前想定下来", 60, null)]);

        Qinghe = Add("小林", "青禾包装", "包装", 86, ("吴敏华", "财务总监"), 0);
        archive.Meet(Qinghe, "俞晓东", "总经理", ContactRole.Kp2);
        Call(Qinghe, 12, 10.2, Advanced, new("总经理有兴趣，说花钱的事财务总监点头才算", "约财务总监"), next: 6, shown: [(Need, "东南亚的饮料厂在找环保包装，不知道怎么接上", null, null), (Time, "下个季度要上", 80, null)]);
        Open(Qinghe, Stage.Follow, Package.Standard, days.Ago(12));
        Call(Qinghe, 4, 15.5, VisitOutcome.Open, new("财务总监月底关账，没空见", "先约财务总监，再谈方案"), next: 5);

        Hengtai = Add("小林", "恒泰五金", "五金", 150, ("楼志强", "总经理"), 4);
        Call(Hengtai, days.WorkdayFrom(days.Today.AddDays(-40)), 16.2, Advanced, new("楼总亲自泡茶，想接德国小批量订单，钱的事没说", "确认预算"), kp: 18, next: 12,
            shown: [(Need, "想接德国的小批量定制单", null, null), (Time, "交货季之前定", 85, null)]);
        Open(Hengtai, Stage.Follow, Package.Standard, days.WorkdayFrom(days.Today.AddDays(-40)));
        Call(Hengtai, 9, 16.4, VisitOutcome.Open, new("楼总去广州了，厂长接待的", "确认预算，否则降为 C"), next: 9);

        _zhongtai = Add("佳佳", "中泰纸业", "纸业", 180, ("钱荣华", "总经理"), 5);
        Call(_zhongtai, 15, 14, VisitOutcome.Open, new("前台收了资料，说老板下午才来", "下午再来一次"), next: 14);

        Furniture();
        Yuanhang();
        Jinqiao();
        StuckOnes();
    }

    // 阿哲 knows furniture: whom to ask about 云顶家居.
    void Furniture()
    {
        foreach (var (name, kp, employees, ago) in ((string, string, int, int)[])[("卓凡家居", "金建国", 130, 52), ("嘉木沙发", "叶文君", 75, 41), ("南屿家具", "方立新", 240, 29), ("木禾木业", "丁美娟", 60, 18)])
        {
            var life = Add("阿哲", name, "家具", employees, (kp, "总经理"), ago % 8);
            Call(life, ago + 8, 10.6, Advanced, new("看了样品间，问去年丢了哪个客户", $"约{kp[..1]}总"), next: 4, shown: [(Need, "想直接对接北美的批发商", null, null), (Time, "换季之前定", 60, null)]);
            Open(life, Stage.Follow, Package.Of(new(employees, name), employees), days.Ago(ago + 8));
            Call(life, ago + 3, 14.4, Advanced, new("带了一份他们竞品的出口数据，只谈了 15 分钟", "带合同"), kp: 15, next: 3, shown: [(Need, "要看得见的买家", null, null), (Budget, "这个数可以谈", null, null), (Time, "这个月", 15, null)]);
            life.MoveTo(Stage.Close);
            Call(life, ago, 15.7, Won, new($"{kp[..1]}总当场签了", "三天内开通"), kp: 30, next: 6, shown: [(Time, "今天定了", 0, null)]);
        }
    }

    // Nineteen days from a need to ready, and signed today.
    void Yuanhang()
    {
        var ready = Enumerable.Range(1, 10).Select(days.Ago).First(day => days.Calendar.Works(day.AddDays(-19)));
        _yuanhang = Add("阿哲", "远航照明", "照明", 95, ("周远航", "总经理"), 2);
        Call(_yuanhang, ready.AddDays(-19), 10.5, Advanced, new("外贸经理领我看了样品间，太阳能灯压了三百万的货", "约周总"), next: 5, shown: [(Need, "太阳能灯在非洲有需求，没有渠道", null, null), (Time, "两个月内要出货", 60, null)]);
        Open(_yuanhang, Stage.Follow, Package.Standard, ready.AddDays(-19));
        Call(_yuanhang, days.WorkdayFrom(ready.AddDays(-9)), 9.5, Advanced, new("带了三个非洲买家的询盘去，周总看了半小时", "准备一份首年账"), kp: 30, next: 5, shown: [(Need, "要渠道，不要流量", null, null)]);
        Call(_yuanhang, ready, 15, Advanced, new("周总让财务一起听，说钱不是问题，月内定", "带合同来"), kp: 40, next: 3, shown: [(Need, "要渠道，不要流量", null, null), (Budget, "财务说这笔批过了", null, Package.Standard.Fen), (Time, "月内定", 18, null)]);
        _yuanhang.MoveTo(Stage.Close);
    }

    void Jinqiao()
    {
        _jinqiao = Add("小雨", "金桥童车", "童车", 210, ("邵金桥", "董事长"), 7);
        Call(_jinqiao, 14, 13.8, Advanced, new("品质经理说欧盟新标准一出，老客户全在重新招标", "约邵董"), next: 7, shown: [(Need, "欧盟新标准出来了，想趁这一波换客户", null, null), (Time, "标准生效前要换好", 70, null)]);
        Open(_jinqiao, Stage.Follow, Package.Flagship, days.Ago(14));
        Call(_jinqiao, 6, 10.8, VisitOutcome.Open, new("邵董在车间，远远点了个头", "九点前到，堵他进办公室的时候"), next: 6);
    }

    void StuckOnes()
    {
        Hongda = Add("老郑", "宏达机电", "机电", 260, ("董水根", "总经理"), 3);
        Call(Hongda, 25, 9.8, Advanced, new("水泵想进南美，越南的同行已经去了", "约董总"), next: 5, shown: [(Need, "水泵想进南美，没有代理", null, null), (Time, "明年一季度", 120, null)]);
        Open(Hongda, Stage.Follow, Package.Flagship, days.Ago(25));
        Call(Hongda, 17, 14.6, Advanced, new("董总聊了一个小时，南美的账算了两遍", "报价"), kp: 60, next: 6, shown: [(Need, "要一个能投标的代理", null, null), (Time, "年底前定", 70, null)]);
        Hongda.MoveTo(Stage.Close);
        Call(Hongda, 6, 15.2, VisitOutcome.Open, new("报价放在桌上，财务说超了今年的数", "问公司能不能分期"), kp: 25, next: 6);

        Xinyuan = Add("阿敏", "鑫源电器", "电子", 300, ("卢立新", "总经理"), 0);
        Call(Xinyuan, 8, 11.2, Rejected, new("前台说不需要，没让进"));
        Call(Xinyuan, 3, 16.3, VisitOutcome.Open, new("前台换了人，答应转交资料", "打电话问卢总看了没有"), next: 3);
    }

    /// <summary>This afternoon's: one signed, one C→A, two with many refusals, three who ask for help.</summary>
    public void Today(Road road)
    {
        var east = new Day(days, road, _east);
        east.Go("小林", 9.4, VisitOutcome.Open);
        Call(Qinghe, 0, 10.3, Advanced, new("财务总监看了对比表，问能不能分两期", "财务总监看方案"), kp: 20, next: 1, purpose: "先约财务总监，再谈方案", shown: [(Need, "要能算清楚投入产出", null, null), (Time, "月底预算会上定", 40, null)]);
        east.Go("小林", 13.6, Rejected);
        YundingToday = Call(Yunding, 0, 15, VisitOutcome.Open, new("和陈主管一起去的，儿子去深圳看展了，又没见到；董事长拿出别家报价，低三成", "约董事长儿子 15 分钟"), next: 2, purpose: "约见董事长儿子，只问一件事：想做外贸吗", help: "云顶家居的对手报价低三成，谁有同类案例？");

        east.Go("阿哲", 9.3, VisitOutcome.Open);
        Call(_yuanhang, 0, 11.1, Won, new("周总当场签了，说就冲那三个询盘", "三天内开通，带客服来培训"), kp: 35, next: 3, purpose: "带合同，定付款", signed: Package.Standard.Fen,
            shown: [(Need, "要渠道，不要流量", null, null), (Budget, "首付今天到", null, Package.Standard.Fen), (Time, "今天定了", 0, null)]);
        east.Go("阿哲", 14.2, Advanced);
        east.Go("阿哲", 16.1, Rejected);

        foreach (var hour in (double[])[9.2, 10.4, 11.3, 13.6]) east.Go("佳佳", hour, Rejected);
        Call(_zhongtai, 0, 14.4, Rejected, new("“去年买过别家的，不想再谈”"), purpose: "下午再来一次，见钱总");
        east.Go("佳佳", 16.2, VisitOutcome.Open);

        foreach (var hour in (double[])[9.4, 10.8, 13.5, 15.2]) east.Go("大伟", hour, Rejected);
        east.Go("大伟", 16.6, Advanced);

        east.Go("小雨", 9.6, VisitOutcome.Open);
        Call(_jinqiao, 0, 11, Advanced, new("八点半就到了，邵董请我一起吃早饭，预算当场说了", "带合同样本，讲旗舰版"), kp: 25, next: 2, purpose: "九点前到，堵邵董进办公室的时候",
            shown: [(Need, "标准生效前换三个欧洲客户", null, null), (Budget, "说十万上下可以定", null, Package.Flagship.Fen), (Time, "下周董事会", 9, null)]);
        east.Go("小雨", 14.3, VisitOutcome.Open);
        east.Go("小雨", 16, Advanced);

        HongdaToday = Call(Hongda, 0, 10, VisitOutcome.Open, new("财务还是那句话，今年没有预算；董总不吭声", "拿一个分期方案来"), kp: 15, next: 3, purpose: "谈分期", help: "宏达机电财务说今年没有预算，能不能分期？");
        east.Go("老郑", 13.9, Advanced);
        east.Go("老郑", 15.9, VisitOutcome.Open);

        XinyuanToday = Call(Xinyuan, 0, 9.8, VisitOutcome.Open, new("第三次了，前台说卢总不见推销的", "换一条路进去"), next: 4, purpose: "当面把行业数据交给卢总", help: "鑫源电器前台挡了三次，谁有办法？");
        east.Go("阿敏", 11.4, VisitOutcome.Open);
        east.Go("阿敏", 14.1, Rejected);
        east.Go("阿敏", 16.4, Advanced);
    }

    public const string QinghesProblem = "总经理样样说好，一谈到付款就没有声音";

    /// <summary>What 小林 asked last night; the advice she took is due today.</summary>
    public Case LastNight(DemoRows rows) => Problem(rows, Qinghe, days.Ago(1), QinghesProblem, "知道谁点头才算数", null);

    public static IReadOnlyList<string> AdvicesFor(string problem) => problem == QinghesProblem
        ? ["先约财务总监，再谈方案", "问总经理一句：上次买设备是谁签的字", "方案里加一页付款安排，让他转给财务"]
        : ["换一个时间去", "请主管一起去一次"];

    /// <summary>Tonight's three.</summary>
    public IEnumerable<Case> Tonight(DemoRows rows) =>
    [
        Problem(rows, Yunding, days.Today, "跑了两次没见到董事长儿子，对手报价又低三成", "约到他 15 分钟", YundingToday),
        Problem(rows, Hongda, days.Today, "财务说今年没有预算，董总不吭声", "一个能分期的付款办法", HongdaToday),
        Problem(rows, Xinyuan, days.Today, "前台挡了三次，说卢总不见推销的", "当面见到卢总五分钟", XinyuanToday),
    ];

    Case Problem(DemoRows rows, Life life, DateOnly day, string blockedBy, string wanted, Visit? visit) => new()
    {
        OrgId = rows.OrgId, Id = NamedId.Of("demo-case", life.Customer.Id, day), TeamId = _east.Unit.Id, MemberId = life.Customer.OwnerId!.Value, CustomerId = life.Customer.Id,
        CustomerName = life.Customer.ShortName, Stage = life.Customer.Stage, KpMet = life.KpMet, BlockedBy = blockedBy, Wanted = wanted, VisitId = visit?.Id, Day = day, CreatedAt = days.At(day, 17.6),
    };

    Life Add(string owner, string name, string trade, int employees, (string, string) kp, int town) => archive.Scene(_east, cast.Named(owner), name, trade, employees, kp, town);

    static void Open(Life life, Stage stage, Package package, DateOnly day)
    {
        life.Open(day, package);
        life.MoveTo(stage);
    }

    Visit Call(Life life, int workdaysAgo, double hour, VisitOutcome outcome, Said said, int? kp = null, int? next = null, string purpose = "", string help = "", long signed = 0,
        (FactKind, string, int?, long?)[]? shown = null) => Call(life, days.Ago(workdaysAgo), hour, outcome, said, kp, next, purpose, help, signed, shown);

    Visit Call(Life life, DateOnly day, double hour, VisitOutcome outcome, Said said, int? kp = null, int? next = null, string purpose = "", string help = "", long signed = 0,
        (FactKind, string, int?, long?)[]? shown = null) =>
        life.Take(new(_east.Reps.First(rep => rep.Id == life.Customer.OwnerId), _east.Unit.Id, day, hour, outcome, said, purpose)
        {
            KpMinutes = kp, NextInDays = next, Help = help, SignedFen = signed, Shown = shown ?? [],
        });

    /// <summary>The rest of a scripted day: outcomes are given, companies are whoever is due.</summary>
    sealed class Day(DemoDays days, Road road, Crew crew)
    {
        readonly HashSet<Life> _seen = [];

        public void Go(string who, double hour, VisitOutcome outcome)
        {
            var rep = crew.Reps.First(member => member.ShortName == who);
            var due = road.Choose(days.Today, road.Lives(rep, crew.Unit.Id), 100).Where(life => !_seen.Contains(life)).ToList();
            // One more visit without the key person must raise no KP未见: tonight's three problems are enough.
            var fresh = due.FindAll(one => one.Customer is { Stage: Stage.Develop, Grade: Grade.D });
            var life = fresh.Find(one => one.Customer.VisitsWithoutKp == 0) ?? fresh.FirstOrDefault() ?? due[0];
            _seen.Add(life);
            if (outcome is Advanced && life.Customer.Stage is Stage.Develop) road.NeedSeen(life, rep, crew.Unit.Id, days.Today, hour);
            else road.Plain(life, rep, crew.Unit.Id, days.Today, hour, outcome);
        }
    }
}
