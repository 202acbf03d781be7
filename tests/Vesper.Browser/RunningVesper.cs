using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Vesper.Browser;

/// <summary>The built program in a process of its own, on a free loopback port and a data folder that goes with it.</summary>
sealed partial class RunningVesper : IAsyncDisposable
{
    readonly Process _process;
    readonly string _data;

    RunningVesper(Process process, string data, string url) => (_process, _data, Url) = (process, data, url);

    public string Url { get; }

    /// <param name="fill">Writes what the test needs into the empty data folder before the server opens it.</param>
    /// <param name="settings">Further arguments: <c>--KEY=value</c>.</param>
    public static async Task<RunningVesper> StartAsync(Func<string, Task> fill, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("vesper-browser").FullName;
        await fill(data);

        var process = Program(data, ["--urls", "http://127.0.0.1:0", .. settings]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (Address().Match(line) is not { Success: true } address) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None); // unread, its pipe would fill and it would wait
            return new(process, data, address.Value);
        }
        throw new InvalidOperationException($"Vesper ended before it listened:\n{string.Join('\n', said)}");
    }

    /// <summary>The organisation, people and days of <c>vesper demo</c>: written once, then copied for each test.</summary>
    public static async Task DemoAsync(string data)
    {
        foreach (var file in Directory.EnumerateFiles(await Demo.Value)) File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
    }

    static readonly Lazy<Task<string>> Demo = new(async () =>
    {
        var data = Directory.CreateTempSubdirectory("vesper-demo").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        await CommandAsync(data, "demo");
        return data;
    });

    /// <summary>A sub-command of the program on this data folder.</summary>
    public static async Task CommandAsync(string data, params string[] command)
    {
        using var process = Program(data, command);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    static Process Program(string data, params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileName(host).StartsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "vesper.dll"), .. arguments, "--data", data])
    {
        WorkingDirectory = Path.Combine(Checkout.Root, "src/Vesper"), // where the web build puts wwwroot
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Address();
}
