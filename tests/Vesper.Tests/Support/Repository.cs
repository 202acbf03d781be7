namespace Vesper.Tests.Support;

/// <summary>The checkout the tests run in.</summary>
static class Repository
{
    /// <summary>True when snapshots are to be written anew instead of compared: VESPER_UPDATE=1.</summary>
    public static bool Updates => Environment.GetEnvironmentVariable("VESPER_UPDATE") == "1";

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Vesper.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the checkout."));
}
