using Vesper.Kit.Text;

namespace Vesper.Tests.Kit.Text;

public sealed class BigramsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("🎉！？", "")]
    [InlineData("顾", "顾")]
    [InlineData("顾家家居", "顾家 家家 家居")]
    [InlineData("顾家家居ABC123", "顾家 家家 家居 abc123")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("A厂3M中国", "a 厂 3m 中国")]
    [InlineData("云顶·家居", "云顶 家居")] // a pair never reaches across a mark
    [InlineData("对手 报价", "对手 报价")]
    [InlineData("贺🎉喜", "贺 喜")]
    [InlineData("𠮷野家", "𠮷野 野家")] // beyond the basic plane: two chars, one character
    [InlineData("☎\uFE0F 贺喜", "贺喜")]
    [InlineData("13800001234", "13800001234")]
    [InlineData("GTX-Pro 2", "gtx pro 2")]
    public void A_text_is_indexed_by_pairs_and_words(string? text, string expected) => Bigrams.Index(text).ShouldBe(expected);

    [Theory]
    [InlineData("", "")]
    [InlineData("顾", "")]
    [InlineData("🎉", "")]
    [InlineData("顾家", "顾家")]
    [InlineData("顾家家居", "顾家 家家 家居")]
    [InlineData("Ab", "ab*")]
    [InlineData("a", "a*")]
    [InlineData("家居 ABC", "家居 abc*")]
    [InlineData("厂 ABC", "abc*")]
    [InlineData("家家家", "家家")]
    public void A_query_asks_from_two_characters_or_a_word_s_beginning(string query, string expected) =>
        string.Join(' ', Bigrams.Query(query).Select(term => term.Prefix ? $"{term.Text}*" : term.Text)).ShouldBe(expected);

    [Theory]
    [InlineData("杭州顾家家居有限公司", "家居有限")]
    [InlineData("Acme 云顶 Trading", "trad 云顶")]
    [InlineData("ＧＴＸ基础版", "gtx基础")]
    public void Whatever_is_part_of_a_text_finds_it(string text, string query)
    {
        var words = Bigrams.Index(text).Split(' ');

        Bigrams.Query(query).ShouldNotBeEmpty();
        Bigrams.Query(query).ShouldAllBe(term => words.Any(word => term.Prefix ? word.StartsWith(term.Text, StringComparison.Ordinal) : word == term.Text));
    }
}
