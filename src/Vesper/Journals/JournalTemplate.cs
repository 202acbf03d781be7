using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Journals;

enum FieldKind { Text, Choice, Number, YesNo }

/// <summary>One extra question of an organisation's journal. Options: for a choice, 2–8. Help: a line below it.</summary>
sealed record TemplateField(
    Guid Id,
    [property: Required, MaxLength(40)] string Label,
    FieldKind Kind = FieldKind.Text,
    bool Required = false,
    [property: MaxLength(80)] string? Help = null,
    [property: MaxLength(8)] IReadOnlyList<string>? Options = null)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Choices => [.. (Options ?? []).Select(option => option.Trim()).Where(option => option.Length > 0).Distinct()];

    public bool Equals(TemplateField? other) => other is not null
        && (Id, Label, Kind, Required, Help ?? "") == (other.Id, other.Label, other.Kind, other.Required, other.Help ?? "") && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>The extra fields of an organisation's journal, in their order. A change is a new row, so that old journals keep theirs; the newest counts.</summary>
sealed class JournalTemplate : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public int Version { get; init; }
    public IReadOnlyList<TemplateField> Fields { get; init; } = [];
    public Guid MemberId { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class JournalTemplateMap : IEntityTypeConfiguration<JournalTemplate>
{
    public void Configure(EntityTypeBuilder<JournalTemplate> template)
    {
        template.ToTable("journal_templates").HasIndex(t => new { t.OrgId, t.Version }).IsUnique();
        template.Property(t => t.Fields).AsJson();
    }
}
