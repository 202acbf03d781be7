using System.Text.RegularExpressions;

namespace Vesper.Journals.Mentions;

/// <summary>The day by which the customer himself says he will decide: 月底前定, 下周三给答复, 三月份招标. Appointments, deliveries and what is not sure are left alone.</summary>
static partial class DecisionDates
{
    public static Mention? In(string clause, DateOnly day)
    {
        if (!Decides().IsMatch(clause) || Other().IsMatch(clause) || Spoken.Doubtful(clause)) return null;
        return SpokenDay.In(clause, day) is { } date && date >= day && date <= day.AddYears(2) ? new Mention(ProposalKind.Time, clause, clause) { Date = date } : null;
    }

    [GeneratedRegex("定下来|敲定|拍板|做决定|决定|签约|签合同|签单|给答复|答复我|答复我们|给准信|给结果|出结果|下单|招标|开标|立项|(?:会|要|才|前|底|份|周.|[0-9]号|月)定(?![金期位时价做制心])")]
    private static partial Regex Decides();

    [GeneratedRegex("没定|未定|不定|定不|不决定|没决定|没有决定|不签|没签|(?<!签)约|再去|再来|拜访|见面|回访|发货|交货|付款|开会|展会|去年|上个?月|上周|已经|签了|定了|我们|我给|给他|到期|取消|推迟")]
    private static partial Regex Other();
}
