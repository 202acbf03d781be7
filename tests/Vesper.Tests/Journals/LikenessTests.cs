using Vesper.Journals;

namespace Vesper.Tests.Journals;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("今天见到了云顶的财务总监", "今天见到了云顶的财务总监", 100, 100)]
    [InlineData("今天见到了云顶的财务总监", "今天见到了青禾的财务总监", 50, 75)]
    [InlineData("今天见到了云顶的财务总监", "恒泰五金嫌我们价格比同行高三成", 0, 0)]
    [InlineData("拜访三家，继续努力，明天跟进", "拜访 三家 继续努力！明天跟进。", 80, 99)]
    [InlineData("努力", "努力", 0, 0)] // two short words are no copy
    [InlineData("", "今天见到了云顶的财务总监", 0, 0)]
    [InlineData("met the finance director of Yunding today at last", "Met the finance director of Yunding today, at last", 100, 100)]
    public void Texts_are_alike_as_far_as_they_share_pairs(string one, string other, int least, int most)
    {
        Likeness.Of(one, other).ShouldBeInRange(least, most);
        Likeness.Of(other, one).ShouldBe(Likeness.Of(one, other));
    }
}
