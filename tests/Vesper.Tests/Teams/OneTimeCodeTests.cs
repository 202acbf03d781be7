using Vesper.Teams;

namespace Vesper.Tests.Teams;

public sealed class OneTimeCodeTests
{
    [Fact]
    public void A_code_has_eighty_bits_and_is_read_as_it_was_printed()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => OneTimeCode.New()).ToList();

        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => OneTimeCode.Read(code) == code && code.Length == 19);
    }

    [Theory]
    [InlineData("o123-4567-89ab-cdef", "0123-4567-89AB-CDEF")]
    [InlineData("01I3 4567 89ABCDEF", "0113-4567-89AB-CDEF")]
    [InlineData("0123-4567-89AB-CDE", null)]
    [InlineData("0123-4567-89AB-CDEU", null)]
    [InlineData("ＡＢＣＤ-4567-89AB-CDEF", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_is_typed_may_differ_in_case_and_dashes(string? typed, string? code) => OneTimeCode.Read(typed).ShouldBe(code);

    [Theory]
    [InlineData("林晓雯", "晓雯")]
    [InlineData(" 林雯 ", "林雯")]
    [InlineData("欧阳晓雯", "欧阳晓雯")]
    [InlineData("Jane Miller", "Jane")]
    [InlineData("Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegelsteinha")]
    public void A_short_name_is_what_teammates_say(string name, string shortName) => Member.ShortNameOf(name).ShouldBe(shortName);
}
