using System.Diagnostics;
using Vesper.Tests.Support;

namespace Vesper.Tests.House;

/// <summary>A file of this repository, or one that a test plants to see its scanner bite.</summary>
sealed record Source(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, index) => (index + 1, line));

    public int Length => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    public bool Under(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);

    public string At(int line) => $"{Path}:{line}";
}

static class Sources
{
    static readonly string[] Text = [".cs", ".ts", ".mjs", ".vue", ".sql", ".css", ".html", ".json", ".md", ".yaml", ".yml", ".props", ".csproj", ".slnx", ".txt", ".conf", ""];

    /// <summary>Every text file that git knows or would add; without git, every one outside the folders that builds fill.</summary>
    public static IReadOnlyList<Source> All { get; } =
    [
        .. from path in Listed()
           where Text.Contains(System.IO.Path.GetExtension(path)) && File.Exists(Repository.File(path))
           select new Source(path, File.ReadAllText(Repository.File(path))),
    ];

    public static IEnumerable<Source> Product => All.Where(file => file.Under("src/Vesper/") && file.Path.EndsWith(".cs", StringComparison.Ordinal));

    static IEnumerable<string> Listed()
    {
        if (!System.IO.Path.Exists(Repository.File(".git"))) return Walked();
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        return git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static IEnumerable<string> Walked()
    {
        string[] built = ["/bin/", "/obj/", "/node_modules/", "/wwwroot/", "/artifacts/", "/data/", "/TestResults/"];
        return from file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
               let path = System.IO.Path.GetRelativePath(Repository.Root, file)
               where !Array.Exists(built, folder => $"/{path}".Contains(folder, StringComparison.Ordinal))
               select path;
    }
}
