using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vesper.Kit.Text;

namespace Vesper.Tests.Kit.Text;

public sealed class FoldTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \u3000\t", "")]
    [InlineData("  顾家家居\u3000 有限公司 ", "顾家家居 有限公司")]
    [InlineData("ＡＢＣ１２３（杭州）", "abc123(杭州)")]
    [InlineData("ﾊﾝﾄﾞ", "ハンド")]
    [InlineData("㈱云顶", "(株)云顶")]
    [InlineData("Ⅳ期 ½", "iv期 1⁄2")]
    [InlineData("ÉCOLE", "école")]
    [InlineData("e\u0301", "é")]
    [InlineData("贺🎉", "贺🎉")]
    public void Text_is_folded(string? text, string expected) => Fold.Of(text).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_replaced() => Fold.Of("cut\uD83C").ShouldBe("cut\uFFFD");

    [Fact]
    public void Folding_twice_changes_nothing_for_any_character() =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => $"a {new Rune(value)}A").Where(text => Fold.Of(Fold.Of(text)) != Fold.Of(text)).ShouldBeEmpty();

    [Fact]
    public void Folding_twice_changes_nothing_for_any_text() =>
        Prop.ForAll<string>(text => Fold.Of(Fold.Of(text)) == Fold.Of(text)).QuickCheckThrowOnFailure();
}
