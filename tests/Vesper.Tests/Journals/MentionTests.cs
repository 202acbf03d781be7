using Vesper.Journals;
using Vesper.Journals.Mentions;

namespace Vesper.Tests.Journals;

/// <summary>Sentences as reps write them, and what may be read out of them. 20 November 2026 is a Friday.</summary>
public sealed class MentionTests
{
    static readonly DateOnly Friday = new(2026, 11, 20);
    static readonly string[] Ours = ["陈主管", "小林", "许经理"];

    [Theory]
    [InlineData("见到王总，聊了十五分钟", "王总")]
    [InlineData("今天拜访了采购部的李经理", "李经理")]
    [InlineData("王总经理不在，见到周董事长", "王总经理 周董事长")]
    [InlineData("欧阳老板说下次带样品", "欧阳老板")]
    [InlineData("张主任和刘厂长都在", "张主任 刘厂长")]
    [InlineData("要找财务的沈总监拍板", "沈总监")]
    [InlineData("老板娘姓陈，老板不在", "")]
    [InlineData("总经理不在", "")]
    [InlineData("王总是关键人", "")] // 总是: left alone
    [InlineData("他曾经理解过我们的方案", "")]
    [InlineData("曾经理解过", "")]
    [InlineData("提高总量，高总价订单少", "")]
    [InlineData("对方经理没空", "")]
    [InlineData("对方总在拖", "")]
    [InlineData("为何经理不见我", "")]
    [InlineData("付了钱总要开票吧", "")]
    [InlineData("于总结会上再说", "")]
    [InlineData("方总监在", "方总监")]
    [InlineData("客户经理换人了", "")]
    [InlineData("陈主管陪我去的，许经理也来了", "")] // our own people
    [InlineData("我们陈主管说可以降", "")]
    [InlineData("跟马总约好了", "马总")]
    [InlineData("周总结写完了", "")]
    [InlineData("周主管部门例会", "")]
    public void People_are_named_by_surname_and_title(string text, string names) => Kind(text, ProposalKind.Contact).Select(one => one.Text).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("采购李经理 13812345678", "13812345678")]
    [InlineData("李经理电话 138-1234-5678，微信同号", "13812345678")]
    [InlineData("李经理座机 0571-88886666", "057188886666")]
    [InlineData("李经理和王总在，电话 13812345678", "")] // whose?
    [InlineData("李经理 13812345678 或 13912345678", "")]
    [InlineData("李经理在。订单号 13812345678", "")] // another sentence
    [InlineData("李经理的身份证 330106199001011234", "")]
    [InlineData("李经理和陈主管互留了 13812345678", "")] // perhaps our own
    public void A_number_belongs_to_a_person_only_when_there_is_one_of_each(string text, string phone) => Kind(text, ProposalKind.Contact).ShouldContain(one => one.Phone == phone);

    [Theory]
    [InlineData("前台给了采购的手机 138 1234 5678", "采购 …5678", "13812345678")]
    [InlineData("财务电话 0571-88886666", "财务 …6666", "057188886666")]
    [InlineData("要到了联系方式 13812345678", "…5678", "13812345678")]
    [InlineData("订单号 13812345678", "", "")] // no telephone
    [InlineData("留了我的电话 13812345678", "", "")]
    [InlineData("电话 13812345678 打不通", "", "")]
    [InlineData("电话 13812345678 或 13912345678", "", "")]
    [InlineData("见到了王总。他的电话 13812345678", "王总", "")] // probably his, but nobody said so
    [InlineData("和小林一起去的，电话 13812345678", "", "")]
    public void A_number_that_names_nobody_is_a_contact_where_nobody_is_named(string text, string name, string phone)
    {
        var found = Kind(text, ProposalKind.Contact).Select(one => (one.Text, one.Phone)).ToList();
        if (name.Length == 0) found.ShouldBeEmpty();
        else found.ShouldHaveSingleItem().ShouldBe((name, phone));
    }

    [Theory]
    [InlineData("预算10万", 100_000)]
    [InlineData("今年预算大约 8 万左右", 80_000)]
    [InlineData("老板说最多出五千块", 5_000)]
    [InlineData("他愿意花两万五", 25_000)]
    [InlineData("批了三十万", 300_000)]
    [InlineData("预算不超过 1.5万", null)] // 预算不…: could be a no as well
    [InlineData("预算一百二十万元", 1_200_000)]
    [InlineData("预算5k", 5_000)]
    [InlineData("没有预算，先做了10万", null)]
    [InlineData("没预算10万", null)]
    [InlineData("对手报价10万", null)]
    [InlineData("我们报价 10 万", null)]
    [InlineData("预算8到10万", null)] // a range
    [InlineData("预算 8-10 万", null)]
    [InlineData("预算三五万", null)]
    [InlineData("预算五百多万", null)]
    [InlineData("每月预算两千", null)]
    [InlineData("去年营业额5000万，预算没说", null)]
    [InlineData("预算10天内批", null)]
    [InlineData("准备花10万件的量", null)]
    [InlineData("预算可能有10万", null)]
    [InlineData("预算要砍到5万", null)]
    [InlineData("10万", null)]
    [InlineData("预算 20", null)]
    public void A_budget_is_one_sum_the_customer_is_ready_to_spend(string text, int? yuan) =>
        Kind(text, ProposalKind.Budget).Select(one => one.AmountFen).ShouldBe(yuan is { } sum ? [sum * 100L] : []);

    [Theory]
    [InlineData("老板说月底定下来", "2026-11-30")]
    [InlineData("下周三给答复", "2026-11-25")]
    [InlineData("周一拍板", "2026-11-23")]
    [InlineData("这周五决定", "2026-11-20")]
    [InlineData("三月份招标", "2027-03-31")]
    [InlineData("12月中旬签约", "2026-12-20")]
    [InlineData("下个月底前签合同", "2026-12-31")]
    [InlineData("12月15号开标", "2026-12-15")]
    [InlineData("25号给结果", "2026-11-25")]
    [InlineData("5号给结果", "2026-12-05")]
    [InlineData("明年三月才定", "2027-03-31")]
    [InlineData("年底前敲定", "2026-12-31")]
    [InlineData("后天拍板", "2026-11-22")]
    [InlineData("下周三再去拜访", null)] // our next step
    [InlineData("约了下周三见面", null)]
    [InlineData("三个月后决定", null)]
    [InlineData("下周还没定", null)]
    [InlineData("不一定月底", null)]
    [InlineData("月底付定金", null)]
    [InlineData("月底可能决定", null)]
    [InlineData("月底决定吗", null)]
    [InlineData("上周三已经决定", null)]
    [InlineData("周三或周五给答复", null)] // two days
    [InlineData("本周一决定", null)] // past
    [InlineData("2月30号决定", null)]
    [InlineData("下周三我给他答复", null)]
    public void A_decision_date_is_one_the_customer_named(string text, string? date) =>
        Kind(text, ProposalKind.Time).Select(one => one.Date).ShouldBe(date is null ? [] : [DateOnly.Parse(date)]);

    [Theory]
    [InlineData("老板想做外贸独立站", true, "想做外贸独立站")]
    [InlineData("想做外贸独立站", true, "想做外贸独立站")]
    [InlineData("想做外贸独立站", false, "")] // whose wish?
    [InlineData("王总也想找海外代理", false, "想找海外代理")]
    [InlineData("他们缺海外询盘", false, "缺海外询盘")]
    [InlineData("客户急需英文网站", true, "急需英文网站")]
    [InlineData("不想做外贸", true, "")]
    [InlineData("老板不想做外贸", true, "")]
    [InlineData("老板暂时不需要", true, "")]
    [InlineData("他需要考虑一下", true, "")]
    [InlineData("老板需要再想想", true, "")]
    [InlineData("客户需要报价", true, "")]
    [InlineData("我想做个方案给他", true, "")]
    [InlineData("需要主管陪访", false, "")]
    [InlineData("缺关键人", true, "")]
    [InlineData("老板想换个时间", true, "")]
    [InlineData("客户可能想做亚马逊", true, "")]
    public void A_need_is_the_customers_own(string text, bool ofCustomer, string need) =>
        Spoken.In(text, Friday, Ours, ofCustomer).Where(one => one.Kind is ProposalKind.Need).Select(one => one.Text).ShouldBe(need.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("五", 5.0)]
    [InlineData("十", 10.0)]
    [InlineData("十二", 12.0)]
    [InlineData("二十", 20.0)]
    [InlineData("三百二十", 320.0)]
    [InlineData("五千零五", 5005.0)]
    [InlineData("两千", 2000.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("三五", null)]
    [InlineData("十百", null)]
    [InlineData("百", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_they_are_said(string text, double? number) => ((double?)ChineseNumber.Of(text)).ShouldBe(number);

    [Fact]
    public void No_text_throws()
    {
        var random = new Random(7);
        const string Letters = "王总经理老板预算十万三五千块月底定下周三号想做需要138 0-，。！\n半个缺签约🙂\ud83d前后";
        for (var i = 0; i < 3_000; i++)
            Spoken.In(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)])), Friday, Ours, random.Next(2) == 0);
    }

    static IEnumerable<Mention> Kind(string text, ProposalKind kind) => Spoken.In(text, Friday, Ours, ofCustomer: true).Where(one => one.Kind == kind);
}
