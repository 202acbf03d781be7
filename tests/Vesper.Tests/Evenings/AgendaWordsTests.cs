using Vesper.Evenings;

namespace Vesper.Tests.Evenings;

public sealed class AgendaWordsTests
{
    [Fact]
    public void Every_reason_has_a_sentence_of_its_own_in_both_languages()
    {
        var reasons = Enum.GetValues<ReasonCode>().Select(code => new Reason(code, 3, 2, "小林", "云顶家居", "家具")).ToList();

        reasons.Select(why => why.ZhCn).ShouldBeUnique();
        reasons.Select(why => why.En).ShouldBeUnique();
        reasons.ShouldAllBe(why => !why.En.Any(letter => letter == '，' || letter == '？'));
    }

    [Fact]
    public void One_and_many_are_told_apart()
    {
        new Reason(ReasonCode.KpNotMet, 2, 1).ZhCn.ShouldBe("跑了两次没见到关键人，已经等了一晚");
        new Reason(ReasonCode.KpNotMet, 1, 1).En.ShouldBe("1 visit and the key person not met, waiting for 1 evening");
        new Reason(ReasonCode.KpNotMet, 12).ZhCn.ShouldBe("跑了12次没见到关键人");
        new Reason(ReasonCode.OthersWaitedLonger, 0).ZhCn.ShouldBe("先让等得更久的人，下一次一定轮到");
    }
}
