[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Vesper.Browser;

static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Pictures for the README when asked for with VESPER_PICTURES=1, else where nobody commits them.</summary>
    public static string Pictures { get; } =
        Directory.CreateDirectory(Path.Combine(Root, Environment.GetEnvironmentVariable("VESPER_PICTURES") == "1" ? "docs/pictures" : "artifacts/pictures")).FullName;

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Vesper.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the checkout."));
}
