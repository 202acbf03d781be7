using Vesper.Customers.Imports;
using static Vesper.Customers.Imports.ImportField;

namespace Vesper.Tests.Customers.Imports;

public sealed class HeadingsTests
{
    [Theory]
    [InlineData("公司名称", Name)]
    [InlineData("客户", Name)]
    [InlineData("客户简称", ShortName)]
    [InlineData("联系人", Contact)]
    [InlineData("联系人电话", Phone)]
    [InlineData("联系人职务", Title)]
    [InlineData("手机号码", Phone)]
    [InlineData("客户负责人", Owner)]
    [InlineData("公司地址", Address)]
    [InlineData("所在城市", City)]
    [InlineData("下次跟进时间", NextOn)]
    [InlineData("Company Name", Name)]
    [InlineData("account", Name)]
    [InlineData("sales_agent", Ignore)]
    [InlineData("Sales agent", Owner)]
    [InlineData("ＰＨＯＮＥ", Phone)]
    [InlineData("备注", Ignore)]
    [InlineData("", Ignore)]
    public void A_heading_says_what_stands_below(string heading, object field) => Headings.Of(heading).ShouldBe((ImportField)field);

    [Fact]
    public void What_was_said_last_time_goes_before_what_is_guessed()
    {
        var remembered = new Dictionary<string, ImportField> { ["甲方"] = Name, ["备注"] = Ignore, ["电话"] = Ignore };
        Headings.Guess(["公司", "甲方", "电话", "手机", "联系方式"], remembered).ShouldBe([Ignore, Name, Ignore, Phone, Ignore]);
    }

    [Fact]
    public void Above_the_headings_may_stand_a_title() =>
        Headings.Find([new(1, ["2026年客户名单"]), new(2, ["制表：行政部", "公司"]), new(4, ["公司", "联系人", "电话"]), new(5, ["云顶家居", "王莉", "138"])]).ShouldBe(2);
}
