using System.ComponentModel.DataAnnotations;

namespace Vesper.Customers.Imports;

/// <summary>
/// A list and how far it is. Column i is headed Headings[i], holds Samples[i] in its first rows and is read as Fields[i]. Issues: the first of what stayed out; Skipped counts all.
/// Kept: after an undo, what somebody has worked with since. CanUndo: its customers are here.
/// </summary>
sealed record ImportView(
    Guid Id, string FileName, TableKind Kind, string Charset, IReadOnlyList<string> Headings, IReadOnlyList<string> Samples, IReadOnlyList<ImportField> Fields, ImportTo To, Guid? ToId,
    ImportState State, int Rows, int Done, int Made, int Skipped, int Removed, int Kept, IReadOnlyList<ImportIssue> Issues, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, bool CanStart, bool CanUndo)
{
    public static ImportView Of(CustomerImport import)
    {
        var undone = import.State is ImportState.Undoing or ImportState.Undone;
        return new(
            import.Id, import.FileName, import.Kind, import.Charset, import.Headings, import.Samples, import.Fields, import.To, import.ToId, import.State, import.Rows, import.Done, import.Made,
            undone ? import.Rows - import.Made : import.Done - import.Made, import.Removed, undone ? Math.Max(0, import.Made - import.Removed) : 0, import.Issues, import.CreatedAt, import.EndedAt,
            import.State is ImportState.Read && import.FileId is not null, import.State is ImportState.Running or ImportState.Done && import.Made > 0);
    }
}

/// <summary>What each column holds, and who looks after rows without an owner of their own.</summary>
sealed record NewColumns([property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<ImportField> Fields, ImportTo To = ImportTo.Me, Guid? ToId = null);

/// <summary>What would come of it now. Bad: faults of the rows. There: companies that are in the archive, or twice in the list. First: the first rows as they would be kept.</summary>
sealed record ImportPreview(int Rows, int Good, int Bad, int There, IReadOnlyList<ImportIssue> Issues, IReadOnlyList<PreviewRow> First);

sealed record PreviewRow(int Line, string Name, string City, string Industry, string Contact, string PhoneMasked, string OwnerName);
