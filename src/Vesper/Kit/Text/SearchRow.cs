using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Kit.Text;

/// <summary>
/// What can be found of one thing, written in the transaction of the thing itself. The engine keeps its own full-text index beside it (0007_search):
/// FTS5 by triggers, a generated tsvector with GIN.
/// </summary>
sealed class SearchRow
{
    /// <summary>Grows with every writing, so that the newest is found first without ranking.</summary>
    public long Seq { get; init; }
    public Guid OrgId { get; init; }

    /// <summary>What kind of thing it is, in the words of its room: <c>customer</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The thing's own id.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Scopes (<see cref="Search.Scope"/>) and then words, separated by one space.</summary>
    public string Words { get; init; } = "";
}

sealed class SearchRowMap : IEntityTypeConfiguration<SearchRow>
{
    public void Configure(EntityTypeBuilder<SearchRow> row)
    {
        row.ToTable("search_rows").HasKey(r => r.Seq);
        row.Property(r => r.Seq).ValueGeneratedOnAdd();
        row.Property(r => r.Kind).HasMaxLength(20);
        row.HasIndex(r => new { r.OrgId, r.Kind, r.SubjectId }).IsUnique();
    }
}
