using Vesper.Tests.Support;

namespace Vesper.Tests.Ops;

/// <summary>A test on the whole CRM export, which is too large for the repository: found in ../shared/data of the checkout or above, else visibly skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealExportAttribute : FactAttribute
{
    public RealExportAttribute() => Skip = Folder is null ? "The CRM export is not here: shared/data/crm-sales-opportunities beside the checkout" : null!;

    public static string? Folder { get; } = Above(Repository.Root);

    static string? Above(string? folder)
    {
        if (folder is null) return null;
        var wanted = Path.Combine(folder, "shared", "data", "crm-sales-opportunities");
        return Directory.Exists(wanted) ? wanted : Above(Path.GetDirectoryName(folder));
    }
}
