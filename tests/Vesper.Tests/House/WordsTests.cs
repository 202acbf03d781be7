using System.Text.RegularExpressions;

namespace Vesper.Tests.House;

/// <summary>Words that hide what a thing is, promises left in the code, and traces of the machine it was written on.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void A_type_is_named_for_what_it_is() => EmptyNames(Sources.All).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() => Promises(Sources.All).ShouldBeEmpty();

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on() => Machines(Sources.All).ShouldBeEmpty();

    [Theory]
    [InlineData("sealed class CheckInService(Db db);", 1)]
    [InlineData("public static partial class DateHelper", 1)]
    [InlineData("record struct EntityBase<T>", 1)]
    [InlineData("interface ICustomerManager", 1)]
    [InlineData("sealed class LogReader(Db db) : BackgroundService", 0)]
    [InlineData("sealed class Based; class Database; enum Baseline", 0)]
    public void A_planted_empty_name_is_found(string line, int found) => EmptyNames([new("src/Vesper/Field/X.cs", line)]).Count().ShouldBe(found);

    [Fact]
    public void A_planted_promise_is_found() => Promises([new("web/src/a.ts", $"// {"TO"}DO later\n// {"FIX"}ME\n// mastodon")]).ShouldBe(["web/src/a.ts:1", "web/src/a.ts:2"]);

    [Theory]
    [InlineData("cat /ho" + "me/lin/vesper", 1)]
    [InlineData("var folder = \"/ro" + "ot/.cache\";", 1)]
    [InlineData("C:\\Us" + "ers\\lin", 1)]
    [InlineData("\"resolved\": \"https://npm.corp.example/vue.tgz\"", 1)]
    [InlineData("<add key=\"x\" value=\"https://nuget.corp.example/v3/index.json\" />", 1)]
    [InlineData("GET /homes/today", 0)]
    public void A_planted_trace_is_found(string line, int found) => Machines([new("docs/a.md", line)]).Count().ShouldBe(found);

    static IEnumerable<string> EmptyNames(IEnumerable<Source> files) => Found(files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)), EmptyName());

    static IEnumerable<string> Promises(IEnumerable<Source> files) => Found(files, Promise());

    static IEnumerable<string> Machines(IEnumerable<Source> files) => Found(files, Machine());

    // This file holds the words it looks for.
    static IEnumerable<string> Found(IEnumerable<Source> files, Regex words) =>
        from file in files
        where !file.Path.EndsWith(nameof(WordsTests) + ".cs", StringComparison.Ordinal)
        from line in file.Lines
        where words.IsMatch(line.Text)
        select file.At(line.Number);

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|file|ref)\s+)*(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?\w*(?:Manager|Helper|Helpers|Service|Base|Impl|Util|Utils)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(?:TO" + @"DO|FIX" + @"ME|XXX)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"(?<![\w.])/(?:home/\w+/|root/|work/)|[A-Z]:\\Users\\|""resolved"": ""https?://|https?://[^\s""]+/v3/index\.json")]
    private static partial Regex Machine();
}
