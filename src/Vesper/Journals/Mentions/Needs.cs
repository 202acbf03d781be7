using System.Text.RegularExpressions;

namespace Vesper.Journals.Mentions;

/// <summary>What the customer wants, in the words it was said in: 老板想做外贸, 他们缺海外询盘. What the rep needs, and what the customer does not want, is none.</summary>
static partial class Needs
{
    public static Mention? In(string clause, bool ofCustomer)
    {
        if (Spoken.Doubtful(clause) || Ours().IsMatch(clause)) return null;
        var match = WithSubject().Match(clause) is { Success: true } said ? said : ofCustomer ? Bare().Match(clause) : Match.Empty;
        if (!match.Success || NoNeed().IsMatch(match.Groups["what"].Value)) return null;
        return new(ProposalKind.Need, match.Groups["verb"].Value + match.Groups["what"].Value, clause);
    }

    [GeneratedRegex("(?:客户|对方|他们|她们|老板娘|老板|董事长|厂长|总监|[王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯程曹袁邓许沈彭吕苏卢蒋蔡丁魏叶潘杜戴夏钟汪姜姚](?:总|经理|主任))(?:也|还|一直|很|就|现在|今年|明年|下半年|最近|正){0,2}(?<verb>想做|想找|想上|想换|想开|想拓展|打算做|打算上|打算找|准备做|准备上|计划做|计划上|急需|需要|缺)(?<what>.{2,30})$")]
    private static partial Regex WithSubject();

    [GeneratedRegex("^(?:也|还|一直|很|就|现在|今年|明年|下半年|最近|正){0,2}(?<verb>想做|想找|想换|想拓展|打算做|打算上|打算找|计划做|计划上)(?<what>.{2,30})$")]
    private static partial Regex Bare();

    [GeneratedRegex("我|咱|陪访|主管")]
    private static partial Regex Ours();

    // 需要考虑一下, 想换个时间: manners of putting off, and things a rep brings along.
    [GeneratedRegex("^(?:的|个|一个|一下|再|先)?(?:考虑|时间|再|看|想|问|等|和|跟|回|商量|便宜|折扣|优惠|报价|合同|资料|样品|案例|方案|时候|人$|钱|证明|签字|盖章|审批|老板|开会|说服|了解)|不了|再说")]
    private static partial Regex NoNeed();
}
