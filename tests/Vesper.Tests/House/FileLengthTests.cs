using Xunit.Abstractions;

namespace Vesper.Tests.House;

/// <summary>A file is read in one go: 20–60 lines at the median, more than 200 is worth a thought, more than 400 does not pass.</summary>
public sealed class FileLengthTests(ITestOutputHelper output)
{
    const int Thought = 200, Limit = 400;
    static readonly string[] Counted = [".cs", ".ts", ".vue", ".sql"];

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        foreach (var file in Longer(Sources.All, Thought)) output.WriteLine($"warning: {file}");
        Longer(Sources.All, Limit).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_long_file_is_found() =>
        Longer([new("src/Vesper/Field/Long.cs", string.Concat(Enumerable.Repeat("line\n", 401))), new("web/src/ok.ts", string.Concat(Enumerable.Repeat("line\n", 400)))], Limit)
            .ShouldBe(["src/Vesper/Field/Long.cs has 401 lines"]);

    static IEnumerable<string> Longer(IEnumerable<Source> files, int lines) =>
        from file in files
        where Counted.Contains(Path.GetExtension(file.Path)) && file.Length > lines && !Written(file.Path)
        select $"{file.Path} has {file.Length} lines";

    /// <summary>What a program writes and nobody reads from top to bottom.</summary>
    static bool Written(string path) => path.EndsWith("schema.d.ts", StringComparison.Ordinal) || path.StartsWith("docs/schema.", StringComparison.Ordinal);
}
